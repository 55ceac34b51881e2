// SPDX-License-Identifier: EUPL-1.2
// Lies about what the register holds of money: a node that leaves out, adds or changes payments, or moves its clock.
import { RegionalTokenAbi } from "@monnaie-commune/sdk/generated/abis";
import { aboutEvent, after, eventsOf, isSame, outsiderOf } from "./about-events.ts";
import type { Lie } from "./lie.ts";
import { retold, withLogs, withTimes, type LogLie, type NodeLog } from "./lying-node.ts";
import { askNode } from "./world.ts";

const FAR_ON = 50;

export const REGISTER_LIES: readonly Lie[] = [
  {
    lie: "a range of blocks without its events",
    foundBy: "settledBalancesAgree",
    plant: async (region) => {
      const payments = await eventsOf(region, RegionalTokenAbi, "Transfer");
      const [first, last] = [payments.at(-8), payments.at(-4)].map((log) => Number(log?.blockNumber));
      if (first === undefined || last === undefined) throw new Error("Too few payments");
      const isIn = ({ blockNumber }: NodeLog) => Number(blockNumber) >= first && Number(blockNumber) <= last;
      return { request: withLogs(askNode, (log) => (isIn(log) ? [] : [log])) };
    },
  },
  {
    lie: "a payment that is left out",
    foundBy: "settledBalancesAgree",
    plant: async (region) => {
      const { request } = await aboutEvent(RegionalTokenAbi, "Transfer", -1, () => [])(region);
      return { request };
    },
  },
  {
    lie: "a payment that never was",
    foundBy: "settledBalancesAgree",
    plant: async (region) => {
      const args = { from: region.ana.address, to: outsiderOf(region), value: 40n };
      const lie: LogLie = (log) => [log, after(retold(RegionalTokenAbi, "Transfer", log, () => args) ?? log, FAR_ON)];
      return await aboutEvent(RegionalTokenAbi, "Transfer", -1, lie)(region);
    },
  },
  {
    lie: "an event told twice",
    foundBy: "settledBalancesAgree",
    plant: aboutEvent(RegionalTokenAbi, "Transfer", -1, (log) => [log, after(log, FAR_ON)]),
  },
  {
    lie: "the amounts of two payments of one run exchanged",
    foundBy: "settledBalancesAgree",
    plant: async (region) => {
      const [one, other] = await eventsOf(region, RegionalTokenAbi, "Transfer");
      if (one === undefined || other === undefined) throw new Error("No run was paid");
      const swap: LogLie = (log) => {
        if (isSame(log, one)) return [{ ...log, data: other.data }];
        return [isSame(log, other) ? { ...log, data: one.data } : log];
      };
      return { request: withLogs(askNode, swap) };
    },
  },
  {
    lie: "a past that is a day late",
    foundBy: "fonteIsExact",
    plant: async (region) => {
      const payments = await eventsOf(region, RegionalTokenAbi, "Transfer");
      const until = Number(payments.at(-6)?.blockNumber);
      return { request: withTimes(askNode, 86_400, (block) => block <= until) };
    },
  },
  {
    lie: "a clock that is a day ahead",
    foundBy: "dayAgrees",
    plant: () => ({ request: withTimes(askNode, 86_400, () => true) }),
  },
];
