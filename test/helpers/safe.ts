// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from "node:fs";
import type { BatchTransaction, SafeBatch } from "@monnaie-commune/sdk/safe/batch";
import { Interface } from "ethers";
import type { CallBatch } from "../../types/ethers-contracts/index.js";
import type { SafeAccount } from "../../scripts/lib/sending/safe.ts";

/** A contract that stands for a Safe, and the files that were written for its owners. */
export type TestSafe = { contract: CallBatch; account: SafeAccount; files: string[]; written: Promise<void> };

export async function testSafe(contract: CallBatch): Promise<TestSafe> {
  const files: string[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  const onFiles = (given: readonly string[]) => {
    files.push(...given);
    resolve();
  };
  const account: SafeAccount = { kind: "safe", address: await contract.getAddress(), onFiles };
  return { contract, account, files, written: promise };
}

export function readBatch(file: string): SafeBatch {
  return JSON.parse(readFileSync(file, "utf8")) as SafeBatch;
}

/** What the Transaction Builder makes of a call in clear: its values are read as it reads what people type. */
export function encoded({ contractMethod, contractInputsValues }: BatchTransaction): string {
  const { name, inputs } = contractMethod;
  const values = inputs.map(({ name: input, type }) => {
    const text = contractInputsValues[input] ?? "";
    if (type.startsWith("tuple")) return JSON.parse(text) as unknown;
    if (!type.endsWith("]")) return text;
    const list = text.trim().slice(1, -1);
    return list === "" ? [] : list.split(",");
  });
  return new Interface([{ type: "function", ...contractMethod }]).encodeFunctionData(name, values);
}

/** Signs and executes a file, as the owners do. */
export async function execute({ contract }: Pick<TestSafe, "contract">, file: string): Promise<void> {
  for (const transaction of readBatch(file).transactions) {
    await (await contract.run(transaction.to, [encoded(transaction)])).wait();
  }
}
