// SPDX-License-Identifier: EUPL-1.2
import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { network } from "hardhat";
import { ROLES } from "@monnaie-commune/sdk/generated/roles";
import { CONTRACT_ROLES, FUNCTION_ROLES } from "../../scripts/lib/permissions.ts";

export const { ethers, networkHelpers } = await network.create("local");
export const { loadFixture, time } = networkHelpers;

export type Signer = HardhatEthersSigner;

/** The contracts of a region as they are after deployment, with one signer for each role, an outsider and citizens. */
export async function region() {
  const [deployer, council, treasurer, bonusOfficer, rewardOfficer, approver, registrar, guardian, reviewer, outsider] =
    (await ethers.getSigners()) as Signer[] as [
      Signer,
      Signer,
      Signer,
      Signer,
      Signer,
      Signer,
      Signer,
      Signer,
      Signer,
      Signer,
    ];
  const people = (await ethers.getSigners()).slice(10);
  const manager = await ethers.deployContract("AccessManager", [council.address]);
  const parameters = {
    name: "Monnaie commune",
    symbol: "MC",
    contractURI: "data:application/json,{}",
    cap: 100_000_000n,
    ordinaryRateBps: 600n,
    merchantRateBps: 200n,
    rateCeilingBps: 2_000n,
  };
  const token = await ethers.deployContract("RegionalToken", [parameters, manager]);
  const registry = await ethers.deployContract("MerchantRegistry", [manager, token]);
  const issuance = await ethers.deployContract("Issuance", [manager, token]);
  const contracts = { RegionalToken: token, MerchantRegistry: registry, Issuance: issuance };

  const admin = manager.connect(council);
  for (const [name, roles] of Object.entries(FUNCTION_ROLES)) {
    const contract = contracts[name as keyof typeof contracts];
    for (const [functionName, role] of Object.entries(roles)) {
      const selector = (contract.interface.getFunction as (name: string) => { selector: string })(
        functionName,
      ).selector;
      await admin.setTargetFunctionRole(contract, [selector], ROLES[role]);
    }
  }
  for (const { role, holder } of CONTRACT_ROLES) await admin.grantRole(ROLES[role], contracts[holder], 0);
  for (const [role, holder] of [
    ["COUNCIL", council],
    ["TREASURER", treasurer],
    ["BONUS_OFFICER", bonusOfficer],
    ["REWARD_OFFICER", rewardOfficer],
    ["APPROVER", approver],
    ["REGISTRAR", registrar],
    ["GUARDIAN", guardian],
    ["REVIEWER", reviewer],
  ] as const) {
    await admin.grantRole(ROLES[role], holder, 0);
  }
  return {
    manager,
    token,
    registry,
    issuance,
    deployer,
    council,
    treasurer,
    bonusOfficer,
    rewardOfficer,
    approver,
    registrar,
    guardian,
    reviewer,
    outsider,
    people,
  };
}
