// SPDX-License-Identifier: EUPL-1.2

/** How many lines that are on the chain can no longer be taken back, and how many still could. */
export type FinalCount = {
  final: number;
  open: number;
  /** Highest block of a line that is not final. */ upTo: number;
};

type Line = { block?: number };

/** Whether a line is on the chain for good; undefined when it is not on the chain. `finalBlock`: the last final one. */
export function isFinal({ block }: Line, finalBlock: number): boolean | undefined {
  return block === undefined ? undefined : block <= finalBlock;
}

export function countFinal(lines: readonly Line[], finalBlock: number): FinalCount {
  const counted: FinalCount = { final: 0, open: 0, upTo: 0 };
  for (const { block } of lines) {
    if (block === undefined) continue;
    if (block <= finalBlock) counted.final++;
    else {
      counted.open++;
      counted.upTo = Math.max(counted.upTo, block);
    }
  }
  return counted;
}
