// SPDX-License-Identifier: EUPL-1.2
import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { getAddress, id } from "ethers";
import { keyedClaims, prepareClaims, sheetArgs } from "../helpers/claims.ts";
import { deployedRegion, ethers, loadFixture, networkHelpers, time } from "../helpers/fixtures.ts";
import { payment, prepareRun } from "../helpers/runs.ts";
import { roleId, tableRoles, type TableRole } from "./roles-table.ts";

export type Caller = { name: TableRole | "outsider"; address: string };
export type World = Awaited<ReturnType<typeof world>>;

export const details = {
  category: 3n,
  commune: "0x3435323334", // 45234, Orléans
  recordHash: id("record"),
  recordURI: "records/shop.json",
};

const DAY = 86_400n;
const NO_END = 2n ** 48n;
const CLAIM_DAYS = 30n;

/** Cents a shop holds, and asks for in euros; and the fee of the demo region, in basis points. */
const HELD = 20_00n;
export const EXIT = 5_00n;
export const FEE_BPS = 300n;

/** An address that nobody holds the key of: calls are only simulated. */
export function somebody(name: string): string {
  return getAddress(`0x${id(name).slice(-40)}`);
}

/** The run of a programme whose sheet 0 is to be opened, and sheet 1 is open. */
export function claimRunOf(programmeId: bigint): bigint {
  return 4n + programmeId;
}

/** A region in which each role has a holder who has no other, and every function has something to work on. */
export async function world() {
  const region = await deployedRegion();
  const { manager, token, registry, issuance } = region;
  const admin = manager.connect(region.council);
  const callers: Caller[] = [{ name: "outsider", address: somebody("outsider") }];
  for (const name of tableRoles()) {
    const caller = { name, address: somebody(name) };
    await admin.grantRole(roleId(name), caller.address, 0);
    callers.push(caller);
  }
  await time.increase(10n * DAY); // every grant holds, and the delays of the deployment too

  const council = issuance.connect(region.council);
  const run = prepareRun([[payment({ address: somebody("payee") }, 1_00n)]]);
  const deadline = BigInt(await time.latest()) + CLAIM_DAYS * DAY;
  const letters = (name: string) => keyedClaims(name, [2_00n, 3_00n]);
  const claims = prepareClaims([], [letters("to be opened"), letters("opened")], Number(deadline));
  for (const [purpose, programmeId, officer] of [
    [0n, 1n, region.bonusOfficer],
    [1n, 2n, region.rewardOfficer],
  ] as const) {
    await council.openProgramme(purpose, 1_000_00n, 0n, NO_END, id("decision"));
    await issuance.connect(region.treasurer).attest(programmeId, 500_00n, id(`order ${programmeId}`));
    for (const plan of [1n, 2n]) {
      const planHash = id(`plan ${programmeId}.${plan}`);
      await issuance.connect(officer).proposeRun(programmeId, run.tree.root, planHash, run.paymentCount, run.total);
    }
    await issuance.connect(region.approver).approveRun(2n * programmeId); // 2 and 4; 1 and 3 stay proposed
  }
  for (const [programmeId, officer] of [
    [1n, region.bonusOfficer],
    [2n, region.rewardOfficer],
  ] as const) {
    const { tree, paymentCount, total } = claims;
    const planHash = id(`letters ${programmeId}`);
    await issuance.connect(officer).proposeRun(programmeId, tree.root, planHash, paymentCount, total);
    const claimRun = claimRunOf(programmeId);
    await issuance.connect(region.approver).approveRun(claimRun);
    await issuance.connect(officer).openClaims(...sheetArgs(claimRun, claims, 1));
  }

  const registrar = registry.connect(region.registrar);
  const [applicant] = region.people;
  if (applicant === undefined) throw new Error("The region has no people");
  await registry.connect(applicant).applyAsMerchant(details);
  await registrar.register(somebody("approved shop"), details);
  await registrar.register(somebody("suspended shop"), details);
  await registrar.suspend(somebody("suspended shop"), 1);
  await registrar.recordStructure(somebody("structure"), 1_000, 0, id("convention"));

  const [, shop] = region.people;
  if (shop === undefined) throw new Error("The region has too few people");
  await registrar.register(shop.address, details);
  await fund(region, callers, shop.address);
  await token.connect(shop).approve(region.redemptions, HELD);
  await region.redemptions.connect(shop).request(EXIT, FEE_BPS); // request 1

  const today = await token.today();
  await token.connect(region.council).announceRate(1, 100, today + 60n);
  const closing = manager.interface.encodeFunctionData("setTargetClosed", [issuance.target, true]);
  await admin.schedule(manager, closing, 0);
  return { ...region, callers, run, claims, deadline, applicant, shop, closing, today };
}

/** The same, and every caller is an approved shop that holds money and has a request of its own. */
async function worldOfShops(): Promise<World> {
  const base = await world();
  const { callers, redemptions, token } = base;
  const registrar = base.registry.connect(base.registrar);
  for (const { address } of callers) {
    await registrar.register(address, details);
    await fund(base, callers, address);
    const caller = await asCaller(address);
    await token.connect(caller).approve(redemptions, HELD);
    await redemptions.connect(caller).request(EXIT, FEE_BPS);
  }
  return base;
}

/** The request of a caller, in the world of shops. */
export function requestOf({ callers }: World, caller: Caller): bigint {
  return 2n + BigInt(callers.findIndex(({ address }) => address === caller.address));
}

/** A signer for an address that nobody holds the key of. */
async function asCaller(address: string): Promise<HardhatEthersSigner> {
  await networkHelpers.setBalance(address, 10n ** 18n);
  return await ethers.getImpersonatedSigner(address);
}

/** Creates money in an account, by the caller who has the role for it. */
async function fund({ token }: Pick<World, "token">, callers: readonly Caller[], account: string): Promise<void> {
  const minter = callers.find(({ name }) => name === "MINTER")?.address ?? "";
  await token.connect(await asCaller(minter)).mint(account, HELD);
}

/** The same, and issuing is closed. */
async function closedWorld(): Promise<World> {
  const base = await world();
  await base.issuance.connect(base.guardian).close();
  return base;
}

/** The same, and the deadline of its claims is over. */
async function expiredWorld(): Promise<World> {
  const base = await world();
  await time.increaseTo(base.deadline + 1n);
  return base;
}

/** A world, built once. */
export async function loadWorld(kind: "base" | "shops" | "closed" | "expired"): Promise<World> {
  return await loadFixture({ base: world, shops: worldOfShops, closed: closedWorld, expired: expiredWorld }[kind]);
}
