// SPDX-License-Identifier: EUPL-1.2

/** An entry of a public list (trades, reasons). Codes are on chain: never renumber, only append. */
export type PublicCode = { code: number; key: string; fr: string; en: string };

/** An entry by its code (`3`) or its key (`bakery`), as files and commands name it. */
export function findCode(list: readonly PublicCode[], codeOrKey: string): PublicCode | undefined {
  return list.find(({ code, key }) => codeOrKey === key || codeOrKey === code.toString());
}
