// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from "vitest";
import { dayCsv } from "./day-csv.ts";
import { startOfLocalDay, type DayLine } from "./shop-day.ts";

const AT = startOfLocalDay("2026-11-25") + 14 * 3600 + 62;

const line: DayLine = {
  kind: "payment",
  key: "1 0",
  block: 1,
  logIndex: 0,
  tx: "0xaa",
  at: AT,
  other: "0x01",
  cents: 1_250_50n,
  label: '=HYPERLINK("x")',
  isRefunded: false,
};

describe("the day as a spreadsheet", () => {
  const words = {
    column: (column: string) => column,
    kind: (kind: string) => kind,
    customer: () => "Camille; dite Cam",
  };
  const csv = dayCsv([line, { ...line, kind: "refund", cents: 5_00n, original: "0xaa" }], words);
  const [head, first, second] = csv.split("\r\n");

  it("opens in a French spreadsheet: mark, semicolons, decimal commas", () => {
    expect(head).toBe("\uFEFFdate;time;kind;label;customer;account;received;refunded;receipt;original");
    expect(first).toContain(';"Camille; dite Cam";0x01;1250,50;;0xaa;');
    expect(first?.startsWith("2026-11-25;14:01:02;payment;")).toBe(true);
  });

  it("puts what was given back in a column of its own", () => {
    expect(second).toContain(";;5,00;0xaa;0xaa");
  });

  it("runs no formula that a label holds", () => {
    expect(first).toContain("'=HYPERLINK");
    expect(first).not.toContain(";=");
  });
});
