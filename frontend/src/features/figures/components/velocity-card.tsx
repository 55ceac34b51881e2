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

const HUNDREDTHS = 100;

/** How often a unit changes hands. */
export function VelocityCard({ figures: { months, year } }: { figures: Figures }) {
  const { t } = useTranslation("figures");
  const language = useLanguage();
  const formats = useFormats();
  const times = (hundredths: number | undefined) => (hundredths === undefined ? "" : formats.tenths(hundredths));
  return (
    <FigureCard
      title={t("velocity.title")}
      finding={
        year.velocity === undefined
          ? t("velocity.none")
          : t("velocity.finding", { times: formats.tenths(year.velocity) })
      }
      method={t("velocity.method")}
      table={
        <TwinTable
          caption={t("velocity.label")}
          {...monthTable(months, language, t, [
            [t("velocity.series"), ({ velocity }) => times(velocity)],
            [t("payments.total"), ({ paid }) => formats.plain(paid)],
            [t("velocity.circulating"), ({ circulating }) => formats.plain(circulating)],
          ])}
        />
      }
    >
      <MonthChart
        label={t("velocity.label")}
        kind="line"
        months={months.map(({ firstDay, isOver, velocity }) => {
          const value = BigInt(velocity ?? 0);
          return { day: firstDay, isOver, values: [value], total: value };
        })}
        layers={[{ key: "velocity", name: t("velocity.series"), colour: COLOURS.main }]}
        formatValue={(hundredths) => formats.tenths(Number(hundredths))}
        formatMark={(mark) => formats.number(mark / HUNDREDTHS, 1)}
      />
    </FigureCard>
  );
}
