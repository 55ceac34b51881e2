// SPDX-License-Identifier: EUPL-1.2
import { dayOf, isoDateOf } from "../../days.ts";
import { everythingOf, linesOf, type Journal } from "../journal.ts";
import type { FecAccounts } from "./fec-accounts.ts";
import { fecFile, fecName } from "./fec.ts";
import { journalCsv, type JournalWords } from "./journal-csv.ts";
import { journalJsonl } from "./journal-jsonl.ts";
import type { FileFormat } from "./manifest.ts";
import { pickLines, type Pick } from "./pick.ts";
import type { TextFile } from "./text-file.ts";

export type LedgerFile = { name: string; format: FileFormat; text: () => TextFile };

/** What the files are called and how they read. `siren` is of whose books they are; without one, nine zeros. */
export type FilesStyle = {
  words: JournalWords;
  /** Begins the names of files: `filesPrefix`. */
  prefix: string;
  siren?: string;
  accounts?: FecAccounts;
};

/**
 * Begins the names of files with what they are about, the last block included: no two different ones share a name, but for
 * the FEC, whose name the law gives.
 */
export function filesPrefix(symbol: string, { firstDay, lastDay, account }: Pick, block: number): string {
  const days = [firstDay, lastDay].flatMap((day) => (day === undefined ? [] : [isoDateOf(day)]));
  const name = symbol.replace(/[^\p{L}\p{N}]+/gu, "-");
  return [name, ...(account === undefined ? [] : [account.slice(2, 8).toLowerCase()]), ...days, block].join("-");
}

const NO_SIREN = "000000000";

/** The files of a pick. Of one account there is no FEC: accounts are kept of all of them together. */
export function ledgerFiles(journal: Journal, at: number, pick: Pick, style: FilesStyle): LedgerFile[] {
  const { words, prefix, siren = NO_SIREN, accounts } = style;
  const lastDay = Math.min(pick.lastDay ?? Infinity, dayOf(at));
  const files: LedgerFile[] = [
    {
      name: `${prefix}-journal.csv`,
      format: "csv",
      text: () => journalCsv(pickLines(linesOf(journal), pick), words),
    },
    {
      name: `${prefix}-journal.jsonl`,
      format: "jsonl",
      text: () => journalJsonl(pickLines(everythingOf(journal), pick)),
    },
  ];
  if (pick.account !== undefined) return files;
  return [...files, { name: fecName(siren, lastDay), format: "fec", text: () => fecFile(journal, pick, accounts) }];
}
