// SPDX-License-Identifier: EUPL-1.2
import { expect } from "chai";
import { id } from "ethers";
import type { Hex } from "viem";
import { dayOf } from "@monnaie-commune/sdk/days";
import { buildBooks } from "@monnaie-commune/sdk/ledger/books";
import { checkBooks } from "@monnaie-commune/sdk/ledger/checks/check-books";
import { journalPlace } from "@monnaie-commune/sdk/ledger/acts";
import { readJournal } from "@monnaie-commune/sdk/ledger/journal";
import { createRpcSource } from "@monnaie-commune/sdk/ledger/rpc-source";
import { encodeCommune } from "@monnaie-commune/sdk/merchants";
import { chunkArgs, payment, prepareRun } from "../helpers/runs.ts";
import { deployedRegion, ethers, loadFixture, time } from "../helpers/fixtures.ts";
import { threeOf } from "../helpers/people.ts";
import { advanceToDay, days } from "../helpers/time.ts";

const BONUS = 0n;
const REFUSES_PAYMENTS = 3n;
const ORDINARY = 0n;
const shop = (category: bigint, commune: string, record: string) => ({
  category,
  commune: encodeCommune(commune),
  recordHash: id(record),
  recordURI: `records/${record}.json`,
});

type Story = Awaited<ReturnType<typeof beginning>>;

/** The region on the first day of its story: two shops, and nobody has any money yet. */
async function beginning() {
  const region = await deployedRegion();
  const { registry, registrar, token, issuance, people } = region;
  const [camille, naima, bakery] = threeOf(people);
  const bookshop = threeOf(people.slice(3))[0];
  const firstDay = dayOf(await time.latest()) + 1;
  await advanceToDay(firstDay);
  await registry.connect(bakery).applyAsMerchant(shop(3n, "45234", "bakery"));
  await registry.connect(registrar).approve([bakery.address]);
  await registry.connect(registrar).register(bookshop.address, shop(7n, "37261", "bookshop"));

  /** The council decides, the treasurer attests, an officer proposes: the run waits for its approval. */
  const programme = async (budget: bigint, euros: bigint, run: ReturnType<typeof prepareRun>, name: string) => {
    const now = BigInt(await time.latest());
    await issuance
      .connect(region.council)
      .openProgramme(BONUS, budget, now, now + BigInt(days(90)), id(`decision ${name}`));
    const programmeId = await issuance.programmeCount();
    await issuance.connect(region.treasurer).attest(programmeId, euros, id(`order ${name}`));
    await issuance
      .connect(region.bonusOfficer)
      .proposeRun(programmeId, run.tree.root, run.planHash, run.paymentCount, run.total);
    return { programmeId, runId: await issuance.runCount() };
  };
  const balance = async (account: { address: string }) => await token.balanceOf(account.address);
  return { ...region, camille, naima, bakery, bookshop, firstDay, programme, balance };
}

