// SPDX-License-Identifier: EUPL-1.2
import type { Figures } from "@monnaie-commune/sdk/ledger/figures/figures";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Amount } from "../../../components/amount.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { formatPercent } from "../../../lib/format-percent.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { monthName } from "../month-names.ts";
import { shareBps } from "../scale.ts";
import { useFormats } from "../use-formats.ts";
import { roundedShare } from "./parts-bar.tsx";

const DAYS_A_YEAR = 365;
const HUNDREDTHS = 100;

function Headline({ name, note, children }: { name: string; note?: string; children: ReactNode }) {
  return (
    <div className="flex flex-col border-t-2 border-accent pt-3">
      <dt className="text-caption font-semibold text-ink-soft">{name}</dt>
      <dd className="mt-1">
        <span className="tabular block text-title font-bold tracking-tight">{children}</span>
        {note && <span className="mt-0.5 block text-caption text-ink-soft">{note}</span>}
      </dd>
    </div>
  );
}

/** What one would tell somebody in a minute. */
export function Headlines({ figures: { year, stocks, months } }: { figures: Figures }) {
  const { t } = useTranslation("figures");
  const language = useLanguage();
  const { symbol } = useRuntime();
  const formats = useFormats();
  const { shops, people, euros } = year.shopsPaid;
  const spent = shops + people + euros;
  const month = months.findLast(({ isOver }) => isOver) ?? months.at(-1);
  return (
    <dl aria-label={t("headline.label")} className="grid grid-cols-1 gap-x-6 gap-y-6 sm:grid-cols-2 lg:grid-cols-4">
      <Headline name={t("headline.circulating")} note={t("headline.circulatingNote")}>
        <Amount cents={stocks.person + stocks.shop} symbol={symbol} size="text" />
      </Headline>
      <Headline
        name={t("headline.velocity")}
        note={
          year.velocity
            ? t("headline.velocityNote", { days: formats.number((DAYS_A_YEAR * HUNDREDTHS) / year.velocity) })
            : t("headline.velocityNone")
        }
      >
        {year.velocity === undefined
          ? t("headline.none")
          : t("headline.velocityValue", { times: formats.tenths(year.velocity) })}
      </Headline>
      <Headline name={t("headline.circularity")} note={t("headline.circularityNote")}>
        {spent === 0n ? t("headline.none") : formatPercent(roundedShare(shareBps(shops, spent)), language)}
      </Headline>
      {month && (
        <Headline
          name={t("headline.active")}
          note={t("headline.activeNote", { month: monthName(month.firstDay, language) })}
        >
          {formats.number(month.activePeople + month.activeShops)}
        </Headline>
      )}
    </dl>
  );
}
