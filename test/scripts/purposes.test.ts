// SPDX-License-Identifier: EUPL-1.2
import { expect } from "chai";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { COLUMNS } from "@monnaie-commune/sdk/bonus/columns";
import { planHashOf, planText } from "@monnaie-commune/sdk/bonus/plan";
import { reportJson } from "@monnaie-commune/sdk/bonus/report-files";
import { type ListPurpose, type Purpose, PURPOSES } from "@monnaie-commune/sdk/purposes";
import { id } from "ethers";
import { approveBonus } from "../../scripts/bonus/approve.ts";
import { bonusVerb } from "../../scripts/bonus/command-line.ts";
import { recordConvention } from "../../scripts/bonus/convention.ts";
import { attestEuros, openProgramme } from "../../scripts/bonus/fund.ts";
import { planBonus } from "../../scripts/bonus/plan.ts";
import { proposeBonus } from "../../scripts/bonus/propose.ts";
import { checkReport, reportBonus } from "../../scripts/bonus/report.ts";
import { reportCsv } from "../../scripts/bonus/report-files.ts";
import { runBonus } from "../../scripts/bonus/run.ts";
import { simulateBonus } from "../../scripts/bonus/simulate.ts";
import { freshFolders, PLAN_DATE, REGION, staffWallet } from "../helpers/bonus.ts";
import { expectFailure } from "../helpers/failures.ts";
import { chain, deployedRegion, loadFixture, time } from "../helpers/fixtures.ts";

const BUDGET = 1_000_000n;
const SIRETS = ["73282932000074", "55208131766522"] as const;

const GOOD: Record<ListPurpose, string[]> = {
  bonus: ["AG-1", staffWallet(1), "100", "MANDAT-1", "2026-10-12", "50", "930"],
  reward: ["AC-1", staffWallet(1), "15", "ACCORD-1", "2026-10-12", "100", "934", "entraide"],
  subsidy: [SIRETS[0], staffWallet(1), "3000", "CONV-1", "2026-01-15", "40", "933"],
};

function fileOf(purpose: ListPurpose, ...lines: string[][]) {
  const text = [COLUMNS[purpose], ...lines].map((cells) => `${cells.join(";")}\n`).join("");
  return { name: `${purpose}.csv`, bytes: new TextEncoder().encode(text) };
}

/** One programme for each purpose, numbered from 1 in their order, and two funded structures. */
async function programmes() {
  const region = await deployedRegion();
  const { council, treasurer, registrar, deployment } = region;
  const folders = freshFolders(deployment);
  const opensAt = await time.latest();
  const place = { chain, region: REGION, deployments: folders.deployments };
  for (const [index, purpose] of PURPOSES.entries()) {
    const dates = { opensAt, closesAt: opensAt + 90 * 86_400 };
    await openProgramme({ ...place, ...dates, council, purpose, budget: BUDGET, decisionHash: id(purpose) });
    const order = { programme: index + 1, amount: BUDGET, orderHash: id(`order ${purpose}`) };
    await attestEuros({ ...place, treasurer, ...order });
  }
  const conventions = { ...place, runs: folders.runs, registrar, acceptedShareBps: 4_000, since: 1 };
  for (const n of [1, 2]) {
    await recordConvention({ ...conventions, account: staffWallet(n), conventionHash: id(`convention ${n}`) });
  }
  return { ...region, folders };
}

const programme = (purpose: Purpose) => ({
  chain,
  region: REGION,
  programme: PURPOSES.indexOf(purpose) + 1,
  planDate: PLAN_DATE,
});

