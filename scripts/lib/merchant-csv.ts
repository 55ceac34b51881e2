// SPDX-License-Identifier: EUPL-1.2
import { CATEGORIES, encodeCommune, type MerchantRecord } from "@monnaie-commune/sdk/merchants";
import { findCode } from "@monnaie-commune/sdk/public-list";
import { CsvError, parse } from "csv-parse/sync";
import { getAddress, isAddress, ZeroAddress } from "ethers";

/** A shop of the file: its account and its public record. */
export type MerchantRow = { line: number; account: `0x${string}`; record: MerchantRecord };

/** What is wrong in a cell; `key` is a sentence of `merchants.problem`. Line 1 holds the names of the columns. */
export type RowProblem = { line: number; column: string; key: string; value: string };

const REQUIRED = ["account", "name", "legal_name", "category", "commune", "town", "postcode"] as const;
const OPTIONAL = ["street", "website", "hours"] as const;
const LONGEST = 160;

type Column = (typeof REQUIRED)[number] | (typeof OPTIONAL)[number];
type Cells = Record<(typeof REQUIRED)[number], string> & Partial<Record<(typeof OPTIONAL)[number], string>>;

/**
 * The shops of a CSV file (UTF-8, `;` or `,`), and everything that is wrong with it. Use the rows only when nothing is.
 * @param fictitious The shops are invented: their records say so.
 * @param reserved Addresses that cannot be a shop's, as those of the region's own contracts.
 */
export function readMerchants(
  bytes: Uint8Array,
  fictitious: boolean,
  reserved: readonly string[],
): { rows: MerchantRow[]; problems: RowProblem[] } {
  const problems: RowProblem[] = [];
  const rows: MerchantRow[] = [];
  const firstLines = new Map<string, number>();
  const table = tableOf(bytes);
  if (!Array.isArray(table)) return { rows, problems: [table] };
  const [header, ...lines] = table;
  problems.push(...headerProblems(header?.cells ?? []));
  if (problems.length > 0) return { rows, problems };
  if (lines.length === 0) problems.push({ line: 1, column: "account", key: "noLines", value: "" });

  for (const { line, cells } of lines) {
    if (cells.length !== header?.cells.length) {
      problems.push({ line, column: header?.cells.at(-1) ?? "", key: "cellCount", value: String(cells.length) });
      continue;
    }
    const named = Object.fromEntries(header.cells.map((name, i) => [name, cells[i] ?? ""])) as Cells;
    const found = cellProblems(line, named, reserved);
    const account = named.account.toLowerCase();
    const first = firstLines.get(account);
    if (first !== undefined) found.push({ line, column: "account", key: "duplicate", value: String(first) });
    else firstLines.set(account, line);
    if (found.length > 0) problems.push(...found);
    else rows.push({ line, account: named.account as `0x${string}`, record: recordOf(named, fictitious) });
  }
  return { rows, problems };
}

type Line = { line: number; cells: string[] };

function tableOf(bytes: Uint8Array): Line[] | RowProblem {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { line: 1, column: "account", key: "encoding", value: "" };
  }
  const firstLine = /^[^\r\n]*/u.exec(text)?.[0] ?? "";
  try {
    const table: Line[] = [];
    parse(text, {
      bom: true,
      delimiter: firstLine.includes(";") ? ";" : ",",
      on_record: (cells: string[], { lines }) => {
        table.push({ line: lines, cells });
        return cells;
      },
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    });
    return table;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { line: Number(error.lines ?? 1), column: "account", key: "quotes", value: "" };
  }
}

function headerProblems(header: readonly string[]): RowProblem[] {
  const known: readonly string[] = [...REQUIRED, ...OPTIONAL];
  const problem = (key: string) => (column: string) => ({ line: 1, column, key, value: column });
  return [
    ...REQUIRED.filter((name) => !header.includes(name)).map(problem("missingColumn")),
    ...header.filter((name) => !known.includes(name)).map(problem("unknownColumn")),
    ...header.filter((name, i) => header.indexOf(name) !== i).map(problem("columnTwice")),
  ];
}

function cellProblems(line: number, cells: Cells, reserved: readonly string[]): RowProblem[] {
  const found: RowProblem[] = [];
  const check = (column: Column, key: string, isGood: boolean) => {
    if (!isGood) found.push({ line, column, key, value: cells[column] ?? "" });
  };
  for (const column of [...REQUIRED, ...OPTIONAL]) {
    const value = cells[column] ?? "";
    if (REQUIRED.some((name) => name === column) && value === "") check(column, "empty", false);
    // Control characters, and the ones that turn the direction of text or hide between letters.
    check(column, "hidden", !/[\p{Cc}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u.test(value));
    check(column, "tooLong", value.length <= LONGEST);
  }
  if (cells.account !== "") check("account", ...accountCheck(cells.account, reserved));
  if (cells.category !== "") check("category", "category", findCode(CATEGORIES, cells.category) !== undefined);
  if (cells.commune !== "") check("commune", "commune", isCommune(cells.commune));
  if (cells.postcode !== "") check("postcode", "postcode", /^\d{5}$/u.test(cells.postcode));
  if ((cells.website ?? "") !== "") check("website", "website", isHttps(cells.website ?? ""));
  return found;
}

function accountCheck(account: string, reserved: readonly string[]): [key: string, isGood: boolean] {
  if (!/^0x[0-9a-fA-F]{40}$/u.test(account)) return ["address", false];
  if (!isAddress(account) || getAddress(account) !== account) return ["checksum", false];
  return ["reserved", account !== ZeroAddress && !reserved.includes(account)];
}

function isCommune(insee: string): boolean {
  try {
    encodeCommune(insee);
    return true;
  } catch {
    return false;
  }
}

function isHttps(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === "https:";
}

function recordOf(cells: Cells, fictitious: boolean): MerchantRecord {
  const { street = "", website = "", hours = "" } = cells;
  return {
    name: cells.name.normalize("NFC"),
    legalName: cells.legal_name.normalize("NFC"),
    category: findCode(CATEGORIES, cells.category)?.code ?? 0,
    commune: cells.commune,
    town: cells.town.normalize("NFC"),
    postcode: cells.postcode,
    ...(street === "" ? {} : { street: street.normalize("NFC") }),
    ...(website === "" ? {} : { website }),
    ...(hours === "" ? {} : { hours: hours.normalize("NFC") }),
    ...(fictitious ? { fictitious: true } : {}),
  };
}
