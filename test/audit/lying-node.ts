// SPDX-License-Identifier: EUPL-1.2
// Nodes that lie: what stands between whoever audits and a true node, and changes what it says.
import type { RpcRequest } from "@monnaie-commune/sdk/ledger/rpc-source";
import {
  decodeAbiParameters,
  decodeEventLog,
  encodeAbiParameters,
  encodeEventTopics,
  numberToHex,
  type Abi,
  type AbiEvent,
  type Hex,
} from "viem";

/** A log as nodes give it. */
export type NodeLog = {
  address: Hex;
  topics: Hex[];
  data: Hex;
  blockNumber: Hex;
  logIndex: Hex;
  transactionHash: Hex;
  blockTimestamp?: Hex | null;
};

/** What a lying node makes of a log: another one, several, or none. */
export type LogLie = (log: NodeLog) => readonly NodeLog[];

type Receipt = { logs: NodeLog[] } | null;

/** Changes logs wherever the node gives them: in its register, and unless `onlyInRegister` on receipts too. */
export function withLogs(request: RpcRequest, lie: LogLie, { onlyInRegister = false } = {}): RpcRequest {
  return async (method, params) => {
    const answer = await request(method, params);
    if (method === "eth_getLogs") return (answer as NodeLog[]).flatMap(lie);
    if (method !== "eth_getTransactionReceipt" || answer === null || onlyInRegister) return answer;
    return { ...(answer as object), logs: (answer as NonNullable<Receipt>).logs.flatMap(lie) };
  };
}

/** Moves the times of some blocks by some seconds. */
export function withTimes(request: RpcRequest, seconds: number, isMoved: (block: number) => boolean): RpcRequest {
  const moved = (block: Hex, timestamp: Hex) =>
    isMoved(Number(block)) ? numberToHex(Number(timestamp) + seconds) : timestamp;
  return async (method, params) => {
    const answer = await request(method, params);
    if (method === "eth_getLogs") {
      return (answer as NodeLog[]).map((log) =>
        log.blockTimestamp ? { ...log, blockTimestamp: moved(log.blockNumber, log.blockTimestamp) } : log,
      );
    }
    if (method !== "eth_getBlockByNumber" || answer === null) return answer;
    const block = answer as { number: Hex; timestamp: Hex };
    return { ...block, timestamp: moved(block.number, block.timestamp) };
  };
}

/** Changes what the node answers to a method, where `lie` has something else to say. */
export function withAnswer(
  request: RpcRequest,
  about: string,
  lie: (answer: unknown, params: readonly unknown[]) => unknown,
): RpcRequest {
  return async (method, params) => {
    const answer = await request(method, params);
    return method === about ? lie(answer, params) : answer;
  };
}

const RESULTS = [
  {
    type: "tuple[]",
    components: [
      { name: "success", type: "bool" },
      { name: "returnData", type: "bytes" },
    ],
  },
] as const;

/** The calls of a bundle, in order: those without arguments, and with one address. */
const callsIn = (data: string, selectors: readonly Hex[]): Hex[] => {
  const all = new RegExp(selectors.map((selector) => `${selector.slice(2)}0{24}[0-9a-f]{40}`).join("|"), "gu");
  return (data.match(all) ?? []).map((call): Hex => `0x${call}`);
};

/**
 * Changes what contracts answer to one question, `asked`, whether it is put alone or in a bundle.
 * @param bundled Functions that bundles ask of each address in turn.
 */
export function withCall(
  request: RpcRequest,
  asked: Hex,
  lie: (answer: Hex) => Hex,
  bundled: readonly Hex[] = [],
): RpcRequest {
  return withAnswer(request, "eth_call", (answer, [call]) => {
    const { data = "0x" } = call as { data?: Hex };
    const wanted = asked.toLowerCase();
    if (data.toLowerCase() === wanted) return lie(answer as Hex);
    const place = callsIn(data.toLowerCase(), bundled).findIndex((one) => one === wanted);
    if (place < 0) return answer;
    const [results] = decodeAbiParameters(RESULTS, answer as Hex);
    const changed = results.map((result, i) =>
      i === place ? { ...result, returnData: lie(result.returnData) } : result,
    );
    return encodeAbiParameters(RESULTS, [changed]);
  });
}

/** A number more than the truth. */
export const moreBy =
  (cents: bigint) =>
  (answer: Hex): Hex =>
    numberToHex(BigInt(answer) + cents, { size: 32 });

/** The same log with other arguments; undefined when it is of another event. */
export function retold(
  abi: Abi,
  eventName: string,
  log: NodeLog,
  change: (args: Record<string, unknown>) => Record<string, unknown>,
): NodeLog | undefined {
  const event = abi.find((item): item is AbiEvent => item.type === "event" && item.name === eventName);
  if (event === undefined || log.topics[0] !== encodeEventTopics({ abi: [event] })[0]) return undefined;
  const { args } = decodeEventLog({ abi: [event], topics: log.topics as [Hex, ...Hex[]], data: log.data });
  const told = change(args);
  const inputs = event.inputs.filter(({ indexed }) => indexed !== true);
  return {
    ...log,
    topics: encodeEventTopics({ abi: [event], eventName, args: told }) as Hex[],
    data: encodeAbiParameters(
      inputs,
      inputs.map(({ name }) => told[name ?? ""]),
    ),
  };
}
