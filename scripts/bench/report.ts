// SPDX-License-Identifier: EUPL-1.2
import { createRequire } from "node:module";
import os from "node:os";
import type { GasFigure } from "./figures.ts";
import { ALLOWED_DRIFT } from "./snapshot.ts";

/** A part of docs/benchmarks.md. */
export type Section = { title: string; text: string };

/** A figure with the most it is meant to be. */
export type Measure = { title: string; value: string; target?: string; isMet?: boolean; note?: string };

export const REPORT = new URL("../../docs/benchmarks.md", import.meta.url);

/** A text of docs/benchmarks.md with a section in place of the one of the same title, or at its end. */
export function withSection(text: string, section: Section): string {
  const written = `## ${section.title}\n\n${section.text}\n`;
  const before = sectionOf(text, section.title);
  return before === undefined ? `${text.trimEnd()}\n\n${written}` : text.replace(before, () => `${written}\n`);
}

/** A section as it stands in a text, with its title; undefined when it has none. */
function sectionOf(text: string, title: string): string | undefined {
  const begin = text.indexOf(`## ${title}\n`);
  if (begin < 0) return undefined;
  const next = text.indexOf("\n## ", begin);
  return text.slice(begin, next < 0 ? undefined : next + 1);
}

export function gasSection(figures: readonly GasFigure[]): Section {
  const rows = figures.map((figure) => [
    figure.title,
    count(figure.gas),
    figure.target === undefined ? "" : count(figure.target),
    isMet(figure) ? "" : figure.target === undefined ? "" : "missed",
    figure.openZeppelin === undefined ? "" : count(figure.openZeppelin),
    figure.solady === undefined ? "" : count(figure.solady),
  ]);
  const notes = figures.flatMap(({ title, note }) => (note === undefined ? [] : [`- *${title}*: ${note}.`]));
  const text = [
    "Gas of the receipt, 21,000 and calldata included, divided by the number of people where a line says *each*. Every",
    "account and the till are cold, as in a transaction of its own. OpenZeppelin's and Solady's plain ERC-20 are measured in",
    "the same run; they do not melt. Rates are 6 % and 2 % a year; the compiler settings are those of hardhat.config.ts.",
    `A test fails when a figure moves by more than ${ALLOWED_DRIFT * 100} % from test/gas/snapshot.json. ${measuredWith()}`,
    "",
    markdownTable(["operation", "gas", "target", "", "OpenZeppelin", "Solady"], rows),
    ...(notes.length === 0 ? [] : ["", ...notes]),
  ].join("\n");
  return { title: "Gas", text };
}

export function measureSection(title: string, introduction: string, measures: readonly Measure[]): Section {
  const rows = measures.map((measure) => [
    measure.title,
    measure.value,
    measure.target ?? "",
    measure.isMet === false ? "missed" : "",
  ]);
  const notes = measures.flatMap(({ title: measure, note }) =>
    note === undefined ? [] : [`- *${measure}*: ${note}.`],
  );
  const lines = [introduction, "", markdownTable(["what", "measured", "target", ""], rows)];
  return { title, text: [...lines, ...(notes.length === 0 ? [] : ["", ...notes])].join("\n") };
}

/** Whether a figure keeps to its target; one that counts what fits must reach it, all others must stay below. */
export function isMet({ gas, target, isCount = false }: GasFigure): boolean {
  return target === undefined || (isCount ? gas >= target : gas <= target);
}

/** A table whose columns but the first are numbers. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rule = head.map((_, column) => (column === 0 ? "---" : "---:"));
  return [line(head), line(rule), ...rows.map(line)].join("\n");
}

function count(value: number): string {
  return value.toLocaleString("en");
}

/** When, with what and on what a section was measured: its last sentence. */
export function measuredWith(): string {
  return `Measured on ${new Date().toISOString().slice(0, 10)} with ${conditions()}.`;
}

/** What the figures were measured with and on. */
export function conditions(): string {
  const require = createRequire(import.meta.url);
  const version = (name: string) => (require(`${name}/package.json`) as { version: string }).version;
  const packages = ["hardhat", "solc", "@openzeppelin/contracts", "solady"].map((name) => `${name} ${version(name)}`);
  const [cpu] = os.cpus();
  const memory = Math.round(os.totalmem() / 2 ** 30);
  return `Node ${process.versions.node}, ${packages.join(", ")}, on ${os.cpus().length} cores (${cpu?.model.trim() ?? "unknown"}) and ${memory} GB`;
}
