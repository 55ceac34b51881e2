// SPDX-License-Identifier: EUPL-1.2
import type { LineFilter } from "@monnaie-commune/sdk/ledger/find-lines";
import type { JournalLine } from "@monnaie-commune/sdk/ledger/journal";
import { useAnswer } from "../../../lib/ledger/use-answer.ts";
import type { RegisterLines } from "../answer-register.ts";

/** Lines that are asked for together. */
const STRETCH = 200;

/** The newest lines that a filter lets through, and how many there are. */
export function useFirstLines(filter: LineFilter) {
  return useAnswer("registerLines", { filter, from: 0, count: STRETCH });
}

/** Lines by their place among what was found, where they have come already; those of a range are asked for. */
export function useStretch(
  filter: LineFilter,
  first: RegisterLines,
  start: number,
  end: number,
): (index: number) => JournalLine | undefined {
  const from = Math.floor(Math.max(start, 0) / STRETCH) * STRETCH;
  const count = Math.ceil((end + 1 - from) / STRETCH) * STRETCH;
  const isBeyond = end >= STRETCH && from < first.found;
  const { data: more, isPlaceholderData } = useAnswer("registerLines", { filter, from, count }, { enabled: isBeyond });
  return (index) => {
    const found = first.lines[index];
    if (found !== undefined || more === undefined || (isPlaceholderData && more.found !== first.found)) return found;
    return more.lines[index - more.from];
  };
}
