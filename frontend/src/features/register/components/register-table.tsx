// SPDX-License-Identifier: EUPL-1.2
import type { LineFilter } from "@monnaie-commune/sdk/ledger/find-lines";
import { lineId } from "@monnaie-commune/sdk/ledger/journal";
import { defaultRangeExtractor, useWindowVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { RegisterLines } from "../answer-register.ts";
import { useStretch } from "../api/use-register-lines.ts";
import type { RegisterLink } from "../register-link.ts";
import { useLineWords } from "../use-line-words.ts";
import { RegisterRow } from "./register-row.tsx";

const ROW_HEIGHT = 65;
const OVERSCAN = 8;
const GRID = "grid grid-cols-[minmax(0,1fr)_auto] md:grid-cols-[9.5rem_11rem_minmax(0,1fr)_9rem] items-center";

type Props = { filter: LineFilter; link: RegisterLink; first: RegisterLines };

/**
 * The lines that were found. Only those near the window are asked for and drawn, however many there are, and the one with the
 * focus; assistive technology hears of all of them.
 */
export function RegisterTable({ filter, link, first }: Props) {
  const { t } = useTranslation("register");
  const words = useLineWords();
  const body = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [focused, setFocused] = useState<number>();
  const count = first.found;

  useLayoutEffect(() => {
    const measure = () => setTop((body.current?.getBoundingClientRect().y ?? 0) + window.scrollY);
    measure();
    // What stands above changes its height with the window and with what is asked for.
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);

  const virtualizer = useWindowVirtualizer({
    count,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    scrollMargin: top,
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      if (focused === undefined || focused >= count || indexes.includes(focused)) return indexes;
      return [...indexes, focused].toSorted((one, other) => one - other);
    },
  });
  const items = virtualizer.getVirtualItems();
  const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {};
  const lineAt = useStretch(filter, first, startIndex - OVERSCAN, endIndex + OVERSCAN);
  return (
    <div role="table" aria-label={t("table")} aria-rowcount={count + 1}>
      <div role="rowgroup" className="max-md:sr-only">
        <div role="row" aria-rowindex={1} className={`rounded-card bg-stone text-caption font-semibold ${GRID}`}>
          <span role="columnheader" className="px-3 py-2.5">
            {t("columns.date")}
          </span>
          <span role="columnheader" className="px-3">
            {t("columns.what")}
          </span>
          <span role="columnheader" className="px-3">
            {t("columns.line")}
          </span>
          <span role="columnheader" className="px-3 text-right">
            {t("columns.amount")}
          </span>
        </div>
      </div>
      <div
        ref={body}
        role="rowgroup"
        className="relative"
        style={{ height: virtualizer.getTotalSize() }}
        onBlur={() => setFocused(undefined)}
      >
        {items.map(({ index, start }) => {
          const line = lineAt(index);
          return (
            <div
              key={line ? lineId(line) : index}
              ref={virtualizer.measureElement}
              data-index={index}
              role="row"
              aria-rowindex={index + 2}
              onFocus={() => setFocused(index)}
              className={`absolute inset-x-0 top-0 min-h-16 border-b border-hairline py-2 focus-within:bg-stone hover:bg-stone ${GRID}`}
              style={{ transform: `translateY(${start - top}px)` }}
            >
              {line ? (
                <RegisterRow line={line} link={link} words={words(line)} />
              ) : (
                <span role="cell" className="skeleton col-span-full h-8" />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
