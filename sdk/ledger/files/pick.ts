// SPDX-License-Identifier: EUPL-1.2
import { getAddress, type Hex } from "viem";
import type { JournalLine } from "../journal.ts";

/** Which lines a file is about: UTC days, both included, and one account; everything when left out. */
export type Pick = { firstDay?: number; lastDay?: number; account?: Hex };

/** Whether a line is about an account: money it gave or got, its shop, its run, its role. */
export function concerns(line: JournalLine, account: Hex): boolean {
  if (line.kind === "act") return Object.values(line.args ?? {}).some((value) => value === account);
  if ("from" in line && line.from === account) return true;
  if ("to" in line && line.to === account) return true;
  return line.kind === "redemption" && line.shop === account;
}

/** The lines of a pick, in the order they came in. */
export function pickLines<Line extends JournalLine>(lines: readonly Line[], pick: Pick): Line[] {
  const { firstDay = -Infinity, lastDay = Infinity } = pick;
  const account = pick.account && getAddress(pick.account);
  return lines.filter(
    (line) => line.day >= firstDay && line.day <= lastDay && (account === undefined || concerns(line, account)),
  );
}
