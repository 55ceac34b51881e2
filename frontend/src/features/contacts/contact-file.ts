// SPDX-License-Identifier: EUPL-1.2
import { readRecords } from "@monnaie-commune/sdk/bonus/csv-records";
import { spreadsheetCsv } from "@monnaie-commune/sdk/bonus/report-files";
import { parseAddress } from "../../lib/address.ts";
import type { Address } from "../../lib/runtime-config.ts";
import { isSameAddress } from "../../lib/short-address.ts";
import { MOST_CONTACTS, nameProblem, sortContacts, tidyName, type Contact, type NameProblem } from "./contacts.ts";

const FORMAT = "monnaie-commune/contacts";
const VERSION = 1;
const MOST_CHARACTERS = 200_000;

const NAME_HEADS = ["nom", "name"];
const ADDRESS_HEADS = ["adresse", "address", "compte", "account"];

export type ContactFormat = "json" | "csv";

/** When the file names an account otherwise than this device: whose name holds. */
export type MergeRule = "keep" | "replace";

/** Something wrong with a file; `line` is that of the file, or the number of the contact in a JSON file. */
export type ImportProblem = {
  line?: number;
  code: NameProblem["code"] | "size" | "json" | "format" | "header" | "address" | "twice" | "quotes";
  other?: string;
};

/** What a file would change; nothing is changed when it has a problem. */
export type Import =
  { contacts: Contact[]; added: number; renamed: number; kept: number } | { problems: ImportProblem[] };

type Row = { line: number; name: string; address: string };

/** All contacts as a file: JSON to read back here, CSV for a spreadsheet (and to read back, too). */
export function contactsFile(contacts: readonly Contact[], format: ContactFormat): string {
  if (format === "csv") {
    return spreadsheetCsv([["nom", "adresse"], ...contacts.map(({ name, address }) => [name, address])]);
  }
  return `${JSON.stringify({ format: FORMAT, version: VERSION, contacts }, undefined, 2)}\n`;
}

function rowsOfJson(text: string): Row[] | ImportProblem {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { code: "json" };
  }
  if (typeof value !== "object" || value === null || !("contacts" in value) || !Array.isArray(value.contacts)) {
    return { code: "format" };
  }
  if (!("format" in value) || value.format !== FORMAT || !("version" in value) || value.version !== VERSION) {
    return { code: "format" };
  }
  return value.contacts.map((contact: unknown, index) => {
    const { name, address } = (contact ?? {}) as Record<string, unknown>;
    const textOf = (part: unknown) => (typeof part === "string" ? part : "");
    return { line: index + 1, name: textOf(name), address: textOf(address) };
  });
}

function rowsOfCsv(text: string): Row[] | ImportProblem {
  const records: { line: number; cells: string[] }[] = [];
  const separator = (text.split(/\r?\n/, 1)[0] ?? "").includes(";") ? ";" : ",";
  const [broken] = readRecords(new TextEncoder().encode(text), separator, (record) => records.push(record));
  if (broken) return { code: "quotes", ...(broken.line !== undefined && { line: broken.line }) };
  const [head, ...rows] = records;
  const heads = head?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  const nameAt = heads.findIndex((cell) => NAME_HEADS.includes(cell));
  const addressAt = heads.findIndex((cell) => ADDRESS_HEADS.includes(cell));
  if (nameAt < 0 || addressAt < 0) return { code: "header", line: head?.line ?? 1 };
  return rows.map(({ line, cells }) => ({
    line,
    // Spreadsheets are kept from running a name by an apostrophe before it.
    name: (cells[nameAt] ?? "").replace(/^'(?=[=+@-])/, ""),
    address: cells[addressAt] ?? "",
  }));
}

/** Reads a file of contacts into those of this device. */
export function importContacts(
  text: string,
  known: readonly Contact[],
  shops: readonly Contact[],
  rule: MergeRule,
): Import {
  if (text.length > MOST_CHARACTERS) return { problems: [{ code: "size" }] };
  const plain = text.replace(/^\uFEFF/, "");
  const rows = plain.trimStart().startsWith("{") ? rowsOfJson(plain) : rowsOfCsv(plain);
  if ("code" in rows) return { problems: [rows] };
  const problems: ImportProblem[] = [];
  const seen = new Set<Address>();
  let contacts = [...known];
  const counts = { added: 0, renamed: 0, kept: 0 };
  for (const { line, name, address: written } of rows) {
    const address = parseAddress(written);
    if (address === undefined) {
      problems.push({ line, code: "address" });
      continue;
    }
    if (seen.has(address)) {
      problems.push({ line, code: "twice" });
      continue;
    }
    seen.add(address);
    const before = contacts.find((contact) => isSameAddress(contact.address, address));
    if (before && (rule === "keep" || before.name === tidyName(name))) {
      counts.kept++;
      continue;
    }
    const problem = nameProblem(name, address, contacts, shops);
    if (problem) {
      problems.push({ line, ...problem });
      continue;
    }
    contacts = [...contacts.filter((contact) => contact !== before), { address, name: tidyName(name) }];
    counts[before ? "renamed" : "added"]++;
  }
  if (contacts.length > MOST_CONTACTS) problems.push({ code: "full" });
  return problems.length > 0 ? { problems } : { contacts: sortContacts(contacts), ...counts };
}
