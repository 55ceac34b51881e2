// SPDX-License-Identifier: EUPL-1.2
import type { Figures } from "@monnaie-commune/sdk/ledger/figures/figures";
import { FLOWS, type Flow } from "@monnaie-commune/sdk/ledger/figures/flows";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../i18n/use-language.ts";
import { COLOURS } from "../colours.ts";
import { monthTable } from "../month-table.ts";
import { useFormats } from "../use-formats.ts";
import { FigureCard } from "./figure-card.tsx";
import { MonthChart } from "./month-chart.tsx";
import { TwinTable } from "./twin-table.tsx";

const COLOUR_OF: Record<Flow, string> = {
  personToShop: COLOURS.main,
  shopToShop: COLOURS.strong,
  shopToPerson: COLOURS.light,
  personToPerson: COLOURS.quiet,
};

/** What was paid in each month, and which way. */
export function PaymentsCard({ figures: { months, year } }: { figures: Figures }) {
  const { t } = useTranslation("figures");
  const language = useLanguage();
  const formats = useFormats();
  const layers = FLOWS.map((flow) => ({ key: flow, name: t(`payments.ways.${flow}`), colour: COLOUR_OF[flow] }));
  return (
    <FigureCard
      title={t("payments.title")}
      finding={
        year.payments === 0
          ? t("payments.none")
          : t("payments.finding", {
              amount: formats.amount(year.paid),
              days: t("payments.days", { count: year.days }),
              payments: t("payments.times", { count: year.payments }),
            })
      }
      method={t("payments.method")}
      table={
        <TwinTable
          caption={t("payments.label")}
          {...monthTable(months, language, t, [
            [t("payments.total"), (month) => formats.plain(month.paid)],
            ...FLOWS.map((flow) => {
              const cell = (month: Figures["months"][number]) => {
                const published = month.byWay.get(flow);
                return published ? formats.plain(published.cents) : t("hidden.cell");
              };
              return [t(`payments.ways.${flow}`), cell] as const;
            }),
            [t("payments.count"), (month) => formats.number(month.payments)],
            [t("payments.people"), (month) => formats.number(month.activePeople)],
            [t("payments.shops"), (month) => formats.number(month.activeShops)],
          ])}
        />
      }
    >
      <MonthChart
        label={t("payments.label")}
        months={months.map(({ firstDay, isOver, byWay, paid }) => ({
          day: firstDay,
          isOver,
          values: FLOWS.map((flow) => byWay.get(flow)?.cents),
          total: paid,
        }))}
        layers={layers}
        totalName={t("payments.total")}
        formatValue={formats.amount}
        formatMark={formats.mark}
      />
    </FigureCard>
  );
}
