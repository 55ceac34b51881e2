// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from "node:fs";

const KIB_PER_MB = 1_000_000 / 1_024;

/**
 * The most memory this process has held, in megabytes. Linux counts what the process that started it held at that moment
 * into `maxRSS`, so it is asked where it knows better.
 */
export function mostMegabytes(): number {
  try {
    const peak = /^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync("/proc/self/status", "utf8"))?.[1];
    if (peak !== undefined) return Number(peak) / KIB_PER_MB;
  } catch {
    // Not Linux.
  }
  return process.resourceUsage().maxRSS / KIB_PER_MB;
}
