// SPDX-License-Identifier: EUPL-1.2
import { type Abi, encodeEventTopics, type Hex } from "viem";
import type { ContractName } from "../deployments.ts";
import { type Act, type ActNamed, actsOf, CONTRACT_ABIS } from "./acts.ts";
import { dated } from "./dates.ts";
import type { Place } from "./entries.ts";
import { fetchLogs, type FetchOptions, type LogSource } from "./source.ts";

/** Which acts: of one event of the contract at an address, with these of its indexed arguments. */
export type WantedActs<Event extends Act["event"]> = {
  contract: ContractName;
  address: Hex;
  event: Event;
  args?: Partial<ActNamed<Event>["args"]>;
};

/** Acts of one kind, oldest first, for those who need no whole journal; up to the latest block when none is said. */
export async function findActs<Event extends Act["event"]>(
  source: LogSource,
  { contract, address, event, args }: WantedActs<Event>,
  { toBlock, ...range }: Pick<FetchOptions, "fromBlock" | "signal"> & { toBlock?: number },
): Promise<(Place & ActNamed<Event>)[]> {
  const abi: Abi = CONTRACT_ABIS[contract];
  const indexed = args as Record<string, unknown> | undefined;
  const eventName: string = event;
  const topics = encodeEventTopics({ abi, eventName, ...(indexed && { args: indexed }) });
  const filters = [{ addresses: [address], topics: topics.map((topic) => (topic === null ? null : [topic].flat())) }];
  const logs = await fetchLogs(source, { ...range, toBlock: toBlock ?? (await source.latestBlock()), filters });
  // The filter lets this event of this contract through alone.
  return actsOf(await dated(source, logs), { [contract]: address }) as (Place & ActNamed<Event>)[];
}
