// SPDX-License-Identifier: EUPL-1.2
import { globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { getBytes, type JsonRpcProvider, toQuantity } from "ethers";
import type { Piece } from "./scan.ts";

type Block = { extraData: string; transactions: { hash: string; input: string }[] };
type Log = { transactionHash: string; logIndex: string; topics: string[]; data: string };

/** Everything a chain keeps for ever from a block on: what transactions carried, what events told, what miners wrote. */
export async function chainPieces(provider: JsonRpcProvider, from = 0): Promise<Piece[]> {
  // Asked anew: the provider remembers its last answer for a while.
  const last = Number(await provider.send("eth_blockNumber", []));
  const numbers = Array.from({ length: last - from + 1 }, (_, i) => from + i);
  const blocks = await Promise.all(
    numbers.map(async (number) => (await provider.send("eth_getBlockByNumber", [toQuantity(number), true])) as Block),
  );
  const logs = (await provider.send("eth_getLogs", [{ fromBlock: toQuantity(from), toBlock: "latest" }])) as Log[];
  return [
    ...blocks.flatMap(({ extraData, transactions }, i) => [
      { place: `block ${from + i}`, bytes: getBytes(extraData) },
      ...transactions.map(({ hash, input }) => ({ place: `transaction ${hash}`, bytes: getBytes(input) })),
    ]),
    ...logs.flatMap(({ transactionHash, logIndex, topics, data }) =>
      [...topics, data].map((part) => ({
        place: `event ${Number(logIndex)} of ${transactionHash}`,
        bytes: getBytes(part),
      })),
    ),
  ];
}

/** Every file below a folder. */
export function filePieces(folder: string): Piece[] {
  const files = globSync("**/*", { cwd: folder }).filter((path) => statSync(join(folder, path)).isFile());
  return files.map((path) => ({ place: path, bytes: readFileSync(join(folder, path)) }));
}

/** A text, and what its `data:` addresses hold. */
export function textPieces(place: string, text: string): Piece[] {
  const data = [...text.matchAll(/data:[\w/+.;=-]*;base64,([A-Za-z0-9+/=]+)/gu)];
  return [
    { place, bytes: Buffer.from(text) },
    ...data.map(([, encoded = ""]) => ({
      place: `${place}, in a data address`,
      bytes: Buffer.from(encoded, "base64"),
    })),
  ];
}
