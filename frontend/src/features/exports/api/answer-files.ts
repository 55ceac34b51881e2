// SPDX-License-Identifier: EUPL-1.2
import type { Language } from "@monnaie-commune/sdk/amounts";
import type { JournalWords } from "@monnaie-commune/sdk/ledger/files/journal-csv";
import { filesPrefix, ledgerFiles, type LedgerFile } from "@monnaie-commune/sdk/ledger/files/ledger-files";
import {
  manifestText,
  type FileFormat,
  type FilesOrigin,
  type WrittenFile,
} from "@monnaie-commune/sdk/ledger/files/manifest";
import { pickLines, type Pick } from "@monnaie-commune/sdk/ledger/files/pick";
import { writeOut } from "@monnaie-commune/sdk/ledger/files/text-file";
import { sha256 } from "viem";
import english from "../../../../../sdk/i18n/journal.en.json";
import french from "../../../../../sdk/i18n/journal.fr.json";
import type { Ledger } from "../../../lib/ledger/ledger.ts";

export type FilesWanted = {
  pick: Pick;
  language: Language;
  symbol: string;
  siren?: string;
  origin: Omit<FilesOrigin, "block" | "at">;
};

export type ReadyFile = { written: WrittenFile; blob: Blob };

/** Files that were made, and what tells how to know them. */
export type ReadyFiles = { files: ReadyFile[]; manifest: { name: string; text: string }; block: number };

const TYPES: Record<FileFormat, string> = {
  csv: "text/csv;charset=utf-8",
  jsonl: "application/x-ndjson",
  fec: "text/plain;charset=us-ascii",
};

const TEXTS = { fr: french, en: english };

function wordsIn(language: Language): JournalWords {
  const { columns, movements, acts } = TEXTS[language];
  return { column: (column) => columns[column], movement: (name) => movements[name], act: (event) => acts[event] };
}

function made({ name, format, text }: LedgerFile): ReadyFile {
  const encoder = new TextEncoder();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const sums = writeOut(text(), (piece) => pieces.push(encoder.encode(piece)));
  const size = pieces.reduce((sum, { length }) => sum + length, 0);
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  const written = { name, format, ...sums, bytes: size, sha256: sha256(bytes) };
  return { written, blob: new Blob([bytes], { type: TYPES[format] }) };
}

/** Makes the files of a pick, and their manifest. */
export function answerFiles({ journal, at }: Ledger, wanted: FilesWanted): ReadyFiles {
  const { pick, language, symbol, siren, origin } = wanted;
  const prefix = filesPrefix(symbol, pick, journal.toBlock);
  const style = { words: wordsIn(language), prefix, ...(siren !== undefined && { siren }) };
  const files = ledgerFiles(journal, at, pick, style).map(made);
  const written = files.map((file) => file.written);
  const text = manifestText(journal, { ...origin, block: journal.toBlock, at }, pick, written);
  return { files, manifest: { name: `${prefix}-manifest.json`, text }, block: journal.toBlock };
}

/** How many lines of the register a pick has. */
export function answerLineCount({ lines }: Ledger, pick: Pick): number {
  return pickLines(lines, pick).length;
}
