// SPDX-License-Identifier: EUPL-1.2
import { COLUMNS } from "@monnaie-commune/sdk/bonus/columns";
import { getAddress, keccak256, stringToHex } from "viem";

/** A file as the browser gives it to the page. */
export type ListFile = { name: string; mimeType: string; buffer: Buffer };

function walletOf(seed: string, index: number): string {
  return getAddress(`0x${keccak256(stringToHex(`${seed} ${index}`)).slice(-40)}`);
}

function file(name: string, lines: readonly string[]): ListFile {
  const text = [COLUMNS.bonus.join(";"), ...lines, ""].join("\n");
  return { name, mimeType: "text/csv", buffer: Buffer.from(text) };
}

/**
 * A staff list in which everybody takes half a bonus of 0,10 in the currency, but for the last `inEuros`. The seed makes
 * the accounts.
 */
export function staffList(seed: string, people: number, inEuros = 0): ListFile {
  const lines = Array.from({ length: people }, (_, index) => {
    const id = `AG-${seed}-${index}`;
    if (index >= people - inEuros) return `${id};;0,10;;;;932`;
    return `${id};${walletOf(seed, index)};0,10;MANDAT-${index};2026-09-01;50;${index % 2 === 0 ? "930" : "932"}`;
  });
  return file(`${seed}.csv`, lines);
}

/** A list of people who take half a bonus of 0,10 in the currency, the last `byLetter` of them without a wallet. */
export function letterList(seed: string, people: number, byLetter: number): ListFile {
  const lines = Array.from({ length: people }, (_, index) => {
    const wallet = index >= people - byLetter ? "" : walletOf(seed, index);
    return `AG-${seed}-${index};${wallet};0,10;MANDAT-${index};2026-09-01;50;932`;
  });
  return file(`${seed}.csv`, lines);
}

/** A list with a wrong address on line 2, an e-mail address and an amount that reads two ways on line 3. */
export function wrongList(): ListFile {
  return file("liste.csv", [
    "AG-1;0x123;100,00;MANDAT-1;2026-09-01;50;932",
    "camille@example.test;;1,250;;;;930",
    `AG-3;${walletOf("wrong", 3)};100,00;MANDAT-3;2026-09-01;50;932`,
  ]);
}
