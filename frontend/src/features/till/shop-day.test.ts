// SPDX-License-Identifier: EUPL-1.2
import type { Authorised } from "@monnaie-commune/sdk/ledger/authorised";
import type { StatementLine } from "@monnaie-commune/sdk/ledger/statements";
import { referenceNonce, sequenceNonce } from "@monnaie-commune/sdk/payments/authorisation";
import { describe, expect, it } from "vitest";
import { close, openLines, parseClosings, withClosing } from "./closings.ts";
import { refundReference, refundsIn } from "./refunds.ts";
import { dayLines, localDate, startOfLocalDay, totalsOf } from "./shop-day.ts";

const CAMILLE = "0x000000000000000000000000000000000000000A";
const START = startOfLocalDay("2026-11-25");

const line = (kind: "received" | "paid", cents: bigint, block: number, tx: string, logIndex = 0): StatementLine => ({
  kind,
  cents: kind === "paid" ? -cents : cents,
  balance: 0n,
  other: CAMILLE,
  day: 20_000,
  block,
  logIndex,
  tx: tx as `0x${string}`,
});
const used = (reference: string, block: number, tx: string, logIndex = 0): Authorised => ({
  nonce: referenceNonce(reference),
  block,
  logIndex,
  tx: tx as `0x${string}`,
});

const LINES = [
  line("received", 12_50n, 10, "0xa"),
  line("received", 4_00n, 11, "0xb", 0),
  line("received", 5_00n, 11, "0xb", 3),
  line("paid", 5_00n, 12, "0xc", 2),
  line("paid", 30_00n, 13, "0xd"),
];
const REFUNDS = refundsIn(LINES, [
  used(refundReference("0xb", 2), 12, "0xc", 1),
  { nonce: sequenceNonce(0n), block: 13, logIndex: 0, tx: "0xd" },
]);
const lines = () =>
  dayLines(
    LINES,
    REFUNDS,
    (block) => START + block,
    (tx) => (tx === "0xa" ? "Pain" : undefined),
  );

describe("refunds", () => {
  it("are found by their reference, among several payments of one transaction", () => {
    expect(REFUNDS.refundOf.get("11 3")).toBe(LINES[3]);
    expect(REFUNDS.originalOf.get("12 2")).toBe(LINES[2]);
    expect(REFUNDS.refundOf.has("11 0")).toBe(false);
  });

  it("can be made once for each payment: no two share a reference", () => {
    expect([...REFUNDS.references.values()]).toEqual(["refund:0xa", "refund:0xb", "refund:0xb:2"]);
  });
});

describe("the day of a shop", () => {
  it("holds payments and refunds, not what the shop bought", () => {
    expect(lines().map(({ kind, cents, isRefunded }) => [kind, cents, isRefunded])).toEqual([
      ["payment", 12_50n, false],
      ["payment", 4_00n, false],
      ["payment", 5_00n, true],
      ["refund", 5_00n, false],
    ]);
    expect(lines()[0]?.label).toBe("Pain");
    expect(lines()[3]?.original).toBe("0xb");
  });

  it("comes to a total, a count and what was given back", () => {
    expect(totalsOf(lines())).toEqual({
      count: 3,
      total: 21_50n,
      refunds: 1,
      refunded: 5_00n,
      first: START + 10,
      last: START + 12,
    });
    expect(totalsOf([])).toEqual({ count: 0, total: 0n, refunds: 0, refunded: 0n });
  });

  it("begins at midnight where the shop is", () => {
    expect(localDate(START)).toBe("2026-11-25");
    expect(localDate(START - 1)).toBe("2026-11-24");
    expect(startOfLocalDay("2026-10-25", 1)).toBe(startOfLocalDay("2026-10-26"));
  });
});

describe("a close", () => {
  it("takes in what came since the one before, each line once", () => {
    const all = lines();
    const first = close(openLines(all.slice(0, 2), undefined, START), undefined, START + 100);
    expect(first).toMatchObject({ number: 1, count: 2, total: 16_50n, upTo: { block: 11, logIndex: 0 } });
    const second = close(openLines(all, first, START), first, START + 200);
    expect(second).toMatchObject({ number: 2, count: 1, total: 5_00n, refunds: 1, refunded: 5_00n });
    expect(close(openLines(all, second, START), second, START + 300)).toBeUndefined();
  });

  it("leaves the days before out of the first one", () => {
    expect(openLines(lines(), undefined, START + 11).map(({ block }) => block)).toEqual([11, 11, 12]);
  });

  it("survives a reload", () => {
    const first = close(lines(), undefined, START + 100)!;
    const kept: unknown = JSON.parse(
      JSON.stringify(withClosing([], first), (_, value: unknown) =>
        typeof value === "bigint" ? value.toString() : value,
      ),
    );
    expect(parseClosings(kept)).toEqual([first]);
    expect(parseClosings([{ number: 1 }, null])).toEqual([]);
  });
});
