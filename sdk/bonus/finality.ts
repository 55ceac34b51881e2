// SPDX-License-Identifier: EUPL-1.2

/** How many lines that are on the chain can no longer be taken back, and how many still could. */
export type FinalCount = {
  final: number;
  open: number;
  /** Highest block of a line that is not final. */
  upTo: number;
};

/** Where a line's money was created, and where its claim ended. */
type Line = { block?: number; end?: { block: number } | undefined };

/** Whether a line is on the chain for good; undefined when it is not on the chain. `finalBlock`: the last final one. */
export function isFinal(line: Line, finalBlock: number): boolean | undefined {
  const block = lastBlockOf(line);
  return block === undefined ? undefined : block <= finalBlock;
}

export function countFinal(lines: readonly Line[], finalBlock: number): FinalCount {
  const counted: FinalCount = { final: 0, open: 0, upTo: 0 };
  for (const line of lines) {
    const block = lastBlockOf(line);
    if (block === undefined) continue;
    if (block <= finalBlock) counted.final++;
    else {
      counted.open++;
      counted.upTo = Math.max(counted.upTo, block);
    }
  }
  return counted;
}

function lastBlockOf({ block, end }: Line): number | undefined {
  return end?.block ?? block;
}
