// SPDX-License-Identifier: EUPL-1.2
// What the page of an operation asks of the ledger's worker.
import { decodeCall, type DecodedCall } from "@monnaie-commune/sdk/ledger/calls";
import { operationOf, type Operation } from "@monnaie-commune/sdk/ledger/operation";
import { roleOfCall } from "@monnaie-commune/sdk/ledger/role-of-call";
import { tenureAt, tenuresOf, type AnyRole, type Tenure } from "@monnaie-commune/sdk/ledger/tenures";
import type { Address } from "../../lib/runtime-config.ts";
import type { Ledger } from "../../lib/ledger/ledger.ts";

/** A call and where the events it caused begin: what was told before it counts. */
export type CallQuestion = { from: Address; to: Address; input: Address; block: number; logIndex: number };

/** A call, the role it needed (none: anybody could make it), and the hold of that role its sender had. */
export type ExplainedCall = { call: DecodedCall; role?: AnyRole; tenure?: Tenure };

export function operation({ journal }: Ledger, { tx }: { tx: Address }): Operation | null {
  return operationOf(journal, tx) ?? null;
}

/** What a transaction asked of a contract of the region, with what it handed on to others; null when it asked none. */
export function operationCalls(
  { journal }: Ledger,
  { from, to, input, block, logIndex }: CallQuestion,
): ExplainedCall[] | null {
  const { acts, contracts } = journal;
  const outer = decodeCall(contracts, to, input);
  if (outer === undefined) return null;
  const at = { block, logIndex };
  const tenures = tenuresOf(acts);
  const explained = (call: DecodedCall): ExplainedCall[] => {
    const role = roleOfCall(acts, contracts, call, at);
    const tenure = role && tenureAt(tenures, role, from, at);
    return [{ call, ...(role && { role }), ...(tenure && { tenure }) }, ...call.inner.flatMap(explained)];
  };
  return explained(outer);
}
