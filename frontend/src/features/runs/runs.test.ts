// SPDX-License-Identifier: EUPL-1.2
import type { ReportLine } from "@monnaie-commune/sdk/bonus/fates";
import type { BonusPlan } from "@monnaie-commune/sdk/bonus/plan";
import { describe, expect, it } from "vitest";
import { runtimeConfig } from "../../testing/runtime-config.ts";
import { findLines } from "./find-lines.ts";
import { refusalHere } from "./plan.ts";
import { readRunLink } from "./run-link.ts";
import { statusOf, type Run } from "./run.ts";
import { stepStates } from "./steps.ts";

const HASH = `0x${"ab".repeat(32)}` as const;

function run(state: Run["state"], paid = 0n): Run {
  const who = "0xBcd4042DE499D14e55001CcbB24a551F3b954096";
  const made = { proposer: who, approver: who, root: HASH, planHash: HASH } as const;
  return { runId: 3n, programmeId: 1n, state, paid, total: 100n, paymentCount: 2, paidCount: 0, ...made };
}

describe("readRunLink", () => {
  it("opens a run, a plan or a new one, and the list for anything else", () => {
    expect(readRunLink({ versement: "12" })).toEqual({ versement: "12" });
    expect(readRunLink({ plan: HASH })).toEqual({ plan: HASH });
    expect(readRunLink({ nouveau: "1" })).toEqual({ nouveau: "1" });
    for (const search of [{}, { versement: "0" }, { versement: "-1" }, { versement: "1e9" }, { plan: "0x12" }]) {
      expect(readRunLink(search)).toEqual({});
    }
  });
});

describe("a run's status", () => {
  it("tells what is paid from what is being paid", () => {
    expect(statusOf(run("proposed"))).toBe("proposed");
    expect(statusOf(run("approved"))).toBe("approved");
    expect(statusOf(run("approved", 40n))).toBe("paying");
    expect(statusOf(run("approved", 100n))).toBe("paid");
    expect(statusOf(run("cancelled", 40n))).toBe("cancelled");
  });
});

describe("stepStates", () => {
  const nowOf = (...args: Parameters<typeof stepStates>) =>
    Object.entries(stepStates(...args))
      .filter(([, state]) => state === "now")
      .map(([name]) => name);

  it("names the one step that comes now", () => {
    expect(nowOf(null, true)).toEqual(["propose"]);
    expect(nowOf(run("proposed"), true)).toEqual(["approve"]);
    expect(nowOf(run("approved"), true)).toEqual(["pay"]);
    expect(nowOf(run("approved", 100n), true)).toEqual(["report"]);
  });

  it("asks for the plan where this device does not have it, and still says what the chain says", () => {
    expect(nowOf(run("proposed"), false)).toEqual(["verify", "approve"]);
    expect(stepStates(run("approved", 100n), false)).toMatchObject({ pay: "done", report: "later" });
  });

  it("lets a cancelled run go no further", () => {
    expect(nowOf(run("cancelled"), true)).toEqual([]);
  });
});

describe("findLines", () => {
  const line = (at: number, fate: ReportLine["fate"], cents: string): ReportLine => ({
    line: at,
    payeeId: `AG-${at}`,
    wallet: fate === "euros" ? null : "0xBcd4042DE499D14e55001CcbB24a551F3b954096",
    cents,
    eurosCents: "125050",
    budgetLine: "932-6488",
    claimKey: null,
    consent: null,
    act: null,
    fate,
  });
  const lines = [line(2, "paid", "1250"), line(3, "euros", "0"), line(4, "unpaid", "990")];
  const found = (...args: [Parameters<typeof findLines>[1], string]) =>
    findLines(lines, ...args, "fr").map(({ line: number }) => number);

  it("narrows by fate", () => {
    expect(found("euros", "")).toEqual([3]);
    expect(found("all", " ")).toEqual([2, 3, 4]);
  });

  it("finds every word, in any order, in pseudonyms, wallets and amounts with or without thousands", () => {
    expect(found("all", "12,50")).toEqual([2]);
    expect(found("all", "1250,50 ag-3")).toEqual([3]);
    expect(found("all", "0xbcd4 ag-4")).toEqual([4]);
    expect(found("paid", "ag-4")).toEqual([]);
  });
});

describe("refusalHere", () => {
  const runtime = runtimeConfig();
  const { RegionalToken, Issuance } = runtime.deployment.contracts;
  const plan = { chainId: 31337, token: RegionalToken.address, issuance: Issuance.address } as BonusPlan;

  it("takes only plans of this chain and these contracts", () => {
    expect(refusalHere(plan, runtime)).toBeUndefined();
    expect(refusalHere({ ...plan, chainId: 1 }, runtime)).toBe("otherChain");
    expect(refusalHere({ ...plan, issuance: RegionalToken.address }, runtime)).toBe("otherDeployment");
  });
});
