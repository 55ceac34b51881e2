// SPDX-License-Identifier: EUPL-1.2
import { getAddress, type Hex } from "viem";
import type { Entry, Place } from "./entries.ts";
import type { ChunkStory } from "./issuance-events.ts";
import type { RedemptionStep } from "./redemption-events.ts";

/**
 * One line of an account's statement. `cents` is what the line adds to the account (negative: takes from it), `balance`
 * the settled balance after it. A `fonte` line that stands for several tells the first of their days and how many. Money
 * that came by a claim is `issued` to its payee, with the number of the claim. `redemption` is money on its way to euros:
 * for a shop, set aside and given back.
 */
export type StatementLine = Place & { cents: bigint; balance: bigint } & (
    | { kind: "issued"; story?: ChunkStory; claimNumber?: bigint }
    | { kind: "received"; other: Hex }
    | { kind: "paid"; other: Hex }
    | { kind: "toSelf" }
    | { kind: "fonte"; firstDay: number; count: number }
    | { kind: "burned" }
    | { kind: "redemption"; step: RedemptionStep; requestId: bigint; reasonCode?: number }
  );

/** An account's lines in a period, with its balances before and after them, in cents. */
export type Statement = {
  account: Hex;
  opening: bigint;
  received: bigint;
  paid: bigint;
  fonte: bigint;
  closing: bigint;
  lines: StatementLine[];
};

type Movement = StatementLine extends infer Line ? (Line extends StatementLine ? Omit<Line, "balance"> : never) : never;

function placeOf({ day, block, logIndex, tx }: Place): Place {
  return { day, block, logIndex, tx };
}

/** What an entry does to an account; nothing when it does not concern it. */
function movementOf(entry: Entry, account: Hex, token: Hex): Movement | undefined {
  const place = placeOf(entry);
  const { cents } = entry;
  switch (entry.kind) {
    case "issue": {
      if (entry.to !== account) return undefined;
      const issued = { kind: "issued", cents, ...place } as const;
      return entry.story === undefined ? issued : { ...issued, story: entry.story };
    }
    case "claim": {
      if (entry.from === account) return { kind: "paid", other: entry.to, cents: -cents, ...place };
      if (entry.to !== account) return undefined;
      const claimed = { kind: "issued", cents, claimNumber: entry.claimNumber, ...place } as const;
      return entry.story === undefined ? claimed : { ...claimed, story: entry.story };
    }
    case "burn":
      return entry.from === account ? { kind: "burned", cents: -cents, ...place } : undefined;
    case "redemption": {
      const isOut = entry.from === account;
      if (!isOut && entry.to !== account) return undefined;
      const { step, requestId, reasonCode } = entry;
      const line = { kind: "redemption", step, requestId, cents: isOut ? -cents : cents, ...place } as const;
      return reasonCode === undefined ? line : { ...line, reasonCode };
    }
    case "fonte":
      if (account === token) return { kind: "received", other: entry.from, cents, ...place };
      return entry.from === account
        ? { kind: "fonte", cents: -cents, firstDay: entry.day, count: 1, ...place }
        : undefined;
    case "payment":
    case "collection":
      if (entry.from === account && entry.to === account) return { kind: "toSelf", cents: 0n, ...place };
      if (entry.from === account) return { kind: "paid", other: entry.to, cents: -cents, ...place };
      return entry.to === account ? { kind: "received", other: entry.from, cents, ...place } : undefined;
  }
}

/**
 * The statement of an account over a period, from all entries that concern it since the first block, in order.
 *
 * Payments of 0 are left out: anyone can make them in anyone's name, to slip an address into a history.
 *
 * @param period First and last UTC day, both included; everything when left out.
 */
export function statementOf(
  entries: readonly Entry[],
  account: Hex,
  token: Hex,
  period: { firstDay?: number; lastDay?: number } = {},
): Statement {
  const { firstDay = -Infinity, lastDay = Infinity } = period;
  const owner = getAddress(account);
  const till = getAddress(token);
  const statement: Statement = {
    account: owner,
    opening: 0n,
    received: 0n,
    paid: 0n,
    fonte: 0n,
    closing: 0n,
    lines: [],
  };
  for (const entry of entries) {
    if (entry.day > lastDay || entry.cents === 0n) continue;
    const movement = movementOf(entry, owner, till);
    if (movement === undefined) continue;
    statement.closing += movement.cents;
    if (entry.day < firstDay) {
      statement.opening += movement.cents;
      continue;
    }
    if (movement.kind === "fonte") statement.fonte -= movement.cents;
    else if (movement.cents > 0n) statement.received += movement.cents;
    else statement.paid -= movement.cents;
    statement.lines.push({ ...movement, balance: statement.closing });
  }
  return statement;
}

/** The entries that concern each account, in order: statements of many accounts need one walk through the books. */
export function entriesByAccount(entries: readonly Entry[], token: Hex): Map<Hex, Entry[]> {
  const byAccount = new Map<Hex, Entry[]>();
  const add = (account: Hex, entry: Entry) => {
    const own = byAccount.get(account);
    if (own === undefined) byAccount.set(account, [entry]);
    else own.push(entry);
  };
  const till = getAddress(token);
  for (const entry of entries) {
    const from = entry.kind === "issue" ? undefined : entry.from;
    const to = entry.kind === "burn" ? undefined : entry.kind === "fonte" ? till : entry.to;
    if (from !== undefined) add(from, entry);
    if (to !== undefined && to !== from) add(to, entry);
  }
  return byAccount;
}

/** The lines with neighbouring fonte lines made one, dated as the last of them. */
export function groupFonte(lines: readonly StatementLine[]): StatementLine[] {
  const grouped: StatementLine[] = [];
  for (const line of lines) {
    const previous = grouped.at(-1);
    if (line.kind === "fonte" && previous?.kind === "fonte") {
      grouped[grouped.length - 1] = {
        ...line,
        cents: previous.cents + line.cents,
        firstDay: previous.firstDay,
        count: previous.count + line.count,
      };
    } else grouped.push(line);
  }
  return grouped;
}
