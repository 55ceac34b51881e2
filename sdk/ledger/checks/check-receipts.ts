// SPDX-License-Identifier: EUPL-1.2
import type { Hex } from "viem";
import type { ChainLog } from "../source.ts";
import { Tally, type Check } from "./check.ts";
import type { PrivilegedAct, Sender } from "./check-actors.ts";

/** The receipt of a transaction: who sent it, and what it logged, by the place in its block. */
export type Receipt = Sender & {
  block: number;
  logs: ReadonlyMap<number, Pick<ChainLog, "address" | "topics" | "data">>;
};

const said = ({ address, topics, data }: Pick<ChainLog, "address" | "topics" | "data">) =>
  `${address} ${topics.join(" ")} ${data}`.toLowerCase();

/** Every decision stands, word for word, on the receipt of its transaction too: a node cannot tell one only when asked for logs. */
export function checkReceipts(
  acts: readonly PrivilegedAct[],
  logs: readonly ChainLog[],
  receipts: ReadonlyMap<Hex, Receipt>,
): Check {
  const tally = new Tally();
  const byPlace = new Map(logs.map((log) => [`${log.block} ${log.logIndex}`, log]));
  for (const { act } of acts) {
    const log = byPlace.get(`${act.block} ${act.logIndex}`);
    const receipt = receipts.get(act.tx);
    const onReceipt = receipt?.block === act.block ? receipt.logs.get(act.logIndex) : undefined;
    tally.add(log !== undefined && onReceipt !== undefined && said(log) === said(onReceipt), act);
  }
  return tally.check("actsInReceipts");
}
