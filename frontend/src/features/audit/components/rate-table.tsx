// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../i18n/use-language.ts";
import { formatUtcDay } from "../../../lib/format-date.ts";
import type { Figures } from "../audit.ts";
import { formatPercent } from "../../../lib/format-percent.ts";
import { DataTable } from "../../../components/data-table.tsx";

const CLASSES = ["ordinary", "merchant"] as const;

/** The rates in force and what is announced, for each kind of account. */
export function RateTable({ figures: { rates, rateCeilingBps, today } }: { figures: Figures }) {
  const { t } = useTranslation("audit");
  const language = useLanguage();
  return (
    <DataTable
      caption={t("rates.caption")}
      note={t("rates.note", { ceiling: formatPercent(rateCeilingBps, language) })}
      columns={[{ name: t("rates.accounts") }, { name: t("rates.now") }, { name: t("rates.announced") }]}
      rows={[
        ...CLASSES.map((name, index) => {
          const known = rates[index] ?? [];
          const now = known.findLast(({ fromDay }) => fromDay <= today);
          const next = known.find(({ fromDay }) => fromDay > today);
          const announced = next && {
            rate: formatPercent(next.yearlyRateBps, language),
            day: formatUtcDay(next.fromDay, language),
          };
          return {
            key: name,
            cells: [
              t(`rates.classes.${name}`),
              now ? t("rates.yearly", { rate: formatPercent(now.yearlyRateBps, language) }) : "",
              announced ? t("rates.change", announced) : t("rates.noChange"),
            ],
          };
        }),
        { key: "exempt", cells: [t("rates.classes.exempt"), t("rates.never"), t("rates.noChange")] },
      ]}
    />
  );
}
