// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import { dayOf } from "@monnaie-commune/sdk/days";
import { PURPOSES } from "@monnaie-commune/sdk/purposes";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../../components/states.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { formatUtcDay } from "../../../lib/format-date.ts";
import type { Programme } from "../audit.ts";
import { DataTable } from "../../../components/data-table.tsx";

/** What each programme may issue, is covered for, has promised and has issued. */
export function ProgrammeTable({ programmes }: { programmes: readonly Programme[] }) {
  const { t } = useTranslation("audit");
  const language = useLanguage();
  if (programmes.length === 0) return <EmptyState text={t("programmes.none")} />;
  const columns = ["budget", "attested", "committed", "issued"] as const;
  return (
    <DataTable
      caption={t("programmes.caption")}
      note={t("programmes.note")}
      columns={[
        { name: t("programmes.programme") },
        ...columns.map((name) => ({ name: t(`programmes.${name}`), isNumber: true })),
      ]}
      rows={programmes.map((programme) => {
        const { programmeId, purpose, opensAt, closesAt } = programme;
        const period = t("programmes.period", {
          from: formatUtcDay(dayOf(opensAt), language),
          to: formatUtcDay(dayOf(closesAt), language),
        });
        const name = t("programmes.name", {
          id: programmeId.toString(),
          purpose: t(`programmes.purposes.${PURPOSES[purpose] ?? "reward"}`),
        });
        return {
          key: programmeId.toString(),
          cells: [
            <span key="name">
              {name}
              <span className="block text-caption font-normal text-ink-soft">{period}</span>
            </span>,
            ...columns.map((column) => formatAmount(programme[column], language)),
          ],
        };
      })}
    />
  );
}
