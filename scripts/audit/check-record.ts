// SPDX-License-Identifier: EUPL-1.2
// A deployment record says where contracts stand, since when and from which code: nothing of it is believed.
import { existsSync, readFileSync } from "node:fs";
import { CONTRACT_NAMES, type ContractName, type Deployment } from "@monnaie-commune/sdk/deployments";
import type { JournalContracts } from "@monnaie-commune/sdk/ledger/acts";
import { checkOf, type Check } from "@monnaie-commune/sdk/ledger/checks/check";
import { isAddressEqual, type Hex } from "viem";
import { Failure } from "../lib/failure.ts";
import type { CodeFound } from "./check-code.ts";
import type { AuditNode } from "./node.ts";

/** @throws Failure when the file is not there, or is no record of a finished deployment. */
export function readRecord(file: string): Deployment {
  if (!existsSync(file)) throw new Failure(1, "audit.noRecord", { file });
  let record: Partial<Deployment>;
  try {
    record = JSON.parse(readFileSync(file, "utf8")) as Partial<Deployment>;
  } catch (error) {
    throw new Failure(1, "audit.badRecord", { file }, { cause: error });
  }
  const missing = CONTRACT_NAMES.filter((name) => record.contracts?.[name]?.address === undefined);
  if (missing.length > 0) throw new Failure(1, "audit.badRecord", { file });
  return record as Deployment;
}

type Facts = readonly boolean[];

function count(facts: Facts, contract?: ContractName): Check {
  const right = facts.filter(Boolean).length;
  return checkOf("deploymentAgrees", BigInt(facts.length), BigInt(right), contract === undefined ? {} : { contract });
}

/** Whether a contract began to be in that block; nothing where the node does not keep what was that long ago. */
async function beganIn({ client }: AuditNode, address: Hex, block: number): Promise<boolean | undefined> {
  const codeAt = async (number: number) => (await client.getCode({ address, blockNumber: BigInt(number) })) ?? "0x";
  try {
    return (await codeAt(block)) !== "0x" && (block === 0 || (await codeAt(block - 1)) === "0x");
  } catch {
    return undefined;
  }
}

/** The chain, the addresses, the blocks and the code hashes of a record, each against what was found on the chain. */
export async function checkRecord(
  node: AuditNode,
  record: Deployment,
  contracts: JournalContracts,
  found: readonly CodeFound[],
  inputHash: Hex,
): Promise<Check[]> {
  const chain = count([
    record.chainId === node.chainId,
    record.genesisHash === node.genesisHash,
    record.compilerInputHash === inputHash,
  ]);
  const ofContracts = CONTRACT_NAMES.map(async (name) => {
    const { address, block, code } = record.contracts[name];
    const own = contracts[name];
    const began = await beganIn(node, address, block);
    const examination = found.find((one) => one.name === name)?.examination;
    return count(
      [
        own !== undefined && isAddressEqual(own, address),
        ...(began === undefined ? [] : [began]),
        ...(code === undefined ? [] : [code.hash === examination?.hash]),
      ],
      name,
    );
  });
  return [chain, ...(await Promise.all(ofContracts))];
}
