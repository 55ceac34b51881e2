// SPDX-License-Identifier: EUPL-1.2
import { createHash } from "node:crypto";
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Journal } from "@monnaie-commune/sdk/ledger/journal";
import { ledgerFiles, type FilesStyle, type LedgerFile } from "@monnaie-commune/sdk/ledger/files/ledger-files";
import { manifestText, type FilesOrigin, type WrittenFile } from "@monnaie-commune/sdk/ledger/files/manifest";
import type { Pick } from "@monnaie-commune/sdk/ledger/files/pick";
import { writeOut } from "@monnaie-commune/sdk/ledger/files/text-file";
import { t } from "./messages.ts";
import { writeWhole } from "./write-whole.ts";

/** The words of the journal's table in the language sentences are printed in. */
export const journalWords: FilesStyle["words"] = {
  column: (column) => t(`journal.columns.${column}`),
  movement: (name) => t(`journal.movements.${name}`),
  act: (event) => t(`journal.acts.${event}`),
};

/** Writes one file piece by piece, there as a whole or not at all, and says what was written. */
function writeFile(folder: string, { name, format, text }: LedgerFile): WrittenFile {
  const path = join(folder, name);
  const unfinished = `${path}.${process.pid}.tmp`;
  const file = openSync(unfinished, "w", 0o600);
  const hash = createHash("sha256");
  let size = 0;
  const sums = writeOut(text(), (piece) => {
    const bytes = Buffer.from(piece);
    hash.update(bytes);
    size += bytes.length;
    for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
  });
  fsyncSync(file);
  closeSync(file);
  renameSync(unfinished, path);
  return { name, format, ...sums, bytes: size, sha256: `0x${hash.digest("hex")}` };
}

/** Writes the files of a pick into a folder, and last the manifest that tells how to know them. */
export function writeLedgerFiles(
  folder: string,
  journal: Journal,
  origin: FilesOrigin,
  pick: Pick,
  style: Omit<FilesStyle, "words">,
): { files: WrittenFile[]; manifest: string } {
  mkdirSync(folder, { recursive: true });
  const files = ledgerFiles(journal, origin.at, pick, { ...style, words: journalWords }).map((file) =>
    writeFile(folder, file),
  );
  const manifest = join(folder, `${style.prefix}-manifest.json`);
  writeWhole(manifest, manifestText(journal, origin, pick, files));
  return { files, manifest };
}
