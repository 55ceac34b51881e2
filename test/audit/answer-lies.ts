// SPDX-License-Identifier: EUPL-1.2
// Lies about what contracts answer when they are asked.
import { AccessManagerAbi, IssuanceAbi, RedemptionsAbi, RegionalTokenAbi } from "@monnaie-commune/sdk/generated/abis";
import { ROLES } from "@monnaie-commune/sdk/generated/roles";
import {
  encodeEventTopics,
  encodeFunctionData,
  encodeFunctionResult,
  decodeFunctionResult,
  numberToHex,
  toFunctionSelector,
  type Hex,
} from "viem";
import type { Lie } from "./lie.ts";
import { moreBy, withAnswer, withCall, type NodeLog } from "./lying-node.ts";
import { askNode } from "./world.ts";

const BALANCES = ["settledBalanceOf(address)", "balanceOf(address)"].map((signature) => toFunctionSelector(signature));

const balance = (functionName: "balanceOf" | "settledBalanceOf", account: string): Hex =>
  encodeFunctionData({ abi: RegionalTokenAbi, functionName, args: [account as Hex] });

export const ANSWER_LIES: readonly Lie[] = [
  {
    lie: "a balance of today with a cent more",
    foundBy: "liveBalancesAgree",
    plant: ({ ana }) => ({ request: withCall(askNode, balance("balanceOf", ana.address), moreBy(1n), BALANCES) }),
  },
  {
    lie: "a settled balance with a cent less",
    foundBy: "settledBalancesAgree",
    plant: ({ shop }) => ({
      request: withCall(askNode, balance("settledBalanceOf", shop.address), moreBy(-1n), BALANCES),
    }),
  },
  {
    lie: "a supply with a cent less",
    foundBy: "balancesMakeSupply",
    plant: () => ({
      request: withCall(
        askNode,
        encodeFunctionData({ abi: RegionalTokenAbi, functionName: "totalSupply" }),
        moreBy(-1n),
      ),
    }),
  },
  {
    lie: "a cap lower than what circulates",
    foundBy: "supplyWithinCap",
    plant: () => ({
      request: withCall(askNode, encodeFunctionData({ abi: RegionalTokenAbi, functionName: "cap" }), () =>
        numberToHex(100, { size: 32 }),
      ),
    }),
  },
  {
    lie: "euros paid out that were not",
    foundBy: "redeemedAgrees",
    plant: () => ({
      request: withCall(askNode, encodeFunctionData({ abi: RedemptionsAbi, functionName: "redeemed" }), moreBy(100n)),
    }),
  },
  {
    lie: "a programme that has issued less than it did",
    foundBy: "programmeAgrees",
    plant: () => {
      const asked = encodeFunctionData({ abi: IssuanceAbi, functionName: "programmeOf", args: [1n] });
      const lie = (answer: Hex): Hex => {
        const told = decodeFunctionResult({ abi: IssuanceAbi, functionName: "programmeOf", data: answer });
        const result = { ...told, issued: told.issued - 1n };
        return encodeFunctionResult({ abi: IssuanceAbi, functionName: "programmeOf", result });
      };
      return { request: withCall(askNode, asked, lie) };
    },
  },
  {
    lie: "an officer who is said to have no role",
    foundBy: "rolesConfirmed",
    plant: ({ approver }) => {
      const args = [ROLES.APPROVER, approver.address as Hex] as const;
      const asked = encodeFunctionData({ abi: AccessManagerAbi, functionName: "getAccess", args });
      const nothing = encodeFunctionResult({ abi: AccessManagerAbi, functionName: "getAccess", result: [0, 0, 0, 0] });
      return { request: withCall(askNode, asked, () => nothing) };
    },
  },
  {
    lie: "a decision sent by somebody else",
    foundBy: "sendersHadRole",
    plant: async ({ issuance, outsider }) => {
      const topics = encodeEventTopics({ abi: IssuanceAbi, eventName: "ProgrammeOpened" });
      const filter = { fromBlock: "0x0", toBlock: "latest", address: await issuance.getAddress(), topics };
      const [log] = (await askNode("eth_getLogs", [filter])) as NodeLog[];
      if (log === undefined) throw new Error("No programme was opened");
      const request = withAnswer(askNode, "eth_getTransactionReceipt", (answer, [hash]) =>
        hash === log.transactionHash ? { ...(answer as object), from: outsider.address.toLowerCase() } : answer,
      );
      return { request, tx: log.transactionHash };
    },
  },
];
