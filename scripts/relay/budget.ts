// SPDX-License-Identifier: EUPL-1.2
import { dayOf, startOfDay } from "@monnaie-commune/sdk/days";
import type { Chain } from "../lib/network.ts";
import { baseFeeOf } from "../lib/sending/fees.ts";
import { Refusal } from "./refusal.ts";
import type { Store } from "./store.ts";

/** Gas one request may use, and what is set aside for it in the budget. */
export const MOST_GAS = 200_000n;

/** Below what so many requests cost, somebody should bring coin. */
const LOW_FUNDS_REQUESTS = 50n;

export type BudgetStatus = { spentToday: bigint; daily: bigint; balance: bigint; isLow: boolean };

/** What fees may cost in a UTC day, in wei, so that a flood of requests empties no more than that. */
export type Budget = {
  /** @throws Refusal when one more request besides those under way could cost more than is left. */
  check(underWay: number): Promise<void>;
  status(): Promise<BudgetStatus>;
};

export function openBudget(chain: Chain, address: string, store: Store, daily: bigint): Budget {
  const seconds = () => Math.floor(Date.now() / 1000);
  return {
    async check(underWay) {
      const each = await feeOfOne();
      const wanted = each * BigInt(underWay + 1);
      const now = seconds();
      if (store.feesOn(dayOf(now)) + wanted > daily) {
        throw Refusal.of("budget", {}, startOfDay(dayOf(now) + 1) - now);
      }
      if ((await chain.provider.getBalance(address)) < wanted) throw Refusal.of("noFunds");
    },
    async status() {
      const [balance, each] = await Promise.all([chain.provider.getBalance(address), feeOfOne()]);
      const isLow = balance < each * LOW_FUNDS_REQUESTS;
      return { spentToday: store.feesOn(dayOf(seconds())), daily, balance, isLow };
    },
  };

  /** Twice the base fee of now: it can rise until the transaction is written. */
  async function feeOfOne(): Promise<bigint> {
    return (await baseFeeOf(chain)) * 2n * MOST_GAS;
  }
}
