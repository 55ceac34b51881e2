// SPDX-License-Identifier: EUPL-1.2
// Lies about what the register holds: a node that leaves out, adds or changes events.
import { IssuanceAbi, RedemptionsAbi, RegionalTokenAbi } from "@monnaie-commune/sdk/generated/abis";
import { encodeEventTopics, numberToHex, type Abi, type Hex } from "viem";
import type { Lie, Planted } from "./lie.ts";
import { retold, withLogs, withTimes, type LogLie, type NodeLog } from "./lying-node.ts";
import { askNode, type AuditedRegion } from "./world.ts";

type Args = Record<string, unknown>;
type InNode = Planted & Required<Pick<Planted, "request">>;

const FAR_ON = 50;

const after = (log: NodeLog, places: number): NodeLog => ({
  ...log,
  logIndex: numberToHex(Number(log.logIndex) + places),
});

/** All events of a name, in the order of the chain. */
async function eventsOf(region: AuditedRegion, abi: Abi, eventName: string): Promise<NodeLog[]> {
  const address = Object.values(region.deployment.contracts).map((contract) => contract.address);
  const topics = encodeEventTopics({ abi, eventName });
  const filter = { fromBlock: "0x0", toBlock: "latest", address, topics };
  return (await askNode("eth_getLogs", [filter])) as NodeLog[];
}

const isSame = (a: NodeLog, b: NodeLog) => a.blockNumber === b.blockNumber && a.logIndex === b.logIndex;

/** Plants a lie about one event: the `nth` of its name, from 1. */
function aboutEvent(abi: Abi, eventName: string, nth: number, lie: LogLie, setting: { onlyInRegister?: boolean } = {}) {
  return async (region: AuditedRegion): Promise<InNode> => {
    const log = (await eventsOf(region, abi, eventName)).at(nth > 0 ? nth - 1 : nth);
    if (log === undefined) throw new Error(`There is no ${eventName} number ${nth}`);
    const request = withLogs(askNode, (one) => (isSame(one, log) ? lie(one) : [one]), setting);
    return { request, tx: log.transactionHash };
  };
}

function withArgs(abi: Abi, eventName: string, nth: number, change: (args: Args, region: AuditedRegion) => Args) {
  return async (region: AuditedRegion): Promise<InNode> => {
    const lie: LogLie = (log) => [retold(abi, eventName, log, (args) => change(args, region)) ?? log];
    return await aboutEvent(abi, eventName, nth, lie)(region);
  };
}

const outsiderOf = ({ outsider }: AuditedRegion) => outsider.address as Hex;

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
    lie: "an amount with a cent more",
    foundBy: "chunkSumsAgree",
    plant: withArgs(IssuanceAbi, "ChunkPaid", 1, (args) => ({ ...args, amount: (args.amount as bigint) + 1n })),
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
  {
    lie: "a run without its approval",
    foundBy: "chunksOfApprovedRuns",
    plant: async (region) => {
      const { request } = await aboutEvent(IssuanceAbi, "RunApproved", 1, () => [])(region);
      const [chunk] = await eventsOf(region, IssuanceAbi, "ChunkPaid");
      return { request, ...(chunk && { tx: chunk.transactionHash }) };
    },
  },
  {
    lie: "a run approved by who proposed it",
    foundBy: "runsByTwoPersons",
    plant: withArgs(IssuanceAbi, "RunApproved", 1, (args, { bonusOfficer }) => ({
      ...args,
      approver: bonusOfficer.address,
    })),
  },
  {
    lie: "a run proposed by somebody without a role",
    foundBy: "namedActorsHadRole",
    plant: withArgs(IssuanceAbi, "RunProposed", 1, (args, region) => ({ ...args, proposer: outsiderOf(region) })),
  },
  {
    lie: "one deposit attested twice",
    foundBy: "attestationsCountOnce",
    plant: async (region) => {
      const [first] = await eventsOf(region, IssuanceAbi, "EurosAttested");
      const orderHash = first?.topics[2];
      return await withArgs(IssuanceAbi, "EurosAttested", 2, (args) => ({ ...args, orderHash }))(region);
    },
  },
  {
    lie: "more euros attested than were",
    foundBy: "programmesAsTold",
    plant: withArgs(IssuanceAbi, "EurosAttested", 2, (args) => ({ ...args, amount: 3_000n })),
  },
  {
    lie: "an exit nobody asked for",
    foundBy: "exitsPaidOnce",
    plant: async (region) => {
      const { request } = await aboutEvent(RedemptionsAbi, "RedemptionRequested", 1, () => [])(region);
      const [paid] = await eventsOf(region, RedemptionsAbi, "RedemptionPaid");
      return { request, ...(paid && { tx: paid.transactionHash }) };
    },
  },
  {
    lie: "an exit paid to another shop",
    foundBy: "exitsPaidOnce",
    plant: withArgs(RedemptionsAbi, "RedemptionPaid", 1, (args, region) => ({ ...args, shop: outsiderOf(region) })),
  },
  {
    lie: "a rate announced a week ahead",
    foundBy: "ratesAnnouncedInTime",
    plant: withArgs(RegionalTokenAbi, "RateAnnounced", 1, (args) => ({
      ...args,
      fromDay: (args.fromDay as number) - 28,
    })),
  },
  {
    lie: "a rate that is another in the books",
    foundBy: "ratesAgree",
    plant: withArgs(RegionalTokenAbi, "RateAnnounced", 1, (args) => ({ ...args, yearlyRateBps: 650 })),
  },
  {
    lie: "a decision that its own receipt does not know",
    foundBy: "actsInReceipts",
    plant: aboutEvent(IssuanceAbi, "EurosAttested", 2, (log) => [{ ...log, data: numberToHex(2_400, { size: 32 }) }], {
      onlyInRegister: true,
    }),
  },
];
