// SPDX-License-Identifier: EUPL-1.2
import { buildBooks } from "@monnaie-commune/sdk/ledger/books";
import { checkBooks } from "@monnaie-commune/sdk/ledger/checks/check-books";
import { readAccountLedger, readLedger } from "@monnaie-commune/sdk/ledger/read";
import { createRpcSource } from "@monnaie-commune/sdk/ledger/rpc-source";
import { groupFonte, statementOf } from "@monnaie-commune/sdk/ledger/statements";
import { createViemSource } from "@monnaie-commune/sdk/ledger/viem-source";
import { expect } from "chai";
import { id } from "ethers";
import { createPublicClient, custom, type Hex } from "viem";
import { deployedRegion, ethers, loadFixture, time } from "../../helpers/fixtures.ts";
import { threeOf } from "../../helpers/people.ts";
import { cancelArgs, claimArgs, keyedClaims, prepareClaims, sheetArgs } from "../../helpers/claims.ts";
import { chunkArgs, payment } from "../../helpers/runs.ts";
import { days } from "../../helpers/time.ts";

const request = async (method: string, params: readonly unknown[]): Promise<unknown> =>
  await ethers.provider.send(method, [...params]);

/** A year in small: a run in two chunks and two claim sheets, a shop, payments, settling, and days that go by. */
async function livelyRegion() {
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

type Lively = Awaited<ReturnType<typeof livelyRegion>>;

function readingOf({ deployment }: Lively) {
  const { RegionalToken, Issuance, Redemptions, AccessManager } = deployment.contracts;
  return {
    contracts: {
      token: RegionalToken.address,
      issuance: Issuance.address,
      redemptions: Redemptions.address,
    },
    options: { fromBlock: AccessManager.block },
  };
}

describe("the ledger of a region on a real chain", () => {
  it("agrees with the contracts in every check", async () => {
    const lively = await loadFixture(livelyRegion);
    const { contracts, options } = readingOf(lively);
    const { entries } = await readLedger(createRpcSource(request), contracts, options);
    const { issued, attested } = await lively.issuance.programmeOf(1n);
    const checks = checkBooks(buildBooks(entries, contracts.token), {
      totalSupply: await lively.token.totalSupply(),
      cap: await lively.token.cap(),
      till: await lively.token.balanceOf(contracts.token),
      programmes: [{ programmeId: 1n, issued, attested }],
      redeemed: await lively.redemptions.redeemed(),
      waitingForEuros: await lively.redemptions.waiting(),
    });
    expect(checks.filter(({ holds }) => !holds)).to.deep.equal([]);
    expect(checks.find(({ key }) => key === "programmeAgrees")?.actual).to.equal(15_334n + 1_500n);
    const books = buildBooks(entries, contracts.token);
    expect(books).to.include({ waiting: 0n, escrow: 0n });
    expect(books).to.include({ redeemed: 485n, fees: 15n, waitingForEuros: 200n, exitEscrow: 200n });
  });

  it("rebuilds the settled balance of every account", async () => {
    const lively = await loadFixture(livelyRegion);
    const { contracts, options } = readingOf(lively);
    const { entries } = await readLedger(createRpcSource(request), contracts, options);
    const { balances, fonte } = buildBooks(entries, contracts.token);
    for (const [account, cents] of balances) {
      expect(await lively.token.settledBalanceOf(account), account).to.equal(cents);
    }
    expect(fonte > 0n).to.equal(true);
  });

  it("gives the same statement from an account's own logs, with the days of its blocks", async () => {
    const lively = await loadFixture(livelyRegion);
    const { contracts, options } = readingOf(lively);
    const source = createRpcSource(request);
    const all = await readLedger(source, contracts, options);
    const [ana, shop] = [lively.ana.address as Hex, lively.shop.address as Hex];
    for (const account of [ana, shop, contracts.token, contracts.redemptions]) {
      const own = await readAccountLedger(source, contracts, account, options);
      const statement = statementOf(own.entries, account, contracts.token);
      expect(statement).to.deep.equal(statementOf(all.entries, account, contracts.token));
      expect(statement.closing).to.equal(await lively.token.settledBalanceOf(account));
      expect(groupFonte(statement.lines).at(-1)?.balance).to.equal(statement.closing);
      for (const { block, day } of statement.lines) {
        expect(day).to.equal(Math.floor(((await ethers.provider.getBlock(block))?.timestamp ?? 0) / days(1)));
      }
    }
  });

  it("tells who decided, proposed and approved what came in", async () => {
    const lively = await loadFixture(livelyRegion);
    const { contracts, options } = readingOf(lively);
    const ana = lively.ana.address as Hex;
    const { entries } = await readAccountLedger(createRpcSource(request), contracts, ana, options);
    const stories = entries.flatMap((entry) => (entry.kind === "issue" ? [entry.story] : []));
    expect(stories.map((story) => story?.chunkIndex)).to.deep.equal([0n, 1n]);
    const [claim] = entries.flatMap((entry) => (entry.kind === "claim" ? [entry] : []));
    expect(claim).to.include({ to: ana, cents: 800n, runId: 1n, claimNumber: 257n });
    expect(claim?.story?.approver).to.equal(lively.approver.address);
    expect(stories[0]).to.include({
      runId: 1n,
      programmeId: 1n,
      decisionHash: id("decision"),
      proposer: lively.bonusOfficer.address,
      approver: lively.approver.address,
    });
  });

  it("reads the same through viem", async () => {
    const lively = await loadFixture(livelyRegion);
    const { contracts, options } = readingOf(lively);
    const provider = {
      request: async (call: { method: string; params?: unknown[] }) => await request(call.method, call.params ?? []),
    };
    const client = createPublicClient({ transport: custom(provider) });
    const throughViem = await readLedger(createViemSource(client), contracts, options);
    expect(throughViem).to.deep.equal(await readLedger(createRpcSource(request), contracts, options));
  });
});
