// SPDX-License-Identifier: EUPL-1.2
// Lies in the chain itself: a fork whose keeper can act as anybody, and write into contracts what he likes.
import { ROLES } from "@monnaie-commune/sdk/generated/roles";
import type { BaseContract, ContractTransactionResponse } from "ethers";
import { encodeAbiParameters, keccak256, numberToHex, type Hex } from "viem";
import { ethers, networkHelpers, time } from "../helpers/fixtures.ts";
import { days } from "../helpers/time.ts";
import type { Lie, Planted } from "./lie.ts";
import { askNode } from "./world.ts";

const PLACES = 40;

/** A signer for an account whose key nobody has. */
async function as(account: string) {
  await networkHelpers.impersonateAccount(account);
  await networkHelpers.setBalance(account, 10n ** 18n);
  return await ethers.getSigner(account);
}

async function done(sending: Promise<ContractTransactionResponse>): Promise<Planted> {
  const sent = await sending;
  await sent.wait();
  return { request: askNode, tx: sent.hash as Hex };
}

/** Changes the word of storage that `change` recognises, among the first of a contract or those of a key in them. */
async function rewrite(contract: BaseContract, key: Hex | undefined, change: (word: bigint) => bigint | undefined) {
  const address = await contract.getAddress();
  for (let place = 0n; place < PLACES; place++) {
    const slot =
      key === undefined
        ? place
        : BigInt(keccak256(encodeAbiParameters([{ type: "address" }, { type: "uint256" }], [key, place])));
    const changed = change(BigInt(await networkHelpers.getStorageAt(address, slot)));
    if (changed === undefined) continue;
    await networkHelpers.setStorageAt(address, slot, numberToHex(changed, { size: 32 }));
    await networkHelpers.mine();
    return;
  }
  throw new Error("There is nothing like that in the contract's storage");
}

const FRACTION_BITS = 48n;

export const STATE_LIES: readonly Lie[] = [
  {
    lie: "a balance raised in the contract's storage",
    foundBy: "settledBalancesAgree",
    plant: async ({ token, ana }) => {
      const raised = 100n << FRACTION_BITS;
      await rewrite(token, ana.address as Hex, (word) => (word === 0n ? undefined : word + raised));
      return { request: askNode };
    },
  },
  {
    lie: "a supply lowered in the contract's storage",
    foundBy: "issuedLessBurnedIsSupply",
    plant: async ({ token }) => {
      const supply = await token.totalSupply();
      await rewrite(token, undefined, (word) => (word === supply ? word - 1n : undefined));
      return { request: askNode };
    },
  },
  {
    lie: "money created by somebody who was given the role",
    foundBy: "everyIssueExplained",
    plant: async ({ manager, council, token, outsider }) => {
      await manager.connect(council).grantRole(ROLES.MINTER, outsider.address, 0);
      await time.increase(days(6));
      return await done(token.connect(outsider).mint(outsider.address, 100n));
    },
  },
  {
    lie: "a role of the contracts given to a person",
    foundBy: "contractRolesAgree",
    plant: async ({ manager, council, outsider }) =>
      await done(manager.connect(council).grantRole(ROLES.BURNER, outsider.address, 0)),
  },
  {
    lie: "money created by the right contract, without a run",
    foundBy: "everyIssueExplained",
    plant: async ({ issuance, token, outsider }) =>
      await done(token.connect(await as(await issuance.getAddress())).mint(outsider.address, 100n)),
  },
  {
    lie: "money destroyed without an order",
    foundBy: "everyBurnExplained",
    plant: async ({ redemptions, token }) =>
      await done(token.connect(await as(await redemptions.getAddress())).burn(100n)),
  },
  {
    lie: "a forged name of a role",
    foundBy: "roleLabelsAgree",
    plant: async ({ manager, council }) => await done(manager.connect(council).labelRole(ROLES.MINTER, "REVIEWER")),
  },
  {
    lie: "a function opened to another role",
    foundBy: "functionRolesAgree",
    plant: async ({ manager, council, token }) => {
      const args = [await token.getAddress(), [token.interface.getFunction("mint").selector], ROLES.COUNCIL] as const;
      const call = manager.interface.encodeFunctionData("setTargetFunctionRole", [args[0], [...args[1]], args[2]]);
      await manager.connect(council).schedule(await manager.getAddress(), call, 0);
      await time.increase(days(3));
      return await done(manager.connect(council).setTargetFunctionRole(args[0], [...args[1]], args[2]));
    },
  },
];
