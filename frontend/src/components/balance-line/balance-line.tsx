// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import { useState, type KeyboardEvent, type PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/use-language.ts";
import { MarkedText, withoutMarks } from "../marked-text.tsx";
import { ForecastTable, type ForecastPoint } from "./forecast-table.tsx";
import { BED_THICKNESS, BED_TOP, sharesLeft, swayAt } from "./geometry.ts";
import { River } from "./river.tsx";
import { useWidth } from "./use-width.ts";

const FIRST_SHOWN = 12;
const BIG_STEP = 6;
const TICKS = [0, 6, 12, 18, 24];

type Props = {
  /** The balance today and after each month, if nothing moves. */
  points: readonly ForecastPoint[];
  symbol: string;
};

/** Month a key leads to, or undefined for keys that are not the slider's. */
function monthAfterKey(key: string, month: number, last: number): number | undefined {
  const targets: Record<string, number> = {
    ArrowRight: month + 1,
    ArrowUp: month + 1,
    ArrowLeft: month - 1,
    ArrowDown: month - 1,
    PageUp: month + BIG_STEP,
    PageDown: month - BIG_STEP,
    Home: 0,
    End: last,
  };
  const target = targets[key];
  return target === undefined ? undefined : Math.min(last, Math.max(0, target));
}

/**
 * What a balance becomes: a river that thins over the months, and the part that melts falling into the commons. Touching
 * it, or the arrow keys, move through time; the sentence says the same in words, the table in numbers.
 */
export function BalanceLine({ points, symbol }: Props) {
  const { t } = useTranslation("balance");
  const language = useLanguage();
  const { ref, width } = useWidth<HTMLDivElement>();
  const last = Math.max(1, points.length - 1);
  const [month, setMonth] = useState(Math.min(FIRST_SHOWN, last));
  const point = points[month];
  const total = points[last]?.melted ?? 0n;

  if (!point || points[0]?.cents === 0n) return <p className="text-ink-soft">{t("nothing")}</p>;
  if (total === 0n) return <p className="text-ink-soft">{t("exempt")}</p>;

  const amount = formatAmount(point.cents, language, symbol);
  const melted = formatAmount(point.melted, language);
  const sentence = month === 0 ? t("now", { amount }) : t("later", { count: month, amount, melted });
  const place = month / last;

  const moveTo = (event: PointerEvent<HTMLDivElement>) => {
    const { left } = event.currentTarget.getBoundingClientRect();
    const reached = Math.round(((event.clientX - left) / width) * last);
    setMonth(Math.min(last, Math.max(0, reached)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = monthAfterKey(event.key, month, last);
    if (next === undefined) return;
    event.preventDefault();
    setMonth(next);
  };

  return (
    <div className="space-y-4">
      {/* The river runs from edge to edge of the card it stands in. */}
      <div className="-mx-5 overflow-x-clip px-5 md:-mx-8 md:px-8">
        <div
          ref={ref}
          className="relative touch-pan-y"
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            moveTo(event);
          }}
          onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && moveTo(event)}
        >
          <River
            shares={sharesLeft(points)}
            width={width}
            place={place}
            fill={Number((point.melted * 1000n) / total) / 1000}
            label={t("commons")}
          />
          <div
            role="slider"
            tabIndex={0}
            aria-label={t("slider")}
            aria-valuemin={0}
            aria-valuemax={last}
            aria-valuenow={month}
            aria-valuetext={withoutMarks(sentence)}
            onKeyDown={onKeyDown}
            className="absolute flex w-11 -translate-x-1/2 cursor-ew-resize items-center justify-center rounded-pill"
            style={{
              left: place * width,
              top: BED_TOP + swayAt(place) - 12,
              height: BED_THICKNESS + 24,
            }}
          >
            <span className="absolute inset-y-0 w-[3px] rounded-pill bg-ink" />
            <span className="relative size-8 rounded-pill border-[3px] border-ink bg-surface" />
          </div>
          <ol
            aria-hidden="true"
            className="pointer-events-none absolute inset-x-0 text-caption text-ink-soft"
            style={{ top: BED_TOP + BED_THICKNESS + 22 }}
          >
            {TICKS.filter((tick) => tick <= last && (tick === 0 || Math.abs(tick - month) > 1)).map((tick) => (
              <li
                key={tick}
                className={`absolute whitespace-nowrap ${tick === 0 ? "" : tick === last ? "-translate-x-full" : "-translate-x-1/2"} ${tick % 12 === 0 ? "" : "max-sm:hidden"}`}
                style={{ left: `${(tick / last) * 100}%` }}
              >
                {tick === 0 ? t("ticks.now") : t("ticks.months", { count: tick })}
              </li>
            ))}
          </ol>
        </div>
      </div>
      <p className="min-h-21 text-lead md:-mt-18 md:min-h-14 md:max-w-[calc(100%-11rem)]">
        <MarkedText sentence={sentence} />
      </p>
      <ForecastTable points={points} symbol={symbol} />
    </div>
  );
}
