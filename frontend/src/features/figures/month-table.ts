// SPDX-License-Identifier: EUPL-1.2
import type { Language } from "@monnaie-commune/sdk/amounts";
import type { MonthFigures } from "@monnaie-commune/sdk/ledger/figures/figures";
import type { TFunction } from "i18next";
import { monthName } from "./month-names.ts";

type Column = readonly [name: string, cell: (month: MonthFigures) => string];

/** A table with a row for each month, the latest first. */
export function monthTable(
  months: readonly MonthFigures[],
  language: Language,
  t: TFunction<"figures">,
  columns: readonly Column[],
): { columns: string[]; rows: string[][] } {
  return {
    columns: [t("chart.month"), ...columns.map(([name]) => name)],
    rows: months.toReversed().map((month) => {
      const name = monthName(month.firstDay, language);
      return [month.isOver ? name : t("chart.goesOn", { month: name }), ...columns.map(([, cell]) => cell(month))];
    }),
  };
}
