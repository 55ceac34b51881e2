// SPDX-License-Identifier: EUPL-1.2
import { network } from "hardhat";

/** A chain of its own with the token alone; `admin` holds every role by the access manager's default. */
export const { ethers, networkHelpers } = await network.create();
export const { loadFixture, time } = networkHelpers;

export const CAP = 100_000_000n;
export const CEILING_BPS = 2_000n;
export const ORDINARY_BPS = 600n;
export const MERCHANT_BPS = 200n;
export const ORDINARY = 0n;
export const MERCHANT = 1n;
export const EXEMPT = 2n;
export const CONTRACT_URI = 'data:application/json;utf8,{"name":"Monnaie"}';
export const PARAMETERS = {
  name: "Monnaie commune",
  symbol: "MC",
  contractURI: CONTRACT_URI,
  cap: CAP,
  ordinaryRateBps: ORDINARY_BPS,
  merchantRateBps: MERCHANT_BPS,
  rateCeilingBps: CEILING_BPS,
};

const SECONDS_PER_DAY = 86_400n;

/** At noon UTC: the day stands still during a test unless it says otherwise. */
export async function deployToken() {
  const [admin, ana, ben, cleo, outsider] = await Promise.all([
    ethers.provider.getSigner(0),
    ethers.provider.getSigner(1),
    ethers.provider.getSigner(2),
    ethers.provider.getSigner(3),
    ethers.provider.getSigner(4),
  ]);
  await passDays(1);
  const manager = await ethers.deployContract("AccessManager", [admin.address]);
  const token = await ethers.deployContract("RegionalToken", [PARAMETERS, await manager.getAddress()]);
  const till = await token.getAddress();
  return { admin, ana, ben, cleo, outsider, manager, token, till };
}

/** `deployToken`, and ana holds 100,00, ben 50,00; cleo nothing. */
export async function funded() {
  const fixture = await deployToken();
  await fixture.token.mint(fixture.ana.address, 10_000n);
  await fixture.token.mint(fixture.ben.address, 5_000n);
  return fixture;
}

/** Noon UTC, a number of days from now. */
export async function passDays(days: number): Promise<void> {
  const today = BigInt(await time.latest()) / SECONDS_PER_DAY;
  await time.increaseTo((today + BigInt(days)) * SECONDS_PER_DAY + SECONDS_PER_DAY / 2n);
}
