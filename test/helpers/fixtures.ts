// SPDX-License-Identifier: EUPL-1.2
import { network } from "hardhat";
import { deploySystem } from "../../scripts/lib/deploy-system.ts";
import { memoryStore } from "../../scripts/lib/deployment-file.ts";
import { chainOf } from "../../scripts/lib/network.ts";
import { loadRegion } from "../../scripts/lib/region-file.ts";
import { type Actor, signerFor } from "../../scripts/lib/signers.ts";

const connection = await network.create("local");

export const { ethers, networkHelpers } = connection;
export const { loadFixture, time } = networkHelpers;

/** The chain the fixtures live on, as the scripts see it. */
export const chain = await chainOf(connection);

const OFFICES = 10;

/** The demo region as `npm run deploy` leaves it, with a wallet for each office, an outsider and some people. */
export async function deployedRegion() {
  const wallet = async (actor: Actor) => await signerFor(chain, actor);
  const region = loadRegion("centre-val-de-loire");
  const deployer = await wallet("deployer");
  const { deployment, system } = await deploySystem(chain, region, deployer, memoryStore());
  const [outsider, ...people] = (await ethers.getSigners()).slice(OFFICES - 1);
  if (outsider === undefined) throw new Error("The local chain has too few accounts");
  return {
    ...system,
    region,
    deployment,
    deployer,
    council: await wallet("council"),
    treasurer: await wallet("treasurer"),
    bonusOfficer: await wallet("bonusOfficer"),
    rewardOfficer: await wallet("rewardOfficer"),
    approver: await wallet("approver"),
    registrar: await wallet("registrar"),
    guardian: await wallet("guardian"),
    reviewer: await wallet("reviewer"),
    outsider,
    people,
  };
}
