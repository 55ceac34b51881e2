// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from "node:fs";
import type { ContractName } from "@monnaie-commune/sdk/deployments";
import { type Provider, getBytes, hexlify, keccak256, toUtf8Bytes } from "ethers";
import { artifacts } from "hardhat";

/**
 * Whether the code at an address is what our sources compile to. Immutables are left out of the comparison: they are
 * constructor arguments, or follow from the address.
 */
export async function isOurCode(provider: Provider, name: ContractName, address: string): Promise<boolean> {
  const { deployedBytecode, immutableReferences = {} } = await artifacts.readArtifact(name);
  const masks = Object.values(immutableReferences).flat();
  const masked = (code: string) => {
    const bytes = getBytes(code);
    for (const { start, length } of masks) bytes.fill(0, start, start + length);
    return hexlify(bytes);
  };
  const code = await provider.getCode(address);
  return code.length === deployedBytecode.length && masked(code) === masked(deployedBytecode);
}

/** keccak256 of the input the compiler got for the token: sources and settings, byte for byte. */
export async function compilerInputHash(): Promise<`0x${string}`> {
  const { buildInfoId } = await artifacts.readArtifact("RegionalToken");
  const path = buildInfoId === undefined ? undefined : await artifacts.getBuildInfoPath(buildInfoId);
  if (path === undefined) throw new Error("The contracts are not compiled");
  const { input } = JSON.parse(readFileSync(path, "utf8")) as { input: unknown };
  return keccak256(toUtf8Bytes(JSON.stringify(input))) as `0x${string}`;
}
