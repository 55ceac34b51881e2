// SPDX-License-Identifier: EUPL-1.2
import { styleText } from "node:util";

type Style = Parameters<typeof styleText>[0];

/** Whether a person watches: colours and moving bars make sense. */
export function isInteractive(): boolean {
  return process.stdout.isTTY && process.env.TERM !== "dumb";
}

/** One line on the standard output. */
export function line(text = ""): void {
  process.stdout.write(`${text}\n`);
}

/** The title of what follows, with an empty line before it. */
export function heading(text: string): void {
  line();
  line(styled("bold", text));
}

/** Something that went well. */
export function done(text: string): void {
  line(`${styled("green", "✓")} ${text}`);
}

/** Something to look at, which stops nothing. */
export function warning(text: string): void {
  line(`${styled("yellow", "!")} ${text}`);
}

/** What went wrong, on the standard error output. */
export function errorLine(text: string): void {
  process.stderr.write(`${process.stderr.isTTY ? styled("red", text) : text}\n`);
}

/** Rows in columns as wide as their longest cell. Columns that hold numbers only, but for their title, end on the right. */
export function table(rows: readonly (readonly string[])[], indent = "  "): void {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const layouts = Array.from({ length: columns }, (_, column) => {
    const cells = rows.map((row) => row[column] ?? "");
    const numbers = cells.filter(isNumber).length;
    return {
      width: Math.max(...cells.map((cell) => cell.length)),
      isRight: numbers > 0 && numbers >= cells.length - 1,
    };
  });
  for (const row of rows) {
    const cells = row.map((cell, i) => {
      const { width = 0, isRight = false } = layouts[i] ?? {};
      return isRight ? cell.padStart(width) : cell.padEnd(width);
    });
    line((indent + cells.join("  ")).trimEnd());
  }
}

export type ProgressBar = {
  /** Says that so many of the total are done now. */
  update(completed: number): void;
  /** Ends the bar; what is printed next starts on its own line. */
  end(): void;
};

/** A bar that moves on a terminal, and a line for each tenth anywhere else. */
export function progressBar(label: string, total: number): ProgressBar {
  return isInteractive() ? movingBar(label, total) : plainBar(label, total);
}

function movingBar(label: string, total: number): ProgressBar {
  let completed = 0;
  const draw = () => {
    const part = total === 0 ? 1 : completed / total;
    const width = 28;
    const filled = Math.round(part * width);
    const bar = "█".repeat(filled) + "░".repeat(width - filled);
    process.stdout.write(`\r\x1b[2K${label}  ${bar}  ${completed}/${total}`);
  };
  draw();
  return {
    update(value) {
      completed = value;
      draw();
    },
    end() {
      draw();
      process.stdout.write("\n");
    },
  };
}

function plainBar(label: string, total: number): ProgressBar {
  let printedTenth = 0;
  return {
    update(completed) {
      const tenth = total === 0 ? 10 : Math.floor((completed * 10) / total);
      if (tenth <= printedTenth) return;
      printedTenth = tenth;
      line(`${label}  ${completed}/${total}`);
    },
    end() {},
  };
}

function styled(style: Style, text: string): string {
  const plain = !isInteractive() || process.env.NO_COLOR !== undefined;
  return plain ? text : styleText(style, text, { validateStream: false });
}

function isNumber(cell: string): boolean {
  return /^[−+-]?\d[\d\s\u00a0\u202f.,]*( ?%)?$/u.test(cell);
}
