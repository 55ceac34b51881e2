// SPDX-License-Identifier: EUPL-1.2
import type { Movement, Owner, Party } from "./movements.ts";

/** Where the money is, in cents, by whose accounts it is in; together it is all there is. */
export type Stocks = Record<Owner, bigint>;

/** UTC days, both included; a period of no day has its last before its first. */
export type Period = { firstDay: number; lastDay: number };

/** At the end of a period, and of its days on average what people and shops held, in cents. */
export type StocksOver = { end: Stocks; circulating: bigint };

const nothing = (): Stocks => ({ person: 0n, shop: 0n, commons: 0n, claims: 0n, exits: 0n });

/**
 * Where the money was at the end of each of some periods, one after the other from the first movement on. The average is
 * of what stood in the accounts at the end of each day.
 */
export function stocksOver(movements: readonly Movement[], periods: readonly Period[]): StocksOver[] {
  const stocks = nothing();
  const balances = new Map<string, bigint>();
  const move = ({ account, owner }: Party, cents: bigint) => {
    balances.set(account, (balances.get(account) ?? 0n) + cents);
    stocks[owner] += cents;
  };
  const play = (movement: Movement) => {
    if (movement.kind === "register") {
      const { before, after } = movement;
      const held = balances.get(before.account) ?? 0n;
      stocks[before.owner] -= held;
      stocks[after.owner] += held;
      return;
    }
    const { from, to, entry } = movement;
    if (from !== undefined) move(from, -entry.cents);
    if (to !== undefined) move(to, entry.cents);
  };
  let next = 0;
  return periods.map(({ firstDay, lastDay }) => {
    let centDays = 0n;
    let counted = firstDay;
    for (
      let movement = movements[next];
      movement !== undefined && movement.day <= lastDay;
      movement = movements[++next]
    ) {
      if (movement.day > counted) {
        centDays += (stocks.person + stocks.shop) * BigInt(movement.day - counted);
        counted = movement.day;
      }
      play(movement);
    }
    centDays += (stocks.person + stocks.shop) * BigInt(lastDay + 1 - counted);
    const days = BigInt(lastDay + 1 - firstDay);
    return { end: { ...stocks }, circulating: days === 0n ? 0n : centDays / days };
  });
}
