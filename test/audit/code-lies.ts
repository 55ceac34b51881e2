// SPDX-License-Identifier: EUPL-1.2
// Lies about the code that runs, and in the file that says what was deployed.
import type { ContractName, Deployment } from "@monnaie-commune/sdk/deployments";
import { numberToHex, type Hex } from "viem";
import { networkHelpers } from "../helpers/fixtures.ts";
import type { Lie } from "./lie.ts";
import { withAnswer } from "./lying-node.ts";
import { askNode, type AuditedRegion } from "./world.ts";

const codeOf = async (address: string) => (await askNode("eth_getCode", [address, "latest"])) as Hex;

/** The token's code with another name for one of its errors: everything that does not fail goes on as before. */
async function withOtherError({ token }: AuditedRegion): Promise<Hex> {
  const code = await codeOf(await token.getAddress());
  const selectors: string[] = [];
  token.interface.forEachError((error) => selectors.push(error.selector.slice(2)));
  const selector = selectors.find((one) => code.includes(one));
  if (selector === undefined) throw new Error("The code names no error");
  return code.replace(selector, "deadbeef") as Hex;
}

type Entry = Deployment["contracts"][ContractName];

/** A record in which one contract is told otherwise. */
function recordWith({ deployment }: AuditedRegion, name: ContractName, change: Partial<Entry>): Deployment {
  const entry = deployment.contracts[name];
  return { ...deployment, contracts: { ...deployment.contracts, [name]: { ...entry, ...change } } };
}

export const CODE_LIES: readonly Lie[] = [
  {
    lie: "code put in the place of the token's",
    foundBy: "codeAgrees",
    plant: async (region) => {
      await networkHelpers.setCode(await region.token.getAddress(), await withOtherError(region));
      return {};
    },
  },
  {
    lie: "a node that shows other code than runs",
    foundBy: "codeAgrees",
    plant: ({ deployment }) => {
      const issuance = deployment.contracts.Issuance.address.toLowerCase();
      const lie = (code: unknown, [address]: readonly unknown[]) =>
        String(address).toLowerCase() === issuance ? `${String(code).slice(0, -200)}${"00".repeat(100)}` : code;
      return { request: withAnswer(askNode, "eth_getCode", (code, params) => lie(code, params)) };
    },
  },
  {
    lie: "a cap in the code that is not the one the token tells",
    foundBy: "constantsAgree",
    plant: async ({ token }) => {
      const cap = numberToHex(await token.cap(), { size: 32 }).slice(2);
      const raised = numberToHex((await token.cap()) * 2n, { size: 32 }).slice(2);
      return { request: withAnswer(askNode, "eth_getCode", (code) => String(code).replaceAll(cap, raised)) };
    },
  },
  {
    lie: "a record of another chain",
    foundBy: "deploymentAgrees",
    plant: ({ deployment }) => ({ record: { ...deployment, genesisHash: `0x${"11".repeat(32)}` } }),
  },
  {
    lie: "a record made from other sources",
    foundBy: "deploymentAgrees",
    plant: ({ deployment }) => ({ record: { ...deployment, compilerInputHash: `0x${"11".repeat(32)}` } }),
  },
  {
    lie: "a record with another address",
    foundBy: "deploymentAgrees",
    plant: (region) => ({ record: recordWith(region, "Issuance", { address: region.outsider.address as Hex }) }),
  },
  {
    lie: "a record with another block",
    foundBy: "deploymentAgrees",
    plant: (region) => ({
      record: recordWith(region, "Redemptions", { block: region.deployment.contracts.Redemptions.block + 1 }),
    }),
  },
  {
    lie: "a record with another code hash",
    foundBy: "deploymentAgrees",
    plant: (region) => {
      const { code } = region.deployment.contracts.RegionalToken;
      if (code === undefined) throw new Error("The record publishes no code");
      return { record: recordWith(region, "RegionalToken", { code: { ...code, hash: `0x${"11".repeat(32)}` } }) };
    },
  },
];
