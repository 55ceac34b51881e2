// SPDX-License-Identifier: EUPL-1.2
import type { Figures } from "@monnaie-commune/sdk/ledger/figures/figures";
import { NOTICE_BPS, NOTIFICATION_CENTS, type Gauge } from "@monnaie-commune/sdk/ledger/figures/gauge";
import { BellRing, CircleAlert, CircleCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../i18n/use-language.ts";
import { formatUtcDay } from "../../../lib/format-date.ts";
import { formatPercent } from "../../../lib/format-percent.ts";
import { COLOURS } from "../colours.ts";
import { shareBps } from "../scale.ts";
import { useFormats } from "../use-formats.ts";
import { monthTable } from "../month-table.ts";
import { FigureCard } from "./figure-card.tsx";
import { MonthChart } from "./month-chart.tsx";
import { TwinTable } from "./twin-table.tsx";

const FULL_BPS = 10_000;
const NOTICE_PERCENT = Number(NOTICE_BPS) / 100;

const ICONS = { below: CircleCheck, near: BellRing, reached: CircleAlert };
const LOOKS = {
  below: "border-hairline text-ink",
  near: "border-ink bg-accent-wash font-semibold text-ink",
  reached: "border-bad font-semibold text-bad",
};

/** What the gauge means for whoever runs the currency. */
function Notice({ gauge }: { gauge: Gauge }) {
  const { t } = useTranslation("figures");
  const language = useLanguage();
  const { amount } = useFormats();
  const { level, cents, nearSince, reachedSince } = gauge;
  const Icon = ICONS[level];
  const day = (since: number | undefined) => formatUtcDay(since ?? 0, language);
  const sentence =
    level === "reached"
      ? t("gauge.reached", { day: day(reachedSince) })
      : level === "near"
        ? t("gauge.near", { day: day(nearSince) })
        : t("gauge.below", { left: amount(NOTIFICATION_CENTS - cents) });
  return (
    <div className={`mt-5 flex items-start gap-3 rounded-card border px-4 py-3 ${LOOKS[level]}`}>
      <Icon size={22} strokeWidth={1.75} aria-hidden="true" className="mt-0.5 shrink-0" />
      <p>
        {sentence}
        {level !== "reached" && reachedSince !== undefined && ` ${t("gauge.before", { day: day(reachedSince) })}`}
      </p>
    </div>
  );
}

/** How far the payments of twelve months are from what has to be notified. */
export function GaugeCard({ figures: { gauge, months } }: { figures: Figures }) {
  const { t } = useTranslation("figures");
  const language = useLanguage();
  const formats = useFormats();
  const bps = shareBps(gauge.cents, NOTIFICATION_CENTS);
  const share = formatPercent(bps < FULL_BPS / 100 ? bps : Math.floor(bps / 10) * 10, language);
  const chart = months.map((month) => ({
    day: month.firstDay,
    isOver: month.isOver,
    values: [month.twelveMonths],
    total: month.twelveMonths,
  }));
  // The limits would flatten a small beginning: they are drawn once they are in sight.
  const isInSight = months.some(({ twelveMonths }) => shareBps(twelveMonths, NOTIFICATION_CENTS) >= FULL_BPS / 4);
  const limits = [
    { value: (NOTIFICATION_CENTS * NOTICE_BPS) / BigInt(FULL_BPS), name: t("gauge.notice") },
    { value: NOTIFICATION_CENTS, name: t("gauge.limit") },
  ];
  return (
    <FigureCard
      title={t("gauge.title")}
      finding={t("gauge.finding", { amount: formats.amount(gauge.cents), share })}
      method={t("gauge.method")}
      table={
        <TwinTable
          caption={t("gauge.label")}
          {...monthTable(months, language, t, [[t("gauge.series"), (month) => formats.plain(month.twelveMonths)]])}
        />
      }
    >
      <div
        role="meter"
        aria-label={t("gauge.bar")}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.min(100, Math.round(bps / 100))}
        aria-valuetext={share}
        className="relative h-5 overflow-hidden rounded-pill bg-stone"
      >
        <div
          className={`h-full min-w-1.5 rounded-pill ${gauge.level === "reached" ? "bg-bad" : "bg-accent"}`}
          style={{ width: `${Math.min(100, bps / 100)}%` }}
        />
        <span
          className="absolute inset-y-0 w-1.5 border-x-2 border-surface bg-ink"
          style={{ left: `${NOTICE_PERCENT}%` }}
        />
      </div>
      <div aria-hidden="true" className="relative mt-1.5 flex justify-between text-caption text-ink-soft">
        <span>{t("gauge.scale.start")}</span>
        <span className="absolute -translate-x-full pr-1 max-sm:hidden" style={{ left: `${NOTICE_PERCENT}%` }}>
          {t("gauge.notice")}
        </span>
        <span>{t("gauge.scale.end")}</span>
      </div>
      <Notice gauge={gauge} />
      <div className="mt-6">
        <MonthChart
          label={t("gauge.label")}
          kind="line"
          months={chart}
          layers={[{ key: "paid", name: t("gauge.series"), colour: COLOURS.main }]}
          formatValue={formats.amount}
          formatMark={formats.mark}
          limits={isInSight ? limits : []}
        />
      </div>
    </FigureCard>
  );
}
