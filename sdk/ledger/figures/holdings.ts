// SPDX-License-Identifier: EUPL-1.2
import type { Hex } from "viem";
import { Cell, publishable, type Published } from "./cells.ts";
import { isUsers, type Movement, type Party } from "./movements.ts";

/** What an account of people or shops holds, in cents, and the last day on which anything but fonte came or went. */
export type Holding = Party & { cents: bigint; lastMoved: number };

/** How long money has not moved, in days: from so many on, up to the next. */
export const REST_DAYS = [0, 90, 180, 365] as const;

/** What accounts hold that have not moved for so many days; nothing where it would point at somebody. */
export type Resting = { fromDays: (typeof REST_DAYS)[number]; held: Published };

/** The accounts of people and shops that hold anything, as they stand after all movements. */
export function holdingsOf(movements: readonly Movement[]): Holding[] {
  const holdings = new Map<Hex, Holding>();
  const move = (party: Party, cents: bigint, day: number, isFonte: boolean) => {
    const known = holdings.get(party.account);
    const lastMoved = known !== undefined && isFonte ? known.lastMoved : day;
    holdings.set(party.account, { ...party, cents: (known?.cents ?? 0n) + cents, lastMoved });
  };
  for (const movement of movements) {
    if (movement.kind === "register") {
      const known = holdings.get(movement.after.account);
      if (known === undefined) continue;
      const { cents, lastMoved } = known;
      holdings.set(movement.after.account, { ...movement.after, cents, lastMoved });
      continue;
    }
    const { entry, from, to, day } = movement;
    // A payment of 0 can be made by anybody in anybody's name: it wakes nobody up.
    if (entry.cents === 0n) continue;
    const isFonte = entry.kind === "fonte";
    if (from !== undefined) move(from, -entry.cents, day, isFonte);
    if (to !== undefined) move(to, entry.cents, day, isFonte);
  }
  return [...holdings.values()].filter((holding) => holding.cents > 0n && isUsers(holding));
}

/** What accounts hold, by how long they have not moved. The `count` of each is of accounts. */
export function restingIn(holdings: readonly Holding[], today: number): Resting[] {
  const bands = new Map(REST_DAYS.map((fromDays) => [fromDays, new Cell()]));
  for (const holding of holdings) {
    const fromDays = REST_DAYS.findLast((days) => today - holding.lastMoved >= days) ?? 0;
    bands.get(fromDays)?.add(holding.cents, holding);
  }
  return [...publishable(bands)].map(([fromDays, held]) => ({ fromDays, held }));
}
