// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from "vitest";
import { type LetterFacts, letterStatus, needsStory } from "./letter-status.ts";

const ROOT = `0x${"ab".repeat(32)}` as const;
const NO_ROOT = `0x${"00".repeat(32)}`;
const CLAIM = { chunkIndex: 4, place: 2, claimNumber: 514, amount: 100n, root: ROOT, proof: [] };
const SHEET = { root: ROOT as string, used: 0n, deadline: 2_000, remaining: 300n };
const FACTS: LetterFacts = { sheet: SHEET, wasOpened: true, runState: 2, now: 1_000, story: undefined };
const PAID = { kind: "paid", payee: "0x01", amount: 100n, at: 900, tx: "0x02", block: 7 } as const;

describe("letterStatus", () => {
  it("is open up to the last second, and over after it", () => {
    expect(letterStatus(CLAIM, { ...FACTS, now: 2_000 })).toEqual({ kind: "open", deadline: 2_000 });
    expect(letterStatus(CLAIM, { ...FACTS, now: 2_001 })).toEqual({ kind: "expired", deadline: 2_000 });
  });

  it("tells what became of it, also when the deadline is over or the sheet was closed since", () => {
    expect(letterStatus(CLAIM, { ...FACTS, now: 3_000, story: PAID })).toEqual(PAID);
    expect(letterStatus(CLAIM, { ...FACTS, sheet: { ...SHEET, root: NO_ROOT }, story: PAID })).toEqual(PAID);
    const story = { kind: "cancelled", at: 800, tx: "0x02", block: 6 } as const;
    expect(letterStatus(CLAIM, { ...FACTS, story })).toEqual({ kind: "cancelled", at: 800 });
  });

  it("tells a sheet that is not open yet from one that was closed, and from a run that was given up", () => {
    const sheet = { root: NO_ROOT, used: 0n, deadline: 0, remaining: 0n };
    expect(letterStatus(CLAIM, { ...FACTS, sheet })).toEqual({ kind: "closed" });
    expect(letterStatus(CLAIM, { ...FACTS, sheet, wasOpened: false })).toEqual({ kind: "notYet" });
    expect(letterStatus(CLAIM, { ...FACTS, sheet, wasOpened: false, runState: 3 })).toEqual({ kind: "withdrawn" });
  });

  it("believes no list that the chain does not bear out, whatever it says of others", () => {
    const claim = { ...CLAIM, root: `0x${"cd".repeat(32)}` } as const;
    expect(letterStatus(claim, { ...FACTS, story: PAID })).toEqual({ kind: "untrue" });
    expect(letterStatus({ ...CLAIM, amount: 301n }, FACTS)).toEqual({ kind: "untrue" });
  });
});

describe("needsStory", () => {
  it("asks for events only where something has happened", () => {
    expect(needsStory(FACTS, CLAIM)).toBe(false);
    expect(needsStory({ sheet: { ...SHEET, used: 0b011n } }, CLAIM)).toBe(false);
    expect(needsStory({ sheet: { ...SHEET, used: 0b100n } }, CLAIM)).toBe(true);
    expect(needsStory({ sheet: { ...SHEET, root: NO_ROOT } }, CLAIM)).toBe(true);
  });
});
