// SPDX-License-Identifier: EUPL-1.2
import { dayOf } from "@monnaie-commune/sdk/days";
import type { StatementLine } from "@monnaie-commune/sdk/ledger/statements";
import { describe, expect, it } from "vitest";
import { periodNames } from "./day-names.ts";
import { dateLines, filterOf, findLines, rowsOf, totalsByMonth, type HistoryKind } from "./history.ts";
import { readHistoryLink } from "./history-link.ts";

const day = (date: string) => dayOf(Date.parse(`${date}T00:00:00Z`) / 1000);
const place = (date: string, logIndex: number) => ({ day: day(date), block: 1, logIndex, tx: "0x" as const });
const SHOP = "0x01";

const LINES: StatementLine[] = [
  { kind: "issued", cents: 100_00n, balance: 100_00n, ...place("2026-09-09", 0) },
  { kind: "fonte", cents: -15n, balance: 99_85n, firstDay: day("2026-09-30"), count: 1, ...place("2026-09-30", 1) },
  { kind: "paid", cents: -12_50n, balance: 87_35n, other: SHOP, ...place("2026-09-30", 2) },
  { kind: "received", cents: 5_00n, balance: 92_35n, other: SHOP, ...place("2026-11-02", 3) },
];
const dated = dateLines(LINES);
const words = () => "La Fournée du Mail Orléans";
const find = (kind: HistoryKind, text: string) => findLines(dated, { kind, text }, words, "fr").map(({ line }) => line);

describe("dateLines", () => {
  it("says since when a fonte line melted: since the line before it", () => {
    expect(dated[1]?.since).toBe(day("2026-09-09"));
  });
});

describe("totalsByMonth", () => {
  it("keeps what melted apart from what was paid", () => {
    expect(totalsByMonth(LINES).get("2026-09")).toEqual({ received: 100_00n, paid: 12_50n, fonte: 15n });
    expect(totalsByMonth(LINES).get("2026-11")).toEqual({ received: 5_00n, paid: 0n, fonte: 0n });
  });
});

describe("rowsOf", () => {
  it("puts the newest first, each day once, each month once", () => {
    const types = rowsOf(dated, totalsByMonth(LINES)).map(({ type }) => type);
    expect(types).toEqual(["month", "day", "line", "month", "day", "line", "line", "day", "line"]);
  });
});

describe("findLines", () => {
  it("narrows by kind", () => {
    expect(find("fonte", "")).toEqual([LINES[1]]);
    expect(find("issued", "")).toEqual([LINES[0]]);
  });

  it("finds a name without its accents, and an amount as it is written", () => {
    expect(find("paid", "fournee orleans")).toEqual([LINES[2]]);
    expect(find("all", "12,50")).toEqual([LINES[2]]);
  });
});

describe("filterOf", () => {
  it("reads what an address asks for, and drops what is malformed", () => {
    const link = readHistoryLink({ q: "pain", type: "payes", du: "2026-09-10", au: "2026-13-40", recu: "0x12" });
    expect(filterOf(link)).toEqual({ kind: "paid", text: "pain", firstDay: day("2026-09-10") });
    expect(filterOf(readHistoryLink({ type: "toString" }))).toEqual({ kind: "all", text: "" });
  });

  it("takes both days in", () => {
    const filter = filterOf({ du: "2026-09-09", au: "2026-09-30" });
    expect(findLines(dated, filter, words, "fr")).toHaveLength(3);
    expect(findLines(dated, { ...filter, lastDay: day("2026-09-29") }, words, "fr")).toHaveLength(1);
  });
});

describe("ten thousand lines", () => {
  it("are searched in a moment", () => {
    const many = Array.from({ length: 10_000 }, (_, i) => ({ ...LINES[2]!, block: i }));
    const start = performance.now();
    expect(findLines(dateLines(many), { kind: "paid", text: "fournee" }, words, "fr")).toHaveLength(10_000);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

describe("periodNames", () => {
  it("says the month once when both ends share it", () => {
    const { from, to } = periodNames(day("2026-11-01"), day("2026-11-30"), "fr");
    expect(from).toBe("1");
    expect(to).toMatch(/^30 nov\./);
  });
});
