// SPDX-License-Identifier: EUPL-1.2
import { useWindowVirtualizer, defaultRangeExtractor } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../i18n/use-language.ts";
import type { AccountName } from "../../accounts/api/use-account-names.ts";
import { dayName } from "../day-names.ts";
import type { DatedLine, HistoryRow } from "../history.ts";
import { MonthHeading } from "./month-heading.tsx";
import { MovementRow } from "./movement-row.tsx";

const HEIGHTS: Record<HistoryRow["type"], number> = { month: 132, day: 52, line: 76 };
const OVERSCAN = 8;

type Props = {
  rows: readonly HistoryRow[];
  nameOf: (address: string) => AccountName;
  onOpen: (line: DatedLine) => void;
};

function keyOf(row: HistoryRow): string {
  if (row.type === "month") return row.month;
  return row.type === "day" ? `day ${row.day}` : `${row.line.block} ${row.line.logIndex}`;
}

/** Draws only the rows near the window, however many there are; the row with the focus is always among them. */
export function HistoryList({ rows, nameOf, onOpen }: Props) {
  const { t } = useTranslation("history");
  const language = useLanguage();
  const list = useRef<HTMLOListElement>(null);
  const [top, setTop] = useState(0);
  const [focused, setFocused] = useState<number>();

  useLayoutEffect(() => {
    const { y = 0 } = list.current?.getBoundingClientRect() ?? {};
    setTop(y + window.scrollY);
    // What stands above the list comes and goes with its rows.
  }, [rows]);

  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: (index) => HEIGHTS[rows[index]?.type ?? "line"],
    getItemKey: (index) => keyOf(rows[index]!),
    overscan: OVERSCAN,
    scrollMargin: top,
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      if (focused === undefined || focused >= rows.length || indexes.includes(focused)) return indexes;
      return [...indexes, focused].toSorted((one, other) => one - other);
    },
  });

  return (
    <ol
      ref={list}
      aria-label={t("list")}
      className="relative"
      style={{ height: virtualizer.getTotalSize() }}
      onBlur={() => setFocused(undefined)}
    >
      {virtualizer.getVirtualItems().map(({ key, index, start }) => {
        const row = rows[index]!;
        return (
          <li
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            aria-setsize={rows.length}
            aria-posinset={index + 1}
            className={`absolute inset-x-0 top-0 ${row.type === "line" ? "border-b border-hairline py-0.5" : ""}`}
            style={{ transform: `translateY(${start - top}px)` }}
            onFocus={() => setFocused(index)}
          >
            {row.type === "month" && <MonthHeading month={row.month} totals={row.totals} />}
            {row.type === "day" && (
              <h3 className="pt-5 pb-1 font-semibold text-ink-soft first-letter:uppercase">
                {dayName(row.day, language)}
              </h3>
            )}
            {row.type === "line" && (
              <button
                type="button"
                aria-haspopup="dialog"
                onClick={() => onOpen(row)}
                className="-mx-3 block w-[calc(100%+1.5rem)] rounded-card px-3 text-left hover:bg-stone"
              >
                <MovementRow line={row.line} nameOf={nameOf} since={row.since} />
              </button>
            )}
          </li>
        );
      })}
    </ol>
  );
}
