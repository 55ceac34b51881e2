// SPDX-License-Identifier: EUPL-1.2
import { parse } from "csv-parse/sync";
import { getAddress, isAddress } from "ethers";
import { Failure } from "../lib/failure.ts";

/** The bank account of each shop, by its account of the currency. Never on the chain, never in the repository. */
export type BankAccounts = ReadonlyMap<string, string>;

/**
 * The treasurer's own table of shops' bank accounts: CSV in UTF-8, `;` or `,`, with the columns `account` and `iban`.
 * @throws Failure naming the first line that is wrong.
 */
export function readBankAccounts(bytes: Uint8Array): BankAccounts {
  const text = new TextDecoder("utf-8").decode(bytes);
  const firstLine = /^[^\r\n]*/u.exec(text)?.[0] ?? "";
  const accounts = new Map<string, string>();
  const [header = [], ...rows] = parse(text, {
    bom: true,
    delimiter: firstLine.includes(";") ? ";" : ",",
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  });
  const [account, iban] = [header.indexOf("account"), header.indexOf("iban")];
  if (account < 0 || iban < 0) throw new Failure(1, "exits.badAccounts.columns");
  for (const [index, cells] of rows.entries()) {
    const line = index + 2;
    const shop = cells[account] ?? "";
    const number = (cells[iban] ?? "").replaceAll(/\s/gu, "").toUpperCase();
    if (!isAddress(shop)) throw new Failure(1, "exits.badAccounts.address", { line, value: shop });
    if (!isIban(number)) throw new Failure(1, "exits.badAccounts.iban", { line, value: cells[iban] ?? "" });
    if (accounts.has(getAddress(shop))) throw new Failure(1, "exits.badAccounts.twice", { line, value: shop });
    accounts.set(getAddress(shop), number);
  }
  return accounts;
}

/** Whether a number has the form and the check digits of an IBAN (ISO 13616). */
export function isIban(text: string): boolean {
  if (!/^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$/u.test(text)) return false;
  const digits = [...(text.slice(4) + text.slice(0, 4))].map((letter) => Number.parseInt(letter, 36)).join("");
  return BigInt(digits) % 97n === 1n;
}
