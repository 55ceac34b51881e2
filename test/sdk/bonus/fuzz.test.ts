// SPDX-License-Identifier: EUPL-1.2
import { expect } from "chai";
import fc from "fast-check";
import type { StaffFile } from "@monnaie-commune/sdk/bonus/read-staff-file";
import { RULE_CODES } from "@monnaie-commune/sdk/bonus/rules";
import { bytesOf, euroLine, fileOf, lineOf, read, walletOf } from "./staff-file.ts";

const RUNS = 500;

/** Whole files with distinct people, and what each of them is to get. */
const goodFiles = fc
  .array(fc.record({ cents: fc.bigInt({ min: 100n, max: 10_000_000n }), optsIn: fc.boolean() }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((people) => [{ cents: 30_000n, optsIn: true }, ...people])
  .map((people) => {
    const lines = people.map(({ cents, optsIn }, i) => {
      const amount = `${cents / 100n},${(cents % 100n).toString().padStart(2, "0")}`;
      if (!optsIn) return euroLine(`AG-${i}`, amount);
      return lineOf({ payee_id: `AG-${i}`, wallet: walletOf(`fuzz ${i}`), amount });
    });
    return { people, file: fileOf(...lines) };
  });

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
  const unquoted = (cell = "") => cell.replace(/^"(.*)"$/u, "$1").replaceAll('""', '"');
  const [header = "", ...rest] = lines.filter((line) => line !== "");
  const names = header.split(";").map((name) => unquoted(name).trim());
  return new Map(
    rest.map((line) => {
      const cells = line.split(";");
      return [unquoted(cells[names.indexOf("payee_id")]), unquoted(cells[names.indexOf("amount")])];
    }),
  );
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
});

const SPANS = ["", "0", "9", ",", ".", ";", '"', '""', "\n", "\r\n", " ", "\u202F", "-", "+", "e", "\u202E", "\u0000"];
