// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import { type Column, COLUMNS } from "@monnaie-commune/sdk/bonus/columns";
import type { ListPurpose } from "@monnaie-commune/sdk/purposes";
import { stringify } from "csv-stringify/sync";

/** A list to pay, as the offices of the demo would write it. */
export function listCsv(purpose: ListPurpose, rows: readonly Partial<Record<Column, string>>[]): string {
  return stringify([...rows], { header: true, columns: [...COLUMNS[purpose]], delimiter: ";" });
}

/** `1 250,50`, with the ordinary space a spreadsheet writes. */
export function amountCell(cents: number): string {
  return formatAmount(BigInt(cents), "fr").replaceAll("\u202F", " ");
}
