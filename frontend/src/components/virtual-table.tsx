// SPDX-License-Identifier: EUPL-1.2
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef, useState, type ReactNode } from "react";

type Column = { name: string; isNumber?: boolean };

type Props<Row> = {
  label: string;
  columns: readonly Column[];
  /** Widths of the columns on large screens, as CSS has them: "5rem minmax(0, 1fr)". */
  widths: string;
  rows: readonly Row[];
  keyOf: (row: Row, index: number) => string;
  /** Cells in the order of the columns. */
  cells: (row: Row) => readonly ReactNode[];
  /** All of a row in one cell, for phones. */
  compact: (row: Row) => ReactNode;
};

const ROW_HEIGHT = 57;
const OVERSCAN = 10;

/** A table of any length: only the rows near the window are drawn. On phones a row is one cell. */
export function VirtualTable<Row>({ label, columns, widths, rows, keyOf, cells, compact }: Props<Row>) {
  const body = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);

  useLayoutEffect(() => {
    const { y = 0 } = body.current?.getBoundingClientRect() ?? {};
    setTop(y + window.scrollY);
    // What stands above comes and goes with the rows.
  }, [rows]);

  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => keyOf(rows[index]!, index),
    overscan: OVERSCAN,
    scrollMargin: top,
  });
  const grid = { "--columns": widths } as React.CSSProperties;
  return (
    <div role="table" aria-label={label} aria-rowcount={rows.length + 1} style={grid}>
      <div role="rowgroup" className="max-md:sr-only">
        <div role="row" aria-rowindex={1} className="grid rounded-card bg-stone md:grid-cols-(--columns)">
          {columns.map(({ name, isNumber }) => (
            <div
              key={name}
              role="columnheader"
              className={`px-3 py-2.5 text-caption font-semibold ${isNumber ? "text-right" : ""}`}
            >
              {name}
            </div>
          ))}
        </div>
      </div>
      <div ref={body} role="rowgroup" className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ key, index, start }) => (
          <div
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            role="row"
            aria-rowindex={index + 2}
            className="absolute inset-x-0 top-0 border-b border-hairline py-2 md:grid md:grid-cols-(--columns) md:items-baseline"
            style={{ transform: `translateY(${start - top}px)` }}
          >
            {cells(rows[index]!).map((cell, place) => {
              const column = columns[place];
              return (
                <div
                  key={column?.name}
                  role="cell"
                  className={`min-w-0 px-3 py-1 break-words max-md:hidden ${column?.isNumber ? "tabular text-right whitespace-nowrap" : ""}`}
                >
                  {cell}
                </div>
              );
            })}
            <div role="cell" className="py-1 break-words md:hidden">
              {compact(rows[index]!)}
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}