describe("Two years of a region", function () {
  let story: Story;

  before(async function () {
    story = await loadFixture(beginning);
  });

  it("pays the first bonus: one decides, one attests, one proposes, one approves", async function () {
    const { issuance, token, bonusOfficer, approver, camille, naima, programme, balance } = story;
    const run = prepareRun([[payment(camille, 1_000_00n)], [payment(naima, 500_00n)]], "first bonus");
    const { runId } = await programme(5_000_00n, 3_000_00n, run, "first year");
    await issuance.connect(approver).approveRun(runId);
    await issuance.connect(bonusOfficer).payChunk(...chunkArgs(runId, run, 0));
    await issuance.connect(bonusOfficer).payChunk(...chunkArgs(runId, run, 1));
    expect(await balance(camille)).to.equal(1_000_00n);
    expect(await balance(naima)).to.equal(500_00n);
    expect(await token.totalSupply()).to.equal(1_500_00n);
  });

  it("lets Camille pay the baker on the same day, to the cent", async function () {
    const { token, camille, bakery, balance } = story;
    await token.connect(camille).transfer(bakery.address, 12_50n);
    expect(await balance(camille)).to.equal(987_50n);
    expect(await balance(bakery)).to.equal(12_50n);
    expect(await balance({ address: await token.getAddress() })).to.equal(0n);
  });

  it("announces a lower rate in the autumn, at least 30 days ahead", async function () {
    const { token, council, firstDay } = story;
    await advanceToDay(firstDay + 300);
    const asCouncil = token.connect(council);
    await expect(asCouncil.announceRate(ORDINARY, 400, firstDay + 329))
      .to.be.revertedWithCustomError(token, "ERC20DemurrageNoticeTooShort")
      .withArgs(firstDay + 329, firstDay + 330);
    await expect(asCouncil.announceRate(ORDINARY, 400, firstDay + 365))
      .to.emit(token, "RateAnnounced")
      .withArgs(ORDINARY, 400, firstDay + 365);
  });

  it("melts 6 % for citizens and 2 % for shops in the first year", async function () {
    const { token, naima, bakery, bookshop, camille, firstDay, balance } = story;
    await advanceToDay(firstDay + 365);
    expect(await balance(naima)).to.equal(470_00n);
    expect(await balance(bakery)).to.equal(12_25n);
    expect(await balance(camille)).to.equal(928_25n);
    await expect(token.connect(camille).transfer(bookshop.address, 28_25n))
      .to.emit(token, "Transfer")
      .withArgs(camille.address, await token.getAddress(), 59_25n);
    expect(await balance(camille)).to.equal(900_00n);
    expect(await balance(bookshop)).to.equal(28_25n);
  });

  it("suspends the baker, who keeps and spends what is his", async function () {
    const { registry, token, registrar, bakery, naima, balance } = story;
    await registry.connect(registrar).suspend(bakery.address, REFUSES_PAYMENTS);
    expect(await registry.isApproved(bakery.address)).to.equal(false);
    expect(await balance(bakery)).to.equal(12_25n);
    await token.connect(bakery).transfer(naima.address, 2_25n);
    expect(await balance(bakery)).to.equal(10_00n);
    expect(await balance(naima)).to.equal(472_25n);
  });

  it("stops the second bonus at once when the guardian doubts, and goes on when the council is sure", async function () {
    const { issuance, council, guardian, bonusOfficer, approver, camille, naima, programme, balance } = story;
    const run = prepareRun([[payment(camille, 100_00n)], [payment(naima, 27_75n)]], "second bonus");
    const { programmeId, runId } = await programme(2_000_00n, 200_00n, run, "second year");
    await issuance.connect(approver).approveRun(runId);
    const officer = issuance.connect(bonusOfficer);
    await officer.payChunk(...chunkArgs(runId, run, 0));
    await issuance.connect(guardian).close();
    await expect(officer.payChunk(...chunkArgs(runId, run, 1))).to.be.revertedWithCustomError(
      issuance,
      "IssuingIsClosed",
    );
    await issuance.connect(council).reopen();
    await officer.payChunk(...chunkArgs(runId, run, 1));
    expect(await balance(camille)).to.equal(1_000_00n);
    expect(await balance(naima)).to.equal(500_00n);
    expect((await issuance.programmeOf(programmeId)).issued).to.equal(127_75n);
  });

  it("gives back what a cancelled run had set aside", async function () {
    const { issuance, bonusOfficer, approver, camille } = story;
    const programmeId = await issuance.programmeCount();
    const run = prepareRun([[payment(camille, 72_25n)]], "mistaken bonus");
    await issuance
      .connect(bonusOfficer)
      .proposeRun(programmeId, run.tree.root, run.planHash, run.paymentCount, run.total);
    const runId = await issuance.runCount();
    await issuance.connect(approver).approveRun(runId);
    expect((await issuance.programmeOf(programmeId)).committed).to.equal(200_00n);
    await expect(issuance.connect(bonusOfficer).cancelRun(runId))
      .to.emit(issuance, "RunCancelled")
      .withArgs(runId, programmeId, bonusOfficer.address, 72_25n);
    expect((await issuance.programmeOf(programmeId)).committed).to.equal(127_75n);
  });

  it("melts 4 % in the second year, for the suspended baker too", async function () {
    const { registry, registrar, naima, bakery, bookshop, firstDay, balance } = story;
    await advanceToDay(firstDay + 730);
    expect(await balance(naima)).to.equal(480_00n);
    expect(await balance(bakery)).to.equal(9_60n);
    expect(await balance(bookshop)).to.equal(27_68n); // 28.25 at 2 %, rounded down
    await registry.connect(registrar).reinstate(bakery.address);
    expect(await registry.isApproved(bakery.address)).to.equal(true);
    expect(await balance(bakery)).to.equal(9_60n);
  });

  it("closes its books to the cent", async function () {
    const { token, issuance, redemptions, camille, naima, bookshop, bakery } = story;
    const everybody = [camille, naima, bookshop, bakery].map(({ address }) => address);
    await token.settle(everybody);
    const source = createRpcSource(async (method, params) => await ethers.provider.send(method, [...params]));
    const { contracts } = journalPlace(story.deployment);
    const { entries } = await readJournal(source, contracts, { fromBlock: 0 });
    const books = buildBooks(entries, contracts.RegionalToken);
    for (const account of everybody) {
      expect(books.balances.get(account as Hex)).to.equal(await token.balanceOf(account));
    }
    const programmes = [1n, 2n].map(async (programmeId) => {
      const { issued, attested } = await issuance.programmeOf(programmeId);
      return { programmeId, issued, attested };
    });
    const checks = checkBooks(books, {
      totalSupply: await token.totalSupply(),
      cap: await token.cap(),
      till: await token.balanceOf(contracts.RegionalToken),
      programmes: await Promise.all(programmes),
      redeemed: await redemptions.redeemed(),
      waitingForEuros: await redemptions.waiting(),
    });
    expect(checks.filter(({ holds }) => !holds)).to.deep.equal([]);
    expect(books.fonte).to.equal(books.till);
    expect(books.issued).to.equal(1_627_75n);
  });
});
