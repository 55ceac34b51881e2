// SPDX-License-Identifier: EUPL-1.2
import { dayOf, startOfDay } from "@monnaie-commune/sdk/days";
import type { Chain } from "../lib/network.ts";
import { baseFeeOf } from "../lib/sending/fees.ts";
import { fresh } from "./fresh.ts";
import { Refusal } from "./refusal.ts";
import type { Store } from "./store.ts";

/** Gas one request may use, and what is set aside for it in the budget. */
export const MOST_GAS = 200_000n;

/** Below what so many requests cost, somebody should bring coin. */
const LOW_FUNDS_REQUESTS = 50n;
/** Days of which the fees say how long the coin will last. */
const LOOK_BACK_DAYS = 7;

/** Wei of the network's coin; `daysLeft` at the pace of the last days, infinite where nothing was spent. */
export type BudgetStatus = { spentToday: bigint; daily: bigint; balance: bigint; isLow: boolean; daysLeft: number };

/** What fees may cost in a UTC day, in wei, so that a flood of requests empties no more than that. */
export type Budget = {
  /** @throws Refusal when one more request besides those under way could cost more than is left. */
  check(underWay: number): Promise<void>;
  status(): Promise<BudgetStatus>;
};

export function openBudget(chain: Chain, address: string, store: Store, daily: bigint): Budget {
  const today = () => dayOf(Math.floor(Date.now() / 1000));
  const balanceNow = fresh(async () => await chain.provider.getBalance(address));
  /** Twice the base fee of now: it can rise until the transaction is written. */
  const feeOfOne = fresh(async () => (await baseFeeOf(chain)) * 2n * MOST_GAS);
  return {
    async check(underWay) {
      const wanted = (await feeOfOne()) * BigInt(underWay + 1);
      if (store.feesOn(today()) + wanted > daily) {
        throw Refusal.of("budget", {}, startOfDay(today() + 1) - Math.floor(Date.now() / 1000));
      }
      if ((await balanceNow()) < wanted) throw Refusal.of("noFunds");
    },
    async status() {
      const [balance, each] = await Promise.all([balanceNow(), feeOfOne()]);
      const isLow = balance < each * LOW_FUNDS_REQUESTS;
      return { spentToday: store.feesOn(today()), daily, balance, isLow, daysLeft: daysLeft(balance) };
    },
  };

  function daysLeft(balance: bigint): number {
    const days = Array.from({ length: LOOK_BACK_DAYS }, (_, i) => store.feesOn(today() - i));
    const busy = days.filter((wei) => wei > 0n);
    const spent = busy.reduce((sum, wei) => sum + wei, 0n);
    return spent === 0n ? Infinity : Number((balance * BigInt(busy.length)) / spent);
  }
}
