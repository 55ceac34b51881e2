// SPDX-License-Identifier: EUPL-1.2
// Lines made to mislead: anybody can write them, so that an address slips into a history and is paid by mistake.
import { getAddress, type Hex } from "viem";
import { addressAppearance } from "../look-alikes.ts";
import type { Entry, Place } from "./entries.ts";
import type { StatementLine } from "./statements.ts";

/**
 * A line that is kept apart from the others: a payment of 0, which anybody can make in anybody's name, or money from an
 * account whose address looks like a known one, `looksLike`.
 */
export type SetAside = Place & { other: Hex; cents: bigint } & ({ why: "zero" } | { why: "lookAlike"; looksLike: Hex });

/** The payments of 0 from or to an account; they are in no statement. */
export function zeroPayments(entries: readonly Entry[], account: Hex): SetAside[] {
  const owner = getAddress(account);
  return entries.flatMap((entry) => {
    if (entry.kind !== "payment" || entry.cents !== 0n || entry.from === entry.to) return [];
    if (entry.from !== owner && entry.to !== owner) return [];
    const { day, block, logIndex, tx } = entry;
    const other = entry.from === owner ? entry.to : entry.from;
    return [{ why: "zero", other, cents: 0n, day, block, logIndex, tx }];
  });
}

/**
 * Takes out of a statement's lines what came from look-alikes of known accounts: those it has paid, and those of `known`.
 * A known account is never taken for a look-alike.
 */
export function withoutLookAlikes(
  lines: readonly StatementLine[],
  known: readonly Hex[],
): { lines: StatementLine[]; lookAlikes: SetAside[] } {
  const paid = lines.flatMap((line) => (line.kind === "paid" ? [line.other] : []));
  const trusted = new Map([...known, ...paid].map((address) => [address.toLowerCase(), address]));
  const byLook = new Map([...trusted.values()].map((address) => [addressAppearance(address), address]));
  const lookAlikes: SetAside[] = [];
  const others = lines.filter((line) => {
    if (line.kind !== "received" || trusted.has(line.other.toLowerCase())) return true;
    const looksLike = byLook.get(addressAppearance(line.other));
    if (looksLike === undefined) return true;
    const { other, cents, day, block, logIndex, tx } = line;
    lookAlikes.push({ why: "lookAlike", looksLike, other, cents, day, block, logIndex, tx });
    return false;
  });
  return { lines: others, lookAlikes };
}
