// SPDX-License-Identifier: EUPL-1.2
import type { ContractName } from "@monnaie-commune/sdk/deployments";
import { RedemptionsAbi, RegionalTokenAbi } from "@monnaie-commune/sdk/generated/abis";
import type { JournalContracts } from "@monnaie-commune/sdk/ledger/acts";
import { checkOf, type Check } from "@monnaie-commune/sdk/ledger/checks/check";
import { maskedCode, programOf } from "@monnaie-commune/sdk/runtime-code";
import { type Hex, keccak256, size, toBytes } from "viem";
import type { CompiledContract } from "../lib/compiled-contract.ts";
import { examineCode, type Examination } from "../lib/deployed-code.ts";
import type { Recompiled } from "../lib/recompile.ts";
import type { AuditNode } from "./node.ts";

/** What was found of a contract's code. */
export type CodeFound = { name: ContractName; address: Hex; code: Hex; examination: Examination };

/** The contracts that are there, with their addresses; the batch only where it is known. */
export function contractsOf(contracts: JournalContracts): [ContractName, Hex][] {
  return (Object.entries(contracts) as [ContractName, Hex | undefined][]).flatMap(([name, address]) =>
    address === undefined ? [] : [[name, address]],
  );
}

export async function readCode(
  { client }: AuditNode,
  contracts: JournalContracts,
  compiled: Recompiled,
  block: number,
): Promise<CodeFound[]> {
  return await Promise.all(
    contractsOf(contracts).map(async ([name, address]) => {
      const code = (await client.getCode({ address, blockNumber: BigInt(block) })) ?? "0x";
      return { name, address, code, examination: examineCode(code, compiled[name]) };
    }),
  );
}

/** Bytes of a compiled program that stand at the same place in the code of the chain, its immutables left out. */
function equalBytes(code: Hex, { runtime, immutables }: CompiledContract): { all: number; equal: number } {
  const wanted = maskedCode(programOf(runtime), immutables);
  const found = size(code) === size(runtime) ? maskedCode(programOf(code), immutables) : programOf(code);
  const all = size(wanted);
  let equal = 0;
  for (let at = 2; at < wanted.length; at += 2) if (wanted.slice(at, at + 2) === found.slice(at, at + 2)) equal++;
  // A program that goes on where ours ends is another one.
  return { all, equal: found.length > wanted.length ? Math.min(equal, all - 1) : equal };
}

/** The code of every contract is what the sources compile to, byte for byte. */
export function checkCode(found: readonly CodeFound[], compiled: Recompiled): Check[] {
  return found.map(({ name, code, examination: { match } }) => {
    const { all, equal } = equalBytes(code, compiled[name]);
    const isOurs = match === "exact" || match === "sameProgram";
    return checkOf("codeAgrees", BigInt(all), BigInt(isOurs ? all : Math.min(equal, all - 1)), { contract: name });
  });
}

/** What the constants in the code have to be, where something else on the chain says it. */
async function expectedConstants(
  { client, chainId }: AuditNode,
  contracts: JournalContracts,
  block: number,
): Promise<(name: ContractName, address: Hex) => Record<string, string>> {
  const at = { blockNumber: BigInt(block) };
  const token = { ...at, abi: RegionalTokenAbi, address: contracts.RegionalToken } as const;
  const [name, cap, ceiling, ordinary, merchant, feeCeiling] = await Promise.all([
    client.readContract({ ...token, functionName: "name" }),
    client.readContract({ ...token, functionName: "cap" }),
    client.readContract({ ...token, functionName: "rateCeilingBps" }),
    client.readContract({ ...token, functionName: "ratesOf", args: [0] }),
    client.readContract({ ...token, functionName: "ratesOf", args: [1] }),
    client.readContract({ ...at, abi: RedemptionsAbi, address: contracts.Redemptions, functionName: "feeCeilingBps" }),
  ]);
  const domains: Partial<Record<ContractName, string>> = {
    RegionalToken: name,
    MerchantRegistry: "MerchantRegistry",
    Issuance: "Issuance",
    Redemptions: "Redemptions",
  };
  const ofToken = {
    cap: `${cap}`,
    ceilingBps: `${ceiling}`,
    firstOrdinaryBps: `${ordinary[0]?.yearlyRateBps}`,
    firstMerchantBps: `${merchant[0]?.yearlyRateBps}`,
    firstOrdinaryExponent: `${ordinary[0]?.dailyExponent}`,
    firstMerchantExponent: `${merchant[0]?.dailyExponent}`,
  };
  return (contract, address) => {
    const domain = domains[contract];
    return {
      ...(contract === "RegionalToken" ? ofToken : { token: contracts.RegionalToken }),
      ...(contract === "Redemptions" && { registry: contracts.MerchantRegistry, feeCeilingBps: `${feeCeiling}` }),
      ...(domain !== undefined && {
        cachedChainId: `${chainId}`,
        cachedThis: address,
        hashedName: keccak256(toBytes(domain)),
        hashedVersion: keccak256(toBytes("1")),
      }),
    };
  };
}

/** The constants in the code of every contract are what the chain says of them: the token, the cap, the rates. */
export async function checkConstants(
  node: AuditNode,
  contracts: JournalContracts,
  found: readonly CodeFound[],
  block: number,
): Promise<Check[]> {
  const expectedOf = await expectedConstants(node, contracts, block);
  return found.flatMap(({ name, address, examination: { immutables } }) => {
    const values = new Map(immutables.map((constant) => [constant.name, constant.value]));
    const expected = Object.entries(name === "AccessManager" ? {} : expectedOf(name, address));
    if (expected.length === 0) return [];
    const equal = expected.filter(([constant, value]) => values.get(constant)?.toLowerCase() === value.toLowerCase());
    return [checkOf("constantsAgree", BigInt(expected.length), BigInt(equal.length), { contract: name })];
  });
}
