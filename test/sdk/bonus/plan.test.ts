// SPDX-License-Identifier: EUPL-1.2
import { expect } from "chai";
import canonicalize from "canonicalize";
import { keccak256, stringToHex } from "viem/utils";
import { chunkRanges, isPartition, MOST_CHUNK_GAS, PAYMENTS_PER_CHUNK } from "@monnaie-commune/sdk/bonus/chunks";
import { actsOf, type BonusPlan, makePlan, paymentsOf, planHashOf, planText } from "@monnaie-commune/sdk/bonus/plan";
import { readPlan } from "@monnaie-commune/sdk/bonus/read-plan";
import { buildRunTree } from "@monnaie-commune/sdk/runs";
import { euroLine, fileFor, fileOf, lineFor, lineOf, read, readFor, walletOf } from "./staff-file.ts";

const HEAD = {
  chainId: 31337,
  region: "centre-val-de-loire",
  token: walletOf("token"),
  issuance: walletOf("issuance"),
  programmeId: 1,
  purpose: "bonus",
  created: "2026-11-23",
  sourceSha256: keccak256("0x00"),
} as const;

function plan(...lines: string[]): BonusPlan {
  const result = read(fileOf(...lines));
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return makePlan(HEAD, result.lines);
}

const two = lineOf({ payee_id: "AG-2", wallet: walletOf("two"), amount: "0,03", share: "50", budget_line: "930" });

/** The plan with something changed, under a hash that fits again. */
function forged(change: (plan: BonusPlan) => void): string {
  const copy = structuredClone(plan(lineOf(), two, euroLine("AG-3")));
  change(copy);
  return planText({ ...copy, planHash: planHashOf(copy) });
}

describe("makePlan", function () {
  it("adds up people, payments and cents, as a whole and for each budget line", function () {
    const { totals, budgetLines } = plan(lineOf(), two, euroLine("AG-3"));
    expect(totals).to.deep.equal({ people: 3, payments: 2, cents: "62526", eurosCents: "92527" });
    expect(budgetLines).to.deep.equal([
      { budgetLine: "930", people: 1, payments: 1, cents: "1", eurosCents: "2" },
      { budgetLine: "932-6488", people: 2, payments: 1, cents: "62525", eurosCents: "92525" },
    ]);
  });

  it("pays those who opted in, in the order of the file", function () {
    const frozen = plan(euroLine("AG-3"), two, lineOf());
    expect(paymentsOf(frozen)).to.deep.equal([
      { payee: walletOf("two"), amount: 1n },
      { payee: walletOf("one"), amount: 62_525n },
    ]);
    expect(frozen.root).to.equal(buildRunTree([paymentsOf(frozen)]).root);
  });

  it("is the same, byte for byte, for the same file", function () {
    expect(planText(plan(lineOf(), two))).to.equal(planText(plan(lineOf(), two)));
  });

  it("hashes the canonical JSON without the hash itself", function () {
    const { planHash, ...rest } = plan(lineOf());
    expect(planHash).to.equal(keccak256(stringToHex(canonicalize(rest) ?? "")));
  });
});

describe("makePlan, of rewards", function () {
  const rewards = readFor(
    "reward",
    fileFor(
      "reward",
      lineFor("reward", { act: "Entraide" }),
      lineFor("reward", { act: "écologie", amount: "10" }),
      lineFor("reward", { payee_id: "AG-2", wallet: walletOf("two"), act: "solidarité", amount: "20" }),
    ),
  );

  it("names the acts by their codes, and adds them up", function () {
    if (!rewards.ok) throw new Error(JSON.stringify(rewards.errors));
    const frozen = makePlan({ ...HEAD, purpose: "reward" }, rewards.lines);
    expect(actsOf(frozen.lines)).to.deep.equal([
      { act: "solidarity", people: 2, payments: 2, cents: "63525", eurosCents: "63525" },
      { act: "ecology", people: 1, payments: 1, cents: "500", eurosCents: "500" },
    ]);
    expect(readPlan(planText(frozen))).to.deep.equal({ plan: frozen });
  });

  it("has no acts where nothing is rewarded", function () {
    expect(actsOf(plan(lineOf()).lines)).to.deep.equal([]);
  });
});

describe("readPlan", function () {
  it("gives back what was written", function () {
    const frozen = plan(lineOf(), two, euroLine("AG-3"));
    expect(readPlan(planText(frozen))).to.deep.equal({ plan: frozen });
  });

  const refusals: [string, string, string][] = [
    ["what is no JSON", "json", planText(plan(lineOf())).slice(0, -3)],
    ["a list", "shape", "[]"],
    ["a plan of another version", "version", JSON.stringify({ ...plan(lineOf()), version: 1 })],
    [
      "a plan for a purpose without a list",
      "shape",
      forged((copy) => Object.assign(copy, { purpose: "voucherBacking" })),
    ],
    ["a reward without an act", "shape", forged((copy) => (copy.purpose = "reward"))],
    ["an act in a bonus", "shape", forged(({ lines }) => lines.forEach((line) => (line.act = "commons")))],
    ["a plan without lines", "shape", JSON.stringify({ ...plan(lineOf()), lines: undefined })],
    ["a changed amount", "hash", planText(plan(lineOf())).replace('"cents":"62525"', '"cents":"62526"')],
    ["totals that do not follow from the lines", "totals", forged(({ totals }) => (totals.cents = "62527"))],
    ["budget lines that do not", "totals", forged(({ budgetLines }) => budgetLines.pop())],
    ["chunks that leave a payment out", "totals", forged((copy) => (copy.chunks = [{ first: 0, count: 1 }]))],
    ["a root of other payments", "root", forged((copy) => (copy.root = copy.planHash))],
    ["a payment without a mandate", "shape", forged(({ lines }) => lines.forEach((line) => (line.consent = null)))],
  ];
  for (const [what, problem, text] of refusals) {
    it(`refuses ${what} (${problem})`, function () {
      expect(readPlan(text)).to.deep.equal({ problem });
    });
  }
});

describe("chunkRanges", function () {
  it("cuts payments into chunks that leave nothing out", function () {
    for (const payments of [1, PAYMENTS_PER_CHUNK, PAYMENTS_PER_CHUNK + 1, 3_500, 10_000]) {
      const ranges = chunkRanges(payments);
      expect(isPartition(ranges, payments)).to.equal(true);
      expect(Math.max(...ranges.map(({ count }) => count))).to.be.at.most(PAYMENTS_PER_CHUNK);
    }
  });

  it("stays within half of what one transaction may ask for", function () {
    expect(MOST_CHUNK_GAS).to.equal(8_388_608n);
  });
});
