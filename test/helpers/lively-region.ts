// SPDX-License-Identifier: EUPL-1.2
import { id } from "ethers";
import { cancelArgs, claimArgs, keyedClaims, prepareClaims, sheetArgs } from "./claims.ts";
import { deployedRegion, loadFixture, time } from "./fixtures.ts";
import { threeOf } from "./people.ts";
import { chunkArgs, payment } from "./runs.ts";
import { days } from "./time.ts";

/** A year in small: a run in two chunks and two claim sheets, a shop, payments, settling, and days that go by. */
export async function livelyRegion() {
  const region = await loadFixture(deployedRegion);
  const { issuance, token, registry, redemptions, people } = region;
  const { council, treasurer, bonusOfficer, approver, registrar } = region;
  const [ana, ben, shop] = threeOf(people);
  const now = await time.latest();
  await issuance.connect(council).openProgramme(0, 100_000n, now, now + days(400), id("decision"));
  await issuance.connect(treasurer).attest(1n, 100_000n, id("order"));
  const run = prepareClaims(
    [[payment(ana, 10_000n), payment(ben, 5_001n)], [payment(ana, 333n)]],
    [keyedClaims("letter", [700n, 800n, 900n]), keyedClaims("another letter", [50n])],
    now + days(100),
  );
  const { tree, planHash, paymentCount, total } = run;
  await issuance.connect(bonusOfficer).proposeRun(1n, tree.root, planHash, paymentCount, total);
  await issuance.connect(approver).approveRun(1n);
  await issuance.connect(bonusOfficer).payChunk(...chunkArgs(1n, run, 0));
  await time.increase(days(20));
  await issuance.connect(bonusOfficer).payChunk(...chunkArgs(1n, run, 1));
  for (const chunkIndex of [2, 3]) await issuance.connect(bonusOfficer).openClaims(...sheetArgs(1n, run, chunkIndex));
  await issuance.claim(...(await claimArgs(issuance, 1n, run, 256, shop)));
  const details = { category: 3, commune: "0x3435323334", recordHash: id("record"), recordURI: "records" };
  await registry.connect(registrar).register(shop.address, details);
  await token.connect(ana).transfer(shop.address, 1_250n);
  await token.connect(ben).transfer(ben.address, 10n);
  for (const pause of [1, 40, 200]) {
    await time.increase(days(pause));
    await token.connect(ben).settle([ana.address, ben.address, shop.address]);
    await token.connect(ben).transfer(ana.address, 77n);
    if (pause === 1) await issuance.claim(...(await claimArgs(issuance, 1n, run, 257, ana)));
    if (pause === 40) await issuance.connect(bonusOfficer).cancelClaim(...cancelArgs(1n, run, 258));
  }
  await issuance.closeClaims(1n, 3n);
  await token.connect(shop).approve(redemptions, 1_000n);
  for (const cents of [500n, 300n, 200n]) await redemptions.connect(shop).request(cents, 300n);
  await time.increase(days(2));
  await redemptions.connect(treasurer).confirm(1n, id("transfer"));
  await redemptions.connect(shop).cancel(2n);
  await time.increase(days(3));
  return { ...region, ana, ben, shop };
}
