// SPDX-License-Identifier: EUPL-1.2
import { expect } from "chai";
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { id } from "ethers";
import { type ApprovalSummary, approveBonus } from "../../scripts/bonus/approve.ts";
import { attestEuros, openProgramme } from "../../scripts/bonus/fund.ts";
import { planBonus } from "../../scripts/bonus/plan.ts";
import { previousOf } from "../../scripts/bonus/previous.ts";
import { printApproval } from "../../scripts/bonus/print.ts";
import { printComparison } from "../../scripts/bonus/print-comparison.ts";
import { openPlan } from "../../scripts/bonus/programme.ts";
import { proposeBonus } from "../../scripts/bonus/propose.ts";
import { language, setLanguage } from "../../scripts/lib/messages.ts";
import { approvedPlan, freshFolders, PLAN_DATE, REGION, staffFile, staffWallet } from "../helpers/bonus.ts";
import { expectFailure } from "../helpers/failures.ts";
import { chain, deployedRegion, loadFixture, time } from "../helpers/fixtures.ts";
import { outputOf } from "../helpers/output.ts";

const BUDGET = 2_000_000n;

/** Last year's bonus of five people under programme 1, a reward of one of them under 2, this year's bonus of 3 proposed. */
async function twoYears() {
  const region = await deployedRegion();
  const { council, treasurer, bonusOfficer, rewardOfficer, approver, deployment } = region;
  const folders = freshFolders(deployment);
  const opensAt = await time.latest();
  const place = { chain, region: REGION, ...folders };
  for (const [index, purpose] of (["bonus", "reward", "bonus"] as const).entries()) {
    const dates = { opensAt, closesAt: opensAt + 90 * 86_400 };
    await openProgramme({
      ...place,
      ...dates,
      council,
      purpose,
      budget: BUDGET,
      decisionHash: id(`decision ${index}`),
    });
    await attestEuros({ ...place, treasurer, programme: index + 1, amount: BUDGET, orderHash: id(`order ${index}`) });
  }
  const lastYear = await approvedPlan(chain, folders, region, staffFile(5));

  const reward = ["AC-1", staffWallet(1), "15", "ACCORD-1", "2026-10-12", "100", "934", "entraide"].join(";");
  const header = "payee_id;wallet;amount;consent_reference;consent_date;share;budget_line;act";
  const rewards = await plan(2, new TextEncoder().encode(`${header}\n${reward}\n`));
  await proposeBonus({ chain, plan: rewards, officer: rewardOfficer, ...folders });
  await approveBonus({ chain, plan: rewards, approver, confirm: async () => {}, ...folders });

  const text = new TextDecoder().decode(staffFile(7)).split("\n");
  // The first two are no longer there, the third gets four times as much.
  text.splice(1, 2);
  text[1] = text[1]?.replace(";200,04;", ";800,16;") ?? "";
  const thisYear = await plan(3, new TextEncoder().encode(text.join("\n")));
  await proposeBonus({ chain, plan: thisYear, officer: bonusOfficer, ...folders });
  return { ...region, folders, lastYear, rewards, thisYear };

  async function plan(programme: number, bytes: Uint8Array): Promise<string> {
    const file = { name: "list.csv", bytes };
    const result = await planBonus({ ...place, programme, planDate: PLAN_DATE, file });
    if ("errors" in result) throw new Error(JSON.stringify(result.errors));
    return result.plan.planHash;
  }
}

/** What the approver of a plan is shown. */
async function summaryOf(
  { folders, thisYear, approver }: Awaited<ReturnType<typeof twoYears>>,
  previous?: string,
): Promise<ApprovalSummary> {
  let shown: ApprovalSummary | undefined;
  const confirm = async (summary: ApprovalSummary) => void (shown = summary);
  await approveBonus({ chain, plan: thisYear, approver, confirm, previous, ...folders });
  if (shown === undefined) throw new Error("nothing was shown");
  return shown;
}

describe("the last period", function () {
  this.timeout(60_000);
  const usual = language();
  afterEach(() => setLanguage(usual));

  it("is the last approved run for the same purpose, of another programme too, with its list", async function () {
    const world = await loadFixture(twoYears);
    const { previous } = await summaryOf(world);
    expect(previous?.runId).to.equal(1n);
    expect(previous?.plan?.planHash).to.equal(world.lastYear);
  });

  it("is shown to the approver: counts, totals, who came, who left, who changed, budget lines", async function () {
    const world = await loadFixture(twoYears);
    const summary = await summaryOf(world);
    setLanguage("en");
    const shown = outputOf(() => printApproval(summary));
    expect(shown).to.match(/Run 1, plan [0-9a-f]{12} of 2026-11-23\./u);
    expect(shown).to.match(/Paid in the currency +5 +5 +0/u);
    expect(shown).to.match(/Total to issue +500\.10 +800\.26 +\+300\.16 \(\+60\.02%\)/u);
    expect(shown).to.match(/New people +2 +200\.11/u);
    expect(shown).to.match(/People no longer there +2 +200\.01/u);
    expect(shown).to.match(/Changed by more than half +1\n/u);
    expect(shown).to.match(/AG-2 +100\.02 +400\.08 +\+300\.06/u);
    expect(shown).to.match(/932 +300\.07 +600\.17 +\+300\.10/u);
    expect(shown).to.contain(`Plan hash: ${world.thisYear}`);
  });

  it("is compared by its totals on the chain where its list is not at hand", async function () {
    const world = await loadFixture(twoYears);
    const runs = `${world.folders.runs}-elsewhere`;
    cpSync(world.folders.runs, runs, { recursive: true });
    rmSync(join(runs, "31337", world.lastYear.slice(2, 14)), { recursive: true });
    const summary = await summaryOf({ ...world, folders: { ...world.folders, runs } });
    expect(summary.previous).to.deep.equal({ runId: 1n, plan: undefined, totals: { payments: 5, cents: 50_010n } });
    setLanguage("en");
    const shown = outputOf(() => printApproval(summary));
    expect(shown).to.contain("only the totals on the chain are compared");
    expect(shown).to.match(/Total to issue +500\.10 +800\.26 +\+300\.16 \(\+60\.02%\)/u);
  });

  it("can be given, for the same purpose only", async function () {
    const world = await loadFixture(twoYears);
    await expectFailure(summaryOf(world, world.rewards), 1, "bonus.otherPrevious");
    await expectFailure(summaryOf(world, world.thisYear), 1, "bonus.otherPrevious");
    const { previous } = await summaryOf(world, world.lastYear);
    expect(previous).to.have.property("runId", undefined);
    expect(previous?.plan?.planHash).to.equal(world.lastYear);
  });

  it("is none where no run for the purpose was approved before", async function () {
    const { folders, lastYear, bonusOfficer } = await loadFixture(twoYears);
    const again = await proposeBonus({ chain, plan: lastYear, officer: bonusOfficer, ...folders });
    const context = await openPlan(chain, again.plan, folders.deployments);
    expect(await previousOf(context, again.runId, folders.runs)).to.equal(undefined);
    setLanguage("en");
    expect(outputOf(() => printComparison(again.plan, undefined))).to.contain("There is no last period");
  });
});
