// SPDX-License-Identifier: EUPL-1.2
import type { Hex } from "viem";
import { paymentOf, type Movement } from "./movements.ts";

/** Of the money that left for euros: how much, in cents, and how many payments each of its units had made on average. */
export type Hands = { leftCents: bigint; payments: number | undefined };

/**
 * How often a unit was paid before it left for euros. In an account units are not told apart: what leaves it takes along
 * its part of the payments that all of them had made, as water of a mixed tank does.
 *
 * @param sinceDay Counts what left after this day.
 */
export function handsBefore(movements: readonly Movement[], sinceDay: number): Hands {
  const tanks = new Map<Hex, { cents: bigint; made: number }>();
  const waiting = new Map<bigint, number>();
  let leftCents = 0n;
  let leftMade = 0;
  const take = (account: Hex, cents: bigint): number => {
    const tank = tanks.get(account);
    if (tank === undefined || tank.cents <= 0n) return 0;
    const made = cents >= tank.cents ? tank.made : tank.made * (Number(cents) / Number(tank.cents));
    tank.cents -= cents;
    tank.made -= made;
    return made;
  };
  const give = (account: Hex, cents: bigint, made: number) => {
    const tank = tanks.get(account);
    if (tank === undefined) tanks.set(account, { cents, made });
    else {
      tank.cents += cents;
      tank.made += made;
    }
  };
  for (const movement of movements) {
    if (movement.kind === "register") continue;
    const { entry, from, to, day } = movement;
    const { cents } = entry;
    if (entry.kind === "redemption") {
      const waited = waiting.get(entry.requestId) ?? 0;
      if (entry.step === "requested") waiting.set(entry.requestId, take(entry.from, cents) / Number(cents));
      else if (entry.step !== "paid") give(entry.to, cents, waited * Number(cents));
      else if (day > sinceDay) {
        leftCents += cents;
        leftMade += waited * Number(cents);
      }
      continue;
    }
    const made = from === undefined ? 0 : take(from.account, cents);
    const isPaid = paymentOf(movement) !== undefined;
    if (to !== undefined) give(to.account, cents, isPaid ? made + Number(cents) : made);
  }
  return { leftCents, payments: leftCents === 0n ? undefined : leftMade / Number(leftCents) };
}
