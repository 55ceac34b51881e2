// SPDX-License-Identifier: EUPL-1.2
import { encodeEventTopics, numberToHex, type Abi, type Hex } from "viem";
import type { Planted } from "./lie.ts";
import { retold, withLogs, type LogLie, type NodeLog } from "./lying-node.ts";
import { askNode, type AuditedRegion } from "./world.ts";

type Args = Record<string, unknown>;
export type InNode = Planted & Required<Pick<Planted, "request">>;

export const after = (log: NodeLog, places: number): NodeLog => ({
  ...log,
  logIndex: numberToHex(Number(log.logIndex) + places),
});

/** All events of a name, in the order of the chain. */
export async function eventsOf(region: AuditedRegion, abi: Abi, eventName: string): Promise<NodeLog[]> {
  const address = Object.values(region.deployment.contracts).map((contract) => contract.address);
  const topics = encodeEventTopics({ abi, eventName });
  const filter = { fromBlock: "0x0", toBlock: "latest", address, topics };
  return (await askNode("eth_getLogs", [filter])) as NodeLog[];
}

export const isSame = (a: NodeLog, b: NodeLog) => a.blockNumber === b.blockNumber && a.logIndex === b.logIndex;

/** Plants a lie about one event: the `nth` of its name, from 1. */
export function aboutEvent(
  abi: Abi,
  eventName: string,
  nth: number,
  lie: LogLie,
  setting: { onlyInRegister?: boolean } = {},
) {
  return async (region: AuditedRegion): Promise<InNode> => {
    const log = (await eventsOf(region, abi, eventName)).at(nth > 0 ? nth - 1 : nth);
    if (log === undefined) throw new Error(`There is no ${eventName} number ${nth}`);
    const request = withLogs(askNode, (one) => (isSame(one, log) ? lie(one) : [one]), setting);
    return { request, tx: log.transactionHash };
  };
}

/** Plants an event with other arguments: the `nth` of its name, from 1. */
export function withArgs(
  abi: Abi,
  eventName: string,
  nth: number,
  change: (args: Args, region: AuditedRegion) => Args,
) {
  return async (region: AuditedRegion): Promise<InNode> => {
    const lie: LogLie = (log) => [retold(abi, eventName, log, (args) => change(args, region)) ?? log];
    return await aboutEvent(abi, eventName, nth, lie)(region);
  };
}

export const outsiderOf = ({ outsider }: AuditedRegion) => outsider.address as Hex;
