// SPDX-License-Identifier: EUPL-1.2
import { dayOf } from "@monnaie-commune/sdk/days";
import type { StructureFigures } from "@monnaie-commune/sdk/structures/structures";
import { CircleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Amount } from "../../../components/amount.tsx";
import { DataTable } from "../../../components/data-table.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { formatUtcDay } from "../../../lib/format-date.ts";
import { formatPercent } from "../../../lib/format-percent.ts";
import { useAccountNames } from "../../accounts/api/use-account-names.ts";

/** What each structure committed to, took in and spent. */
export function StructureTable({ structures }: { structures: readonly StructureFigures[] }) {
  const { t } = useTranslation(["structures", "structure-report"]);
  const language = useLanguage();
  const nameOf = useAccountNames();
  const last = (day: number | undefined) =>
    day === undefined ? undefined : t("last", { date: formatUtcDay(day, language) });

  const standing = ({ since, until, standing: state, lags }: StructureFigures) => (
    <span>
      <span className="block">{t(`structure-report:standing.${state}`)}</span>
      <span className="block text-caption text-ink-soft">
        {state === "ended"
          ? t("ended", { date: formatUtcDay(dayOf(until), language) })
          : t("since", { date: formatUtcDay(dayOf(since), language) })}
      </span>
      {lags.map((lag) => (
        <span key={lag} className="mt-1 flex items-center gap-1.5 font-semibold text-bad">
          <CircleAlert size={18} strokeWidth={1.75} aria-hidden="true" className="shrink-0" />
          {t(`structure-report:lags.${lag}`)}
        </span>
      ))}
    </span>
  );
  const money = (cents: bigint, note?: string) => (
    <span>
      <Amount cents={cents} />
      {note && <span className="block text-caption whitespace-normal text-ink-soft">{note}</span>}
    </span>
  );
  return (
    <DataTable
      caption={t("table")}
      note={t("tableNote")}
      columns={[
        { name: t("columns.name") },
        { name: t("columns.convention") },
        { name: t("columns.share"), isNumber: true },
        { name: t("columns.subsidised"), isNumber: true },
        { name: t("columns.takings"), isNumber: true },
        { name: t("columns.spent"), isNumber: true },
        { name: t("columns.exited"), isNumber: true },
        { name: t("columns.balance"), isNumber: true },
      ]}
      rows={structures.map((structure) => ({
        key: structure.account,
        cells: [
          nameOf(structure.account).name,
          standing(structure),
          formatPercent(structure.acceptedShareBps, language),
          money(structure.subsidised),
          money(structure.takings, last(structure.lastTaking)),
          money(structure.spent, last(structure.lastSpending)),
          money(structure.exited),
          money(structure.balance),
        ],
      }))}
    />
  );
}
