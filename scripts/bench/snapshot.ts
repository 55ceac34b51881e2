// SPDX-License-Identifier: EUPL-1.2
import { readFileSync, writeFileSync } from "node:fs";
import type { GasFigure } from "./figures.ts";

/** The figures of the last accepted state: test/gas/snapshot.json. */
const SNAPSHOT = new URL("../../test/gas/snapshot.json", import.meta.url);

/** How far a figure may move before somebody has to look at it. */
export const ALLOWED_DRIFT = 0.02;

/** Gas by figure name. */
export type Snapshot = Record<string, number>;

export function readSnapshot(): Snapshot {
  return JSON.parse(readFileSync(SNAPSHOT, "utf8")) as Snapshot;
}

export function writeSnapshot(figures: readonly GasFigure[]): void {
  const sorted = figures.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const snapshot = Object.fromEntries(sorted.map(({ name, gas }) => [name, gas]));
  writeFileSync(SNAPSHOT, `${JSON.stringify(snapshot, null, 2)}\n`);
}

/** One sentence for each figure that moved too far, is new, or is gone. */
export function driftOf(figures: readonly GasFigure[], snapshot: Snapshot): string[] {
  const measured = new Map(figures.map(({ name, gas }) => [name, gas]));
  const names = new Set([...Object.keys(snapshot), ...measured.keys()]);
  return [...names].flatMap((name) => {
    const before = snapshot[name];
    const now = measured.get(name);
    if (before === undefined) return [`${name} is not in the snapshot`];
    if (now === undefined) return [`${name} is in the snapshot and was not measured`];
    if (Math.abs(now - before) <= before * ALLOWED_DRIFT) return [];
    return [`${name} moved from ${before} to ${now} (${(((now - before) / before) * 100).toFixed(1)} %)`];
  });
}
