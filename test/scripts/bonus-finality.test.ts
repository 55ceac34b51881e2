// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as pause } from "node:timers/promises";
import { expect } from "chai";
import { id } from "ethers";
import { reportJson } from "@monnaie-commune/sdk/bonus/report-files";
import { attestEuros, openProgramme } from "../../scripts/bonus/fund.ts";
import { checkReport, reportBonus } from "../../scripts/bonus/report.ts";
import { reportCsv } from "../../scripts/bonus/report-files.ts";
import { runBonus } from "../../scripts/bonus/run.ts";
import { finalityOf } from "../../scripts/lib/finality.ts";
import { approvedPlan, freshFolders, REGION, staffCents, staffFile } from "../helpers/bonus.ts";
import { expectFailure } from "../helpers/failures.ts";
import { chain, deployedRegion, loadFixture, networkHelpers, time } from "../helpers/fixtures.ts";
import { faulty, withRules } from "../helpers/sending.ts";

const PEOPLE = 3;
const AMOUNT = 10_000_00n;

async function approvedRegion() {
  const region = await deployedRegion();
  const { council, treasurer, deployment } = region;
  const folders = freshFolders(deployment);
  const opensAt = await time.latest();
  const place = { chain, region: REGION, ...folders };
  const dates = { opensAt, closesAt: opensAt + 86_400 };
  await openProgramme({ ...place, ...dates, council, purpose: "bonus", budget: AMOUNT, decisionHash: id("decision") });
  await attestEuros({ ...place, treasurer, programme: 1, amount: AMOUNT, orderHash: id("order") });
  const plan = await approvedPlan(chain, folders, region, staffFile(PEOPLE, 1));
  return { ...region, folders, job: { chain, plan, officer: region.bonusOfficer, ...folders } };
}

describe("what is final", function () {
  this.timeout(30_000);

  const deep = withRules(chain, { finality: { byTag: false, depth: 3 } });

  it("is told line by line, with when the rest will be", async function () {
    const { job } = await loadFixture(approvedRegion);
    await runBonus(job);
    const early = await reportBonus({ ...job, chain: deep });
    await expectFailure(async () => checkReport(early), 2, "bonus.report.notFinal");
    expect(reportCsv(early).split("\r\n")[1]).to.match(/;pas encore$/u);
    expect(JSON.parse(reportJson(early))).to.include({ finalLines: 0, notFinalLines: PEOPLE });

    await networkHelpers.mine(2);
    const late = await reportBonus({ ...job, chain: deep });
    checkReport(late);
    const { lines } = JSON.parse(reportJson(late)) as { lines: { fate: string; final?: boolean }[] };
    expect(lines.map(({ final }) => final)).to.deep.equal([true, true, true, undefined]);
  });

  it("is what the node calls finalized, or a depth where the node does not know the word", async function () {
    const byTag = withRules(chain, { finality: { byTag: true, depth: 5 } });
    const answering = (answer: () => unknown) =>
      faulty(byTag, async (method, params, pass) => {
        return params[0] === "finalized" ? answer() : await pass(method, params);
      });
    expect(await finalityOf(answering(() => ({ number: "0x2a" })))).to.deep.equal({ block: 42 });
    const latest = await chain.provider.getBlockNumber();
    const byDepth = { block: latest - 4, depth: 5 };
    expect(await finalityOf(answering(() => null))).to.deep.equal(byDepth);
    const unknown = () => {
      throw new Error('invalid argument 0: hex string without 0x prefix, "finalized"');
    };
    expect(await finalityOf(answering(unknown))).to.deep.equal(byDepth);
  });

  it("lets a run end only when all is paid at the depth asked for", async function () {
    const { job, issuance } = await loadFixture(approvedRegion);
    let hasEnded = false;
    const waiting = withRules(chain, { confirmations: 3, pollEveryMs: 5 });
    const running = runBonus({ ...job, chain: waiting }).then(() => (hasEnded = true));
    while (!(await issuance.isChunkPaid(1, 0))) await pause(5);
    await pause(50);
    expect(hasEnded).to.equal(false);
    await networkHelpers.mine();
    await pause(50);
    expect(hasEnded).to.equal(false);
    await networkHelpers.mine();
    await running;
  });

  it("is paid again when a reorganisation took it back while the run waited", async function () {
    const { job, issuance, token } = await loadFixture(approvedRegion);
    const before = await chain.provider.send("evm_snapshot", []);
    const waiting = withRules(chain, { confirmations: 3, pollEveryMs: 5 });
    const running = runBonus({ ...job, chain: waiting });
    while (!(await issuance.isChunkPaid(1, 0))) await pause(5);
    await pause(20);
    await chain.provider.send("evm_revert", [before]);
    expect(await issuance.isChunkPaid(1, 0)).to.equal(false);
    const miner = setInterval(() => void networkHelpers.mine(), 20);
    try {
      await running;
    } finally {
      clearInterval(miner);
    }
    expect(await issuance.isChunkPaid(1, 0)).to.equal(true);
    expect(await token.totalSupply()).to.equal(staffCents(0) + staffCents(1) + staffCents(2));
  });
});
