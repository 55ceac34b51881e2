// SPDX-License-Identifier: EUPL-1.2
import { expect } from "chai";
import fc from "fast-check";
import type { StaffLine } from "@monnaie-commune/sdk/bonus/check-line";
import { isSiret } from "@monnaie-commune/sdk/bonus/check-structure";
import { COLUMNS } from "@monnaie-commune/sdk/bonus/columns";
import type { StaffFile } from "@monnaie-commune/sdk/bonus/read-staff-file";
import { RULE_CODES } from "@monnaie-commune/sdk/bonus/rules";
import { type ListPurpose, LIST_PURPOSES } from "@monnaie-commune/sdk/purposes";
import {
  bytesOf,
  euroLine,
  fileFor,
  fileOf,
  lineFor,
  lineOf,
  read,
  readFor,
  STRUCTURE,
  TOKEN,
  walletOf,
} from "./staff-file.ts";

const RUNS = 500;

const SPANS = ["", "0", "9", ",", ".", ";", '"', '""', "\n", "\r\n", " ", "\u202F", "-", "+", "e", "\u202E", "\u0000"];

/** Cells that look like others, or like amounts and addresses. */
const CELLS = [
  "",
  "0",
  "1e3",
  "1,250",
  "1.250,50",
  "12.5",
  "0012,50",
  " 12,50 ",
  "12,505",
  "-1",
  "NaN",
  "１２",
  "=1+1",
  "AG-0",
  "50",
  "100",
  "101",
  walletOf("fuzz 0"),
  walletOf("fuzz 0").toLowerCase(),
  walletOf("stranger"),
  TOKEN,
  `${TOKEN}0`,
  "entraide",
  "Écologie",
  "loyalty",
  "2026-02-30",
  "\u202E",
  "\u200D",
  "\u0000",
  '"',
  ";",
];

