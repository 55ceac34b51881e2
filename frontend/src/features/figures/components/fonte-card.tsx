// SPDX-License-Identifier: EUPL-1.2
import type { Figures } from "@monnaie-commune/sdk/ledger/figures/figures";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../i18n/use-language.ts";
import { COLOURS } from "../colours.ts";
import { monthTable } from "../month-table.ts";
import { useFormats } from "../use-formats.ts";
import { FigureCard } from "./figure-card.tsx";
import { MonthChart } from "./month-chart.tsx";
import { TwinTable } from "./twin-table.tsx";

/** What melted, and what became of it. */
export function FonteCard({ figures: { months, stocks } }: { figures: Figures }) {
  const { t } = useTranslation("figures");
  const language = useLanguage();
  const formats = useFormats();
  const spent = months.reduce((sum, month) => sum + month.spent, 0n);
  return (
    <FigureCard
      title={t("fonte.title")}
      finding={t("fonte.finding", { amount: formats.amount(stocks.commons), spent: formats.amount(spent) })}
      method={t("fonte.method")}
      table={
        <TwinTable
          caption={t("fonte.label")}
          {...monthTable(months, language, t, [
            [t("fonte.melted"), ({ fonte }) => formats.plain(fonte)],
            [t("fonte.fees"), ({ fees }) => formats.plain(fees)],
            [t("fonte.spent"), (month) => formats.plain(month.spent)],
            [t("money.places.commons"), (month) => formats.plain(month.stocks.commons)],
          ])}
        />
      }
    >
      <MonthChart
        label={t("fonte.label")}
        months={months.map(({ firstDay, isOver, fonte, fees }) => ({
          day: firstDay,
          isOver,
          values: [fonte, fees],
          total: fonte + fees,
        }))}
        layers={[
          { key: "melted", name: t("fonte.melted"), colour: COLOURS.fonte },
          { key: "fees", name: t("fonte.fees"), colour: COLOURS.commons },
        ]}
        totalName={t("fonte.total")}
        formatValue={formats.amount}
        formatMark={formats.mark}
      />
    </FigureCard>
  );
}
