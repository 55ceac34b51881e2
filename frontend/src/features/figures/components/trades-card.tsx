// SPDX-License-Identifier: EUPL-1.2
import type { Figures } from "@monnaie-commune/sdk/ledger/figures/figures";
import { CATEGORIES } from "@monnaie-commune/sdk/merchants";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SelectField } from "../../../components/select-field.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { monthName } from "../month-names.ts";
import { shareBps } from "../scale.ts";
import { useFormats } from "../use-formats.ts";
import { FigureCard } from "./figure-card.tsx";

/** What shops of each trade were paid in a month that is over. */
export function TradesCard({ figures: { months } }: { figures: Figures }) {
  const { t } = useTranslation("figures");
  const language = useLanguage();
  const { amount } = useFormats();
  const over = months.filter(({ isOver, toTrade }) => isOver && toTrade.size > 0).toReversed();
  const [chosen, setChosen] = useState<string>();
  const month = over.find(({ name }) => name === chosen) ?? over[0];
  if (!month) {
    return (
      <FigureCard title={t("trades.title")} method={t("trades.method")}>
        <p className="text-ink-soft">{t("trades.none")}</p>
      </FigureCard>
    );
  }
  const named = monthName(month.firstDay, language);
  const told = [...month.toTrade]
    .flatMap(([code, published]) => (published === undefined ? [] : [{ code, ...published }]))
    .toSorted((a, b) => (a.cents < b.cents ? 1 : a.cents > b.cents ? -1 : a.code - b.code));
  const hidden = month.toTrade.size - told.length;
  const most = told[0]?.cents ?? 0n;
  const tradeName = (code: number) =>
    CATEGORIES.find((trade) => trade.code === code)?.[language] ?? t("trades.other", { code });
  return (
    <FigureCard title={t("trades.title")} finding={t("trades.finding", { month: named })} method={t("trades.method")}>
      <div className="mb-6 max-w-64">
        <SelectField label={t("trades.month")} value={month.name} onChange={setChosen}>
          {over.map(({ name, firstDay }) => (
            <option key={name} value={name}>
              {monthName(firstDay, language)}
            </option>
          ))}
        </SelectField>
      </div>
      <ul aria-label={t("trades.list", { month: named })} className="space-y-3">
        {told.map(({ code, cents, count }) => (
          <li key={code}>
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span>{tradeName(code)}</span>
              <span className="tabular">
                <span className="font-semibold">{amount(cents)}</span>
                <span className="ml-3 text-caption text-ink-soft">{t("trades.count", { count })}</span>
              </span>
            </div>
            <div aria-hidden="true" className="mt-1 h-2.5 rounded-pill bg-stone">
              <div
                className="h-full min-w-1 rounded-pill bg-accent"
                style={{ width: `${shareBps(cents, most) / 100}%` }}
              />
            </div>
          </li>
        ))}
      </ul>
      {hidden > 0 && <p className="mt-4 text-ink-soft">{t("trades.hidden", { count: hidden })}</p>}
    </FigureCard>
  );
}