describe("runs of every purpose", function () {
  this.timeout(60_000);

  async function planned(purpose: ListPurpose, folders: { runs: string; deployments: string }, ...lines: string[][]) {
    const result = await planBonus({ ...programme(purpose), file: fileOf(purpose, ...lines), ...folders });
    if ("errors" in result) throw new Error(JSON.stringify(result.errors));
    return result.plan;
  }

  it("pays rewards by the reward officer, and reports the acts", async function () {
    const { folders, rewardOfficer: officer, bonusOfficer, approver, token } = await loadFixture(programmes);
    const second = ["AC-1", staffWallet(1), "5,50", "ACCORD-1", "2026-10-12", "100", "934", "communs"];
    const frozen = await planned("reward", folders, GOOD.reward, second);
    const plan = frozen.planHash;
    await expectFailure(proposeBonus({ chain, plan, officer: bonusOfficer, ...folders }), 3, "common.refused");
    const simulation = await simulateBonus({ chain, plan, officer: officer.address, ...folders });
    expect(simulation.problems).to.deep.equal([]);
    await proposeBonus({ chain, plan, officer, ...folders });
    await approveBonus({ chain, plan, approver, confirm: async () => {}, ...folders });
    await runBonus({ chain, plan, officer, ...folders });
    expect(await token.balanceOf(staffWallet(1))).to.equal(2_050n);

    const report = await reportBonus({ chain, plan, ...folders });
    checkReport(report);
    expect(reportCsv(report).split("\r\n").slice(1, 3)).to.satisfy(
      ([first, other]: string[]) => first?.includes(";entraide;") && other?.includes(";communs;"),
    );
    expect(JSON.parse(reportJson(report))).to.deep.include({
      purpose: "reward",
      acts: [
        { act: "solidarity", people: 1, payments: 1, claims: 0, cents: "1500", claimCents: "0", eurosCents: "0" },
        { act: "commons", people: 1, payments: 1, claims: 0, cents: "550", claimCents: "0", eurosCents: "0" },
      ],
    });
  });

  it("pays a subsidy to a structure whose convention holds, up to its share", async function () {
    const { folders, rewardOfficer: officer, approver, token } = await loadFixture(programmes);
    const { planHash: plan } = await planned("subsidy", folders, GOOD.subsidy);
    await proposeBonus({ chain, plan, officer, ...folders });
    await approveBonus({ chain, plan, approver, confirm: async () => {}, ...folders });
    await runBonus({ chain, plan, officer, ...folders });
    expect(await token.balanceOf(staffWallet(1))).to.equal(120_000n);
    checkReport(await reportBonus({ chain, plan, ...folders }));
  });

  it("refuses a structure that is not in the registry, and more than it accepts", async function () {
    const { folders } = await loadFixture(programmes);
    const stranger = [SIRETS[1], staffWallet(3), "3000", "CONV-3", "2026-01-15", "40", "933"];
    const file = fileOf("subsidy", GOOD.subsidy.with(5, "41"), stranger);
    const result = await planBonus({ ...programme("subsidy"), file, ...folders });
    if (!("errors" in result)) throw new Error("accepted");
    expect(result.errors.map(({ line, code, parameters }) => [line, code, parameters])).to.deep.equal([
      [2, "structureShare", { accepted: 40 }],
      [3, "structureUnknown", {}],
    ]);
  });

  it("approves nothing once a convention has ended", async function () {
    const { folders, rewardOfficer: officer, approver, registry, registrar } = await loadFixture(programmes);
    const second = [SIRETS[1], staffWallet(2), "500", "CONV-2", "2026-01-15", "40", "933"];
    const { planHash: plan } = await planned("subsidy", folders, GOOD.subsidy, second);
    await proposeBonus({ chain, plan, officer, ...folders });
    await registry.connect(registrar).endStructure(staffWallet(2));
    const { problems } = await simulateBonus({ chain, plan, officer: officer.address, ...folders });
    expect(problems).to.have.length(1);
    expect(problems[0]).to.match(/: 3\. /u);
    const approval = approveBonus({ chain, plan, approver, confirm: async () => {}, ...folders });
    await expectFailure(approval, 3, "bonus.conventions");
  });

  it("records a convention once, and again when it changed", async function () {
    const { folders, registrar, registry } = await loadFixture(programmes);
    const same = { account: staffWallet(1), acceptedShareBps: 4_000, since: 1, conventionHash: id("convention 1") };
    const record = async (change: Partial<typeof same>) =>
      await recordConvention({ chain, region: REGION, registrar, ...folders, ...same, ...change });
    expect(await record({})).to.deep.equal({ isNew: false });
    expect(await record({ acceptedShareBps: 5_000 })).to.deep.equal({ isNew: true });
    expect((await registry.structureOf(staffWallet(1))).acceptedShareBps).to.equal(5_000n);
    expect(await registry.structureCount()).to.equal(2n);
  });

  it("refuses a list of another purpose, and a programme that has no list", async function () {
    const { folders } = await loadFixture(programmes);
    const codes = async (purpose: ListPurpose, list: ListPurpose) => {
      const result = await planBonus({ ...programme(purpose), file: fileOf(list, GOOD[list]), ...folders });
      return "errors" in result ? result.errors.map(({ code }) => code) : [];
    };
    expect(await codes("bonus", "reward")).to.deep.equal(["listOfRewards"]);
    expect(await codes("bonus", "subsidy")).to.deep.equal(["listOfSubsidies"]);
    expect(await codes("reward", "bonus")).to.deep.equal(["listWithoutActs"]);
    expect(await codes("subsidy", "bonus")).to.deep.equal(["listOfPeople"]);
    const vouchers = planBonus({ ...programme("voucherBacking"), file: fileOf("bonus", GOOD.bonus), ...folders });
    await expectFailure(vouchers, 1, "bonus.noList");
  });

  it("refuses a plan that states another purpose than its programme", async function () {
    const { folders, bonusOfficer: officer } = await loadFixture(programmes);
    const frozen = { ...(await planned("bonus", folders, GOOD.bonus)), purpose: "subsidy" as const };
    const forged = join(folders.runs, "forged.json");
    writeFileSync(forged, planText({ ...frozen, planHash: planHashOf(frozen) }));
    await expectFailure(proposeBonus({ chain, plan: forged, officer, ...folders }), 3, "bonus.otherPurpose");
  });

  it("has a verb of its own for rewards and subsidies, which refuses plans of another purpose", async function () {
    const { folders } = await loadFixture(programmes);
    const { planHash } = await planned("bonus", folders, GOOD.bonus);
    const plan = join(folders.runs, "31337", planHash.slice(2, 14));
    const words = ["simulate", plan, "--network", "localhost"];
    for (const only of ["reward", "subsidy"] as const) {
      await expectFailure(bonusVerb(only).parseAsync(words, { from: "user" }), 1, "bonus.otherVerb");
    }
  });
});
