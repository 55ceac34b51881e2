// SPDX-License-Identifier: EUPL-1.2

/** How much of a contract the tests ran, in percent. */
export type FileCoverage = { file: string; lines: number; statements: number; uncovered: string };

const MEASURED = /^contracts\/(?!test\/|interfaces\/)/u;

/**
 * The files of Hardhat's coverage table that are deployed. Statements stand for branches, which Hardhat does not count:
 * our contracts guard by statements of their own (`if (…) revert …;`), so each way out is one.
 */
export function readCoverage(output: string): FileCoverage[] {
  return output.split("\n").flatMap((row) => {
    const [file = "", lines = "", statements = "", uncovered = ""] = row
      .split(/[║│]/u)
      .slice(1)
      .map((cell) => cell.trim());
    if (!MEASURED.test(file)) return [];
    return [{ file, lines: Number(lines), statements: Number(statements), uncovered }];
  });
}

/** The files below 100 % of lines or of statements. */
export function gapsIn(files: readonly FileCoverage[]): FileCoverage[] {
  return files.filter(({ lines, statements }) => lines !== 100 || statements !== 100);
}
