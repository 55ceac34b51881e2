// SPDX-License-Identifier: EUPL-1.2
// What the page of an operation asks of the ledger's worker.
import { decodeCall, type DecodedCall } from "@monnaie-commune/sdk/ledger/calls";
import type { Place } from "@monnaie-commune/sdk/ledger/entries";
import { operationOf, type Operation } from "@monnaie-commune/sdk/ledger/operation";
import { roleOfCall } from "@monnaie-commune/sdk/ledger/role-of-call";
import { heldRole, rolePeriods, type RolePeriod } from "@monnaie-commune/sdk/ledger/role-periods";
import { roleIdOf, type AnyRole } from "@monnaie-commune/sdk/role-names";
import type { Ledger } from "../../lib/ledger/ledger.ts";
import type { Address } from "../../lib/runtime-config.ts";

/** A call, and the place of the first event it caused: what was told before it counts. */
export type CallQuestion = { from: Address; to: Address; input: Address; at: Place };

/** A call, the role it needed (none: anybody could make it), and since when its sender had it. */
export type ExplainedCall = { call: DecodedCall; role?: AnyRole; period?: RolePeriod };

export function operation({ journal }: Ledger, { tx }: { tx: Address }): Operation | null {
  return operationOf(journal, tx) ?? null;
}

/** What a transaction asked of a contract of the region, with what it handed on to others; null when it asked none. */
export function operationCalls({ journal }: Ledger, { from, to, input, at }: CallQuestion): ExplainedCall[] | null {
  const { acts, contracts } = journal;
  const outer = decodeCall(contracts, to, input);
  if (outer === undefined) return null;
  const periods = rolePeriods(acts);
  const explained = (call: DecodedCall): ExplainedCall[] => {
    const role = roleOfCall(acts, contracts, call, at);
    const period = role && periods.find((held) => heldRole([held], roleIdOf(role), from, at));
    return [{ call, ...(role && { role }), ...(period && { period }) }, ...call.inner.flatMap(explained)];
  };
  return explained(outer);
}
