// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { plainAmount, spreadsheetCsv } from "@monnaie-commune/sdk/bonus/report-files";
import { t } from "../../lib/messages.ts";
import { writeWhole } from "../../lib/write-whole.ts";
import { type LetterHead, lettersDocument, type LetterText } from "./page.ts";

/** Letters in one file: more of them make browsers slow to print. */
export const LETTERS_PER_FILE = 500;

const LIST_FILE = "letters.csv";

/** The files that were written: letters in the order of the plan, and the list that goes with them. */
export type LetterFiles = { files: string[]; list: string; bytes: number };

/**
 * Writes letters into files of 500, for this account alone, with a list of which letter is where. Tells how many are
 * written after each file.
 */
export function writeLetters(
  head: LetterHead,
  letters: readonly LetterText[],
  folder: string,
  onWritten: (written: number) => void = () => {},
): LetterFiles {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const files: string[] = [];
  const rows: (string | number)[][] = [];
  let bytes = 0;
  for (let first = 0; first < letters.length; first += LETTERS_PER_FILE) {
    const some = letters.slice(first, first + LETTERS_PER_FILE);
    const name = `letters-${String(files.length + 1).padStart(2, "0")}.html`;
    const document = lettersDocument(head, some);
    writeWhole(join(folder, name), document);
    files.push(join(folder, name));
    bytes += Buffer.byteLength(document);
    some.forEach(({ line, payeeId, cents }, i) => rows.push([name, i + 1, line, payeeId, plainAmount(cents)]));
    onWritten(first + some.length);
  }
  const list = join(folder, LIST_FILE);
  const columns = ["file", "page", "line", "payee", "amount"].map((column) => t(`bonus.letters.columns.${column}`));
  writeWhole(list, spreadsheetCsv([columns, ...rows]));
  return { files, list, bytes };
}

/** Writes one letter again, or those of one person. */
export function writeReprint(head: LetterHead, letters: readonly LetterText[], folder: string): LetterFiles {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `letter-line-${letters.map(({ line }) => line).join("-")}.html`);
  const document = lettersDocument(head, letters);
  writeWhole(file, document);
  return { files: [file], list: "", bytes: Buffer.byteLength(document) };
}
