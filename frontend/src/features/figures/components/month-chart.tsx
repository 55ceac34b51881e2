// SPDX-License-Identifier: EUPL-1.2
import { useState, type KeyboardEvent, type PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import { useWidth } from "../../../components/balance-line/use-width.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { COLOURS } from "../colours.ts";
import { monthName } from "../month-names.ts";
import { HEIGHT, LEFT } from "../month-shape.ts";
import { MonthDrawing } from "./month-drawing.tsx";
import { Swatch } from "./swatch.tsx";

/** A month as a chart takes it: a value for each layer, where it is told, and the total of all of them. */
export type ChartMonth = { day: number; isOver: boolean; values: readonly (bigint | undefined)[]; total: bigint };

export type Layer = { key: string; name: string; colour: string };

type Props = {
  label: string;
  months: readonly ChartMonth[];
  layers: readonly Layer[];
  kind?: "columns" | "line";
  /** The name of what the layers add up to, when it is worth a line of its own. */
  totalName?: string;
  formatValue: (value: bigint) => string;
  formatMark: (mark: number) => string;
  limits?: readonly { value: bigint; name: string }[];
};

/** Most months a chart has room for; the open data has all. */
const MOST_MONTHS = 24;

const STEP_KEYS: Record<string, number> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 3,
  PageDown: -3,
};

/** Months as columns or a line. Touching it, or the arrow keys, choose a month, which the list below tells in numbers. */
export function MonthChart(props: Props) {
  const { label, layers, kind = "columns", totalName, formatValue, formatMark, limits = [] } = props;
  const { t } = useTranslation("figures");
  const language = useLanguage();
  const { ref, width } = useWidth<HTMLDivElement>();
  const months = props.months.slice(-MOST_MONTHS);
  const last = months.length - 1;
  // The current month is short of its last days: the one before says more.
  const [chosen, setChosen] = useState<number>();
  const lastOver = months.findLastIndex(({ isOver }) => isOver);
  const selected = Math.min(chosen ?? (lastOver === -1 ? last : lastOver), last);
  const month = months[selected];
  if (!month) return null;

  const name = month.isOver
    ? monthName(month.day, language)
    : t("chart.goesOn", { month: monthName(month.day, language) });
  const told = (value: bigint | undefined) => (value === undefined ? t("hidden.cell") : formatValue(value));
  const items = layers.map(({ name: layer }, index) => `${layer} ${told(month.values[index])}`);
  const inWords = [name, ...(totalName ? [`${totalName} ${formatValue(month.total)}`] : []), ...items].join(", ");

  const moveTo = (event: PointerEvent<HTMLDivElement>) => {
    const { left } = event.currentTarget.getBoundingClientRect();
    const place = (event.clientX - left - LEFT) / (width - LEFT);
    setChosen(Math.min(last, Math.max(0, Math.floor(place * months.length))));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const edge = event.key === "Home" ? 0 : event.key === "End" ? last : undefined;
    const step = STEP_KEYS[event.key];
    if (edge === undefined && step === undefined) return;
    event.preventDefault();
    setChosen(edge ?? Math.min(last, Math.max(0, selected + (step ?? 0))));
  };

  return (
    <div>
      <div
        ref={ref}
        role="slider"
        tabIndex={0}
        aria-label={t("chart.slider", { label })}
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={selected}
        aria-valuetext={inWords}
        onKeyDown={onKeyDown}
        onPointerDown={moveTo}
        onPointerMove={(event) => (event.buttons > 0 || event.pointerType === "mouse") && moveTo(event)}
        className="cursor-pointer touch-pan-y rounded-card"
        style={{ height: HEIGHT }}
      >
        <MonthDrawing
          months={months.map(({ day, values, total }) => ({
            day,
            layers: layers.map(({ colour }, index) => ({ colour, value: Number(values[index] ?? 0n) })),
            rest: kind === "line" ? 0 : Number(total - values.reduce<bigint>((sum, value) => sum + (value ?? 0n), 0n)),
          }))}
          kind={kind}
          selected={selected}
          width={width}
          formatMark={formatMark}
          limits={limits.map((limit) => ({ ...limit, value: Number(limit.value) }))}
        />
      </div>
      <dl className="mt-3 min-h-8 space-y-1.5">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <dt className="font-semibold first-letter:uppercase">{name}</dt>
          {totalName && <dd className="tabular font-semibold">{formatValue(month.total)}</dd>}
        </div>
        {layers.map(({ key, name: layer, colour }, index) => {
          const isHidden = month.values[index] === undefined;
          return (
            <div key={key} className="flex items-start gap-3">
              {layers.length > 1 && <Swatch colour={isHidden ? COLOURS.hidden : colour} isHidden={isHidden} />}
              <dt className="min-w-0 flex-1">{layer}</dt>
              <dd className={`tabular text-right ${isHidden ? "text-ink-soft" : "font-semibold whitespace-nowrap"}`}>
                {told(month.values[index])}
              </dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}
