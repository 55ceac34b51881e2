// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from "react";

type Column = { name: string; isNumber?: boolean };

type Props = {
  caption: string;
  /** What the table tells, under its caption. */
  note?: string;
  /** Where a heading beside the table says it already. */
  isCaptionHidden?: boolean;
  columns: readonly Column[];
  /** Cells in the order of the columns; the first names the row. */
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
};

/**
 * A table with a caption; on phones each row becomes a block whose cells say their column. The roles are written out
 * because browsers forget them when the layout of a table changes.
 */
export function DataTable({ caption, note, isCaptionHidden = false, columns, rows }: Props) {
  return (
    <table role="table" className="w-full border-collapse text-left max-md:block">
      <caption className={isCaptionHidden ? "sr-only" : "mb-3 text-left max-md:block"}>
        <span className="block text-lead font-bold">{caption}</span>
        {note && <span className="mt-1 block max-w-column text-ink-soft">{note}</span>}
      </caption>
      <thead role="rowgroup" className="max-md:sr-only">
        <tr role="row" className="bg-stone">
          {columns.map(({ name, isNumber }) => (
            <th
              key={name}
              role="columnheader"
              scope="col"
              className={`px-4 py-2.5 text-caption font-semibold first:rounded-l-card last:rounded-r-card ${isNumber ? "text-right" : ""}`}
            >
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-md:block">
        {rows.map(({ key, cells: [first, ...others] }) => (
          <tr key={key} role="row" className="border-b border-hairline align-baseline max-md:block max-md:py-3">
            <th role="rowheader" scope="row" className="px-4 py-3 font-semibold max-md:block max-md:px-0 max-md:py-1">
              {first}
            </th>
            {others.map((cell, index) => {
              const column = columns[index + 1];
              return (
                <td
                  key={column?.name}
                  role="cell"
                  className={`px-4 py-3 max-md:flex max-md:flex-wrap max-md:justify-between max-md:gap-x-4 max-md:px-0 max-md:py-1 ${column?.isNumber ? "tabular whitespace-nowrap md:text-right" : ""}`}
                >
                  <span aria-hidden="true" className="text-caption text-ink-soft md:hidden">
                    {column?.name}
                  </span>
                  {cell}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
