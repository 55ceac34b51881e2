// SPDX-License-Identifier: EUPL-1.2
import { CONTRACT_NAMES, type ContractName, type Deployment } from "@monnaie-commune/sdk/deployments";
import type { Hex } from "viem";
import { codeAt, examineCode, type Examination } from "../lib/deployed-code.ts";
import type { Chain } from "../lib/network.ts";
import type { Recompiled } from "../lib/recompile.ts";
import { creationOf, encodedArguments, isCreationOf } from "./creation.ts";

/**
 * What was found of a contract. `published` is whether the hash in the deployment is that of its code, undefined when the
 * deployment has none; `created` whether it was created by this code and the deployment's arguments, undefined when the
 * node no longer knows the block.
 */
export type ContractCheck = Examination & {
  name: ContractName;
  address: Hex;
  published: boolean | undefined;
  created: boolean | undefined;
};

export function holds({ match, published, created }: ContractCheck): boolean {
  return (match === "exact" || match === "sameProgram") && published !== false && created !== false;
}

/** Compares every contract of a deployment with what the compiler makes of its sources. */
export async function checkDeployment(
  chain: Chain,
  { contracts }: Deployment,
  compiled: Recompiled,
): Promise<ContractCheck[]> {
  return await Promise.all(
    CONTRACT_NAMES.map(async (name) => {
      const { address, args, code } = contracts[name];
      const [onChain, creation] = await Promise.all([
        codeAt(chain.provider, address),
        creationOf(chain, contracts[name]),
      ]);
      const examination = examineCode(onChain, compiled[name]);
      return {
        ...examination,
        name,
        address,
        published: code && code.hash === examination.hash,
        created: creation && isCreationOf(creation, compiled[name], encodedArguments(name, args)),
      };
    }),
  );
}
