// SPDX-License-Identifier: EUPL-1.2
import { expect } from "chai";
import canonicalize from "canonicalize";
import { keccak256, stringToHex } from "viem/utils";
import { chunkRanges, isPartition, MOST_CHUNK_GAS, PAYMENTS_PER_CHUNK } from "@monnaie-commune/sdk/bonus/chunks";
import {
  actsOf,
  type BonusPlan,
  makePlan,
  type PlanClaims,
  planHashOf,
  type PlanLine,
  planText,
} from "@monnaie-commune/sdk/bonus/plan";
import { paymentsOf, runChunks } from "@monnaie-commune/sdk/bonus/run-chunks";
import { readPlan } from "@monnaie-commune/sdk/bonus/read-plan";
import { claimSheet } from "@monnaie-commune/sdk/claims/sheets";
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
    expect(totals).to.deep.equal({
      people: 3,
      payments: 2,
      claims: 0,
      cents: "62526",
      claimCents: "0",
      eurosCents: "92527",
    });
    expect(budgetLines).to.deep.equal([
      { budgetLine: "930", people: 1, payments: 1, claims: 0, cents: "1", claimCents: "0", eurosCents: "2" },
      {
        budgetLine: "932-6488",
        people: 2,
        payments: 1,
        claims: 0,
        cents: "62525",
        claimCents: "0",
        eurosCents: "92525",
      },
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
    const others = Array.from({ length: 1_000 }, (_, n) => euroLine(`AG-${n + 2}`));
    for (const frozen of [plan(lineOf()), plan(lineOf(), ...others)]) {
      const { planHash, ...rest } = frozen;
      expect(planHash).to.equal(keccak256(stringToHex(canonicalize(rest) ?? "")));
    }
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
      { act: "solidarity", people: 2, payments: 2, claims: 0, cents: "63525", claimCents: "0", eurosCents: "63525" },
      { act: "ecology", people: 1, payments: 1, claims: 0, cents: "500", claimCents: "0", eurosCents: "500" },
    ]);
    expect(readPlan(planText(frozen))).to.deep.equal({ plan: frozen });
  });

  it("has no acts where nothing is rewarded", function () {
    expect(actsOf(plan(lineOf()).lines)).to.deep.equal([]);
  });
});

const DEADLINE = 1_800_000_000;
const letters = {
  deadline: DEADLINE,
  claimKey: ({ line, payeeId }: { line: number; payeeId: string }) => walletOf(`${line} ${payeeId}`),
};

/** A plan with people who get a letter among the others. */
function mixed(count = 1): BonusPlan {
  const byLetter = Array.from({ length: count }, (_, i) => lineOf({ payee_id: `LT-${i}`, wallet: "", amount: "0,05" }));
  const result = read(fileOf(lineOf(), ...byLetter, euroLine("AG-3"), two), { letters: true });
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return makePlan(HEAD, result.lines, letters);
}

describe("makePlan, with letters", function () {
  it("tells payments and letters apart, in totals and budget lines, and counts both against the run", function () {
    const { totals, budgetLines } = mixed(2);
    const sums = { people: 5, payments: 4, claims: 2, cents: "62530", claimCents: "4", eurosCents: "92533" };
    expect(totals).to.deep.equal(sums);
    expect(
      budgetLines.map(({ budgetLine, payments, claims, claimCents }) => [budgetLine, payments, claims, claimCents]),
    ).to.deep.equal([
      ["930", 1, 0, "0"],
      ["932-6488", 3, 2, "4"],
    ]);
  });

  it("puts claim sheets of 128 at most behind the chunks, each claim under its key", function () {
    const frozen = mixed(130);
    expect(frozen.claims).to.deep.equal({
      deadline: DEADLINE,
      sheets: [
        { first: 0, count: 128 },
        { first: 128, count: 2 },
      ],
    });
    const chunks = runChunks(frozen);
    expect(chunks.map(({ kind }) => kind)).to.deep.equal(["payments", "claims", "claims"]);
    const [, first, second] = chunks;
    if (first?.kind !== "claims" || second?.kind !== "claims") throw new Error("no sheets");
    expect(first.claims[0]).to.deep.equal({ claimKey: walletOf("3 LT-0"), amount: 2n });
    expect(second.sheet).to.deep.equal({ ...claimSheet(2, second.claims, DEADLINE), claimCount: 2, amount: 4n });
    expect(frozen.root).to.equal(buildRunTree([paymentsOf(frozen)], [first.sheet, second.sheet]).root);
    expect(readPlan(planText(frozen))).to.deep.equal({ plan: frozen });
  });

  it("stays without letters where everybody who opted in has a wallet", function () {
    const result = read(fileOf(lineOf(), euroLine("AG-3")), { letters: true });
    if (!result.ok) throw new Error("refused");
    expect(planText(makePlan(HEAD, result.lines, letters))).to.equal(planText(plan(lineOf(), euroLine("AG-3"))));
  });

  it("does not freeze a person without a wallet when there are no letters", function () {
    const result = read(fileOf(lineOf({ wallet: "" })), { letters: true });
    if (!result.ok) throw new Error("refused");
    expect(() => makePlan(HEAD, result.lines)).to.throw(RangeError, "no wallet");
  });
});

/** The plan with letters, something changed in it, under a hash that fits again. */
function forgedLetters(change: (plan: BonusPlan & { claims: PlanClaims }, letter: PlanLine) => void): string {
  const copy = structuredClone(mixed(2));
  const letter = copy.lines.find(({ claimKey }) => claimKey !== null);
  if (copy.claims === null || letter === undefined) throw new Error("no letters");
  change(copy as BonusPlan & { claims: PlanClaims }, letter);
  return planText({ ...copy, planHash: planHashOf(copy) });
}

function oversized(): BonusPlan {
  const copy = structuredClone(mixed(130));
  copy.claims = { deadline: DEADLINE, sheets: [{ first: 0, count: 130 }] };
  return { ...copy, planHash: planHashOf(copy) };
}

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
    ["letters without sheets", "totals", forgedLetters((copy) => Object.assign(copy, { claims: null }))],
    [
      "sheets that leave a letter out",
      "totals",
      forgedLetters(({ claims }) => (claims.sheets = [{ first: 0, count: 1 }])),
    ],
    ["sheets without letters", "totals", forged((copy) => (copy.claims = { deadline: DEADLINE, sheets: [] }))],
    ["another last day", "root", forgedLetters(({ claims }) => claims.deadline++)],
    ["another key", "root", forgedLetters((_, letter) => (letter.claimKey = walletOf("thief")))],
    ["a key that is no address", "shape", forgedLetters((_, letter) => (letter.claimKey = "0x12"))],
    ["a letter to somebody who has a wallet", "shape", forgedLetters((_, letter) => (letter.wallet = walletOf("one")))],
    [
      "two letters with one key",
      "totals",
      forgedLetters(({ lines }, { claimKey }) => {
        for (const line of lines) if (line.claimKey !== null) line.claimKey = claimKey;
      }),
    ],
    ["a sheet larger than the contract takes", "totals", planText(oversized())],
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