/** Whole files with distinct people, and what each of them is to get. */
const goodFiles = fc
  .array(fc.record({ cents: fc.bigInt({ min: 100n, max: 10_000_000n }), optsIn: fc.boolean() }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((people) => [{ cents: 30_000n, optsIn: true }, ...people])
  .map((people) => {
    const lines = people.map(({ cents, optsIn }, i) => {
      const amount = amountOf(cents);
      if (!optsIn) return euroLine(`AG-${i}`, amount);
      return lineOf({ payee_id: `AG-${i}`, wallet: walletOf(`fuzz ${i}`), amount });
    });
    return { people, file: fileOf(...lines) };
  });

/** Files for any purpose, as rows of cells. */
const goodRows = fc
  .tuple(fc.constantFrom(...LIST_PURPOSES), fc.array(fc.bigInt({ min: 100n, max: 10_000_000n }), { maxLength: 8 }))
  .map(([purpose, amounts]) => {
    const rows = [30_000n, ...amounts].map((cents, i) => {
      const payee_id = purpose === "subsidy" ? siretOf(i) : `AG-${i}`;
      const cells = { payee_id, wallet: walletOf(`fuzz ${i}`), amount: amountOf(cents) };
      return lineFor(purpose, cells).split(";");
    });
    return { purpose, rows: [[...COLUMNS[purpose]] as string[], ...rows] };
  });

const STRUCTURES = Array.from({ length: 9 }, (_, i) => ({ ...STRUCTURE, account: walletOf(`fuzz ${i}`) }));

/** What people and programs do to a table. */
type Change = { kind: (typeof KINDS)[number]; row: number; other: number; column: number; text: string };
const KINDS = ["cell", "append", "swap columns", "copy row", "swap rows", "drop cell", "drop row", "quote"] as const;

const tableChanges = fc.array(
  fc.record({
    kind: fc.constantFrom(...KINDS),
    row: fc.nat(),
    other: fc.nat(),
    column: fc.nat(),
    text: fc.oneof(fc.constantFrom(...CELLS), fc.string({ unit: "binary", maxLength: 12 })),
  }),
  { maxLength: 3 },
);

function withChange(rows: readonly (readonly string[])[], { kind, row, other, column, text }: Change): string[][] {
  const table = rows.map((cells) => [...cells]);
  const at = row % table.length;
  const cells = table[at] ?? [];
  const place = column % cells.length;
  if (kind === "swap columns") {
    const second = other % cells.length;
    for (const each of table) [each[place], each[second]] = [each[second] ?? "", each[place] ?? ""];
  } else if (kind === "swap rows") {
    [table[at], table[other % table.length]] = [table[other % table.length] ?? [], cells];
  } else if (kind === "copy row") table.splice(other % (table.length + 1), 0, [...cells]);
  else if (kind === "drop row" && table.length > 1) table.splice(at, 1);
  else if (kind === "drop cell" && cells.length > 1) cells.splice(place, 1);
  else if (kind === "append") cells[place] = `${cells[place]}${text}`;
  else if (kind === "quote") cells[place] = `"${(cells[place] ?? "").replaceAll('"', '""')}"`;
  else cells[place] = text;
  return table;
}

function amountOf(cents: bigint): string {
  return `${cents / 100n},${(cents % 100n).toString().padStart(2, "0")}`;
}

function siretOf(n: number): string {
  const digits = `00${1_000_000 + n}0001`;
  return Array.from({ length: 10 }, (_, key) => `${digits}${key}`).find(isSiret) ?? "";
}

/** What a person sees of the lines that were accepted: written again in the plainest form. */
function written(purpose: ListPurpose, lines: readonly StaffLine[]): string {
  const rows = lines.map(({ payeeId, amount, budgetLine, optIn, act }) =>
    lineFor(purpose, {
      payee_id: payeeId,
      wallet: optIn?.wallet ?? "",
      amount: amountOf(amount),
      consent_reference: optIn?.consent.reference ?? "",
      consent_date: optIn?.consent.date ?? "",
      share: optIn?.consent.share.toString() ?? "",
      budget_line: budgetLine,
      act: act ?? "",
    }),
  );
  return fileFor(purpose, ...rows);
}

function unquoted(cell = ""): string {
  return cell.replace(/^"(.*)"$/u, "$1").replaceAll('""', '"');
}

/** An amount without spaces, leading zeros, or zeros at the end of its decimals. */
function plain(amount: string): string {
  const [whole = "", decimals = ""] = amount
    .replaceAll(/[ \u00A0\u202F]/gu, "")
    .replace(",", ".")
    .split(".");
  return `${whole.replace(/^0+(?=[0-9])/u, "")}.${decimals.padEnd(2, "0")}`;
}

function expectSound(result: StaffFile): void {
  if (result.ok) return;
  expect(result.errors).to.have.length.greaterThan(0);
  for (const { code, shown, line } of result.errors) {
    expect(RULE_CODES).to.include(code);
    expect(shown.length).to.be.lessThan(500);
    expect(shown).to.not.match(/[\p{C}]/u);
    if (line !== undefined) expect(line).to.be.greaterThan(0);
  }
}

/** What another, simpler reader makes of a file: cells between separators, quotes taken off. */
function amountsByHand(file: Uint8Array): Map<string, string> {
  const lines = new TextDecoder().decode(file).split(/\r\n|\n|\r/u);
  const [header = "", ...rest] = lines.filter((line) => line !== "");
  const names = header.split(";").map((name) => unquoted(name).trim());
  return new Map(
    rest.map((line) => {
      const cells = line.split(";");
      return [unquoted(cells[names.indexOf("payee_id")]), unquoted(cells[names.indexOf("amount")])];
    }),
  );
}

/** What a line comes to, wherever it stands. */
function sumOf({ payeeId, amount, units, euros, optIn, act }: StaffLine) {
  return { payeeId, amount, units, euros, wallet: optIn?.wallet, act };
}

describe("readStaffFile, on anything", function () {
  this.timeout(60_000);

  it("answers for any bytes", function () {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => expectSound(read(bytes))),
      { numRuns: RUNS },
    );
  });

  it("answers for any text below a good header", function () {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary", maxLength: 60 })), (lines) =>
        expectSound(read(fileOf(...lines))),
      ),
      { numRuns: RUNS },
    );
  });

  it("reads every amount of a good file exactly", function () {
    fc.assert(
      fc.property(goodFiles, ({ people, file }) => {
        const result = read(file);
        if (!result.ok) throw new Error(JSON.stringify(result.errors));
        expect(result.lines.map(({ amount }) => amount)).to.deep.equal(people.map(({ cents }) => cents));
        expect(result.lines.every(({ amount, units, euros }) => units + euros === amount)).to.equal(true);
      }),
      { numRuns: RUNS },
    );
  });

  it("accepts a file that was cut off at whole lines only", function () {
    fc.assert(
      fc.property(goodFiles, fc.nat(), ({ people, file }, cut) => {
        const bytes = bytesOf(file);
        const result = read(bytes.subarray(0, cut % bytes.length));
        expectSound(result);
        if (!result.ok) return;
        const amounts = people.slice(0, result.lines.length).map(({ cents }) => cents);
        expect(result.lines.map(({ amount }) => amount)).to.deep.equal(amounts);
      }),
      { numRuns: RUNS },
    );
  });

  it("accepts no amount but the one a person would read, whatever bytes were changed", function () {
    const changes = fc.array(
      fc.record({ at: fc.nat(), remove: fc.nat({ max: 3 }), insert: fc.constantFrom(...SPANS) }),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(goodFiles, changes, ({ file }, edits) => {
        let bytes = [...bytesOf(file)];
        for (const { at, remove, insert } of edits)
          bytes = bytes.toSpliced(at % bytes.length, remove, ...bytesOf(insert));
        const changed = new Uint8Array(bytes);
        const result = read(changed);
        expectSound(result);
        if (!result.ok) return;
        const byHand = amountsByHand(changed);
        for (const { payeeId, amount } of result.lines) {
          const text = (byHand.get(payeeId) ?? "").replaceAll(/[ \u00A0\u202F]/gu, "").replace(",", ".");
          expect(text).to.match(/^[0-9]+(?:\.[0-9]{1,2})?$/u);
          const [whole = "", decimals = ""] = text.split(".");
          expect(amount).to.equal(BigInt(whole + decimals.padEnd(2, "0")));
        }
      }),
      { numRuns: 4 * RUNS },
    );
  });

  it("accepts no table, for any purpose, that written again says another amount or address", function () {
    let accepted = 0;
    fc.assert(
      fc.property(goodRows, tableChanges, fc.constantFrom("\n", "\r\n"), ({ purpose, rows }, edits, end) => {
        const table = edits.reduce(withChange, rows);
        const text = table.map((cells) => `${cells.join(";")}${end}`).join("");
        const result = readFor(purpose, text, {}, STRUCTURES);
        expectSound(result);
        if (!result.ok) return;
        accepted++;
        const again = readFor(purpose, written(purpose, result.lines), {}, STRUCTURES);
        if (!again.ok) throw new Error(`Refused when written again: ${JSON.stringify(again.errors[0]?.code)}`);
        expect(again.lines.map(sumOf)).to.deep.equal(result.lines.map(sumOf));
        // Held against the file by a simpler reader: every address and amount stands there, in the line of its payee.
        for (const { payeeId, amount, optIn } of result.lines) {
          const isTold = table.some((row) => {
            const cells = row.map(unquoted);
            const hasAmount = cells.some((cell) => plain(cell) === plain(amountOf(amount)));
            return cells.includes(payeeId) && hasAmount && (optIn === undefined || cells.includes(optIn.wallet ?? ""));
          });
          expect(isTold, payeeId).to.equal(true);
        }
      }),
      { numRuns: 4 * RUNS },
    );
    expect(accepted).to.be.greaterThan(RUNS / 2);
  });
});
