// SPDX-License-Identifier: EUPL-1.2
// The check that decides: read from the node itself, with nothing of the scripts, the sdk's ledger or the plan in between.
import { AbiCoder, getAddress, id } from "ethers";
import type { Deployment } from "@monnaie-commune/sdk/deployments";
import type { FaultNode } from "./nodes.ts";

/** What somebody is to get, once. */
export type Due = { to: string; cents: bigint };

/** Currency that came into being: one Transfer event from nobody. */
export type Mint = Due & { tx: string; block: number };

export type Books = {
  mints: Mint[];
  burned: bigint;
  supply: bigint;
  /** Each chunk that was paid, and each claim sheet that was opened: whose run, which of its chunks, what it says it issued. */
  chunks: { run: string; index: bigint; mints: bigint; cents: bigint; tx: string }[];
};

type Log = { topics: string[]; data: string; transactionHash: string; blockNumber: string };

const TRANSFER = id("Transfer(address,address,uint256)");
const CHUNK_PAID = id("ChunkPaid(uint256,uint256,bytes32,uint256,uint256,uint256,address,address)");
const CLAIMS_OPENED = id(
  "ClaimsOpened(uint256,uint256,bytes32,uint256,bytes32,uint256,uint256,uint256,address,address)",
);
const TOTAL_SUPPLY = id("totalSupply()").slice(0, 10);
const NOBODY = `0x${"0".repeat(64)}`;

export async function readBooks(node: FaultNode, { contracts }: Deployment): Promise<Books> {
  const { RegionalToken, Issuance } = contracts;
  const logs = async (address: string, topics: (string | null)[]) => {
    return (await node.send("eth_getLogs", [{ address, topics, fromBlock: "0x0", toBlock: "latest" }])) as Log[];
  };
  const supply = await node.send("eth_call", [{ to: RegionalToken.address, data: TOTAL_SUPPLY }, "latest"]);
  const minted = await logs(RegionalToken.address, [TRANSFER, NOBODY]);
  const burned = await logs(RegionalToken.address, [TRANSFER, null, NOBODY]);
  const chunks = await logs(Issuance.address, [CHUNK_PAID]);
  const sheets = await logs(Issuance.address, [CLAIMS_OPENED]);
  return {
    mints: minted.map(({ topics, data, transactionHash, blockNumber }) => ({
      to: getAddress(`0x${topics[2]?.slice(26)}`),
      cents: BigInt(data),
      tx: transactionHash,
      block: Number(blockNumber),
    })),
    burned: burned.reduce((sum, { data }) => sum + BigInt(data), 0n),
    supply: BigInt(String(supply)),
    chunks: [
      ...chunks.map((log) => {
        const [index, mints, cents] = wordsOf(log);
        return { run: log.topics[1] ?? "", index, mints, cents, tx: log.transactionHash };
      }),
      // A sheet is issued in one sum: index, root, number of claims, amount.
      ...sheets.map((log) => {
        const [index, , , cents] = wordsOf(log);
        return { run: log.topics[1] ?? "", index, mints: 1n, cents, tx: log.transactionHash };
      }),
    ],
  };
}

function wordsOf({ data }: Log): [bigint, bigint, bigint, bigint] {
  return AbiCoder.defaultAbiCoder().decode(["uint256", "uint256", "uint256", "uint256"], data).toArray() as [
    bigint,
    bigint,
    bigint,
    bigint,
  ];
}

/**
 * What is wrong in the books: a payment made twice, of another amount, to somebody else, or outside a chunk or claim sheet; with `isAll`
 * also a payment that was not made.
 */
export function faultsIn(books: Books, due: readonly Due[], isAll: boolean): string[] {
  const wrong: string[] = [];
  const left = [...due];
  for (const mint of books.mints) {
    const owed = left.findIndex(({ to, cents }) => to === mint.to && cents === mint.cents);
    if (owed >= 0) left.splice(owed, 1);
    else wrong.push(`${mint.to} was paid ${mint.cents} cents that nobody owed, or twice (${mint.tx})`);
  }
  if (isAll) for (const { to, cents } of left) wrong.push(`${to} was not paid ${cents} cents`);

  const sum = (amounts: readonly { cents: bigint }[]) => amounts.reduce((total, { cents }) => total + cents, 0n);
  if (books.supply !== sum(books.mints) - books.burned)
    wrong.push(`The supply is ${books.supply} cents, not what was issued`);
  const names = books.chunks.map(({ run, index }) => `${run} ${index}`);
  if (new Set(names).size !== names.length) wrong.push("A chunk was paid twice");
  for (const { tx, mints, cents } of books.chunks) {
    const made = books.mints.filter((mint) => mint.tx === tx);
    if (BigInt(made.length) !== mints || sum(made) !== cents) wrong.push(`The chunk in ${tx} is not what it paid`);
  }
  if (sum(books.chunks) !== sum(books.mints)) wrong.push("Currency was issued outside a chunk");
  return wrong;
}
