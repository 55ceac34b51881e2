// SPDX-License-Identifier: EUPL-1.2
import type { Hex } from "viem";
import { isoDateOf } from "../../days.ts";
import type { JournalContracts } from "../acts.ts";
import type { Journal } from "../journal.ts";
import { pickLines, type Pick } from "./pick.ts";
import type { FileSums } from "./text-file.ts";
import { totalsOf } from "./totals.ts";

export const FILE_FORMATS = ["csv", "jsonl", "fec"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** A file that was written; `cents` is the sum of its amounts, of the debits in a FEC. */
export type WrittenFile = FileSums & { name: string; format: FileFormat; bytes: number; sha256: Hex };

/** Which chain and blocks files were made from. `block` is the last one, `at` its Unix second. */
export type FilesOrigin = { chainId: number; genesisHash: Hex; fromBlock: number; block: number; at: number };

const VERSION = 1;

const NOTICE = {
  fr: "Fichier au format FEC (LPF, art. A47 A-1), produit pour la lecture : ce n’est pas une déclaration.",
  en: "A file in the FEC format (LPF, art. A47 A-1), made to be read: it is not a legal filing.",
} as const;

/**
 * What the files are made of and how to know them: nothing in it depends on who made them, or when, so that everybody who
 * makes them of the same blocks gets the same bytes.
 */
export function manifestText(journal: Journal, origin: FilesOrigin, pick: Pick, files: readonly WrittenFile[]): string {
  const { firstDay, lastDay, account } = pick;
  const { chainId, genesisHash, fromBlock, block, at } = origin;
  const manifest = {
    version: VERSION,
    chainId,
    genesisHash,
    contracts: sorted(journal.contracts),
    fromBlock,
    block,
    at: new Date(at * 1_000).toISOString(),
    period: {
      first: firstDay === undefined ? null : isoDateOf(firstDay),
      last: lastDay === undefined ? null : isoDateOf(lastDay),
    },
    account: account ?? null,
    totals: Object.fromEntries(
      Object.entries(totalsOf(pickLines(journal.entries, pick))).map(([name, { count, cents }]) => [
        name,
        { count, cents: cents.toString() },
      ]),
    ),
    files: files.map(({ name, format, rows, cents, bytes, sha256 }) => ({
      name,
      format,
      ...(format === "fec" && { notice: NOTICE }),
      rows,
      cents: cents.toString(),
      bytes,
      sha256: sha256.slice(2),
    })),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function sorted(contracts: JournalContracts): Record<string, string> {
  return Object.fromEntries(Object.entries(contracts).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
