// SPDX-License-Identifier: EUPL-1.2
// What the audit asks of the ledger's worker: whom to ask the contracts about, and then every check.
import { dayOf } from "@monnaie-commune/sdk/days";
import { buildBooks } from "@monnaie-commune/sdk/ledger/books";
import type { Check } from "@monnaie-commune/sdk/ledger/checks/check";
import { accountsOf } from "@monnaie-commune/sdk/ledger/checks/check-decay";
import { checkEverything, type Evidence } from "@monnaie-commune/sdk/ledger/checks/check-everything";
import { rolePeriods, type RolePeriod } from "@monnaie-commune/sdk/ledger/role-periods";
import type { Ledger } from "../../lib/ledger/ledger.ts";
import type { Address } from "../../lib/runtime-config.ts";

/** What the journal says there is to compare; `at` is Unix seconds of its last block. */
export type AuditFacts = { accounts: Address[]; periods: RolePeriod[]; lines: number; at: number };

/** What came into being, ceased to be and melted since the first day, in cents. */
export type AuditSums = { issued: bigint; burned: bigint; fonte: bigint };

export function auditFacts({ journal, lines, at }: Ledger): AuditFacts {
  return { accounts: accountsOf(journal), periods: rolePeriods(journal.acts), lines: lines.length, at };
}

export function auditChecks(
  { journal, at }: Ledger,
  evidence: Omit<Evidence, "day">,
): { checks: Check[]; sums: AuditSums } {
  const { issued, burned, fonte } = buildBooks(journal.entries, journal.contracts.RegionalToken);
  return { checks: checkEverything(journal, { ...evidence, day: dayOf(at) }), sums: { issued, burned, fonte } };
}
