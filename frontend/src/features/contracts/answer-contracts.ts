// SPDX-License-Identifier: EUPL-1.2
// What the page of the contracts asks of the ledger's worker.
import type { Act } from "@monnaie-commune/sdk/ledger/acts";
import { contractAt } from "@monnaie-commune/sdk/ledger/calls";
import type { JournalLine } from "@monnaie-commune/sdk/ledger/journal";
import { rolePeriods, type RolePeriod } from "@monnaie-commune/sdk/ledger/role-periods";
import { CONTRACT_NAMES, type ContractName } from "@monnaie-commune/sdk/deployments";
import type { Ledger } from "../../lib/ledger/ledger.ts";

/** A function that asks for a role, by the first four bytes of a call of it. */
export type RestrictedFunction = { contract: ContractName; selector: string; roleId: bigint };

/** `changes` are the lines by which rules and roles became what they are, newest first. */
export type ContractFacts = { periods: RolePeriod[]; functions: RestrictedFunction[]; changes: JournalLine[] };

const CHANGES: ReadonlySet<Act["event"]> = new Set<Act["event"]>([
  "AuthorityUpdated",
  "IssuingClosed",
  "IssuingReopened",
  "MonthlyAllowanceSet",
  "OperationCanceled",
  "OperationExecuted",
  "OperationScheduled",
  "RateAnnounced",
  "RateWithdrawn",
  "RedemptionFeeSet",
  "RoleAdminChanged",
  "RoleGrantDelayChanged",
  "RoleGranted",
  "RoleGuardianChanged",
  "RoleRevoked",
  "TargetAdminDelayUpdated",
  "TargetClosed",
]);

function restrictedFunctions({ journal }: Ledger): RestrictedFunction[] {
  const functions = new Map<string, RestrictedFunction>();
  for (const act of journal.acts) {
    if (act.event !== "TargetFunctionRoleUpdated") continue;
    const { target, selector, roleId } = act.args;
    const contract = contractAt(journal.contracts, target);
    if (contract !== undefined) functions.set(`${contract} ${selector}`, { contract, selector, roleId });
  }
  const place = ({ contract }: RestrictedFunction) => CONTRACT_NAMES.indexOf(contract);
  return [...functions.values()].toSorted((one, other) => place(one) - place(other));
}

export function contractFacts(ledger: Ledger): ContractFacts {
  const { acts } = ledger.journal;
  return {
    periods: rolePeriods(acts),
    functions: restrictedFunctions(ledger),
    changes: acts.filter(({ event }) => CHANGES.has(event)).toReversed(),
  };
}
