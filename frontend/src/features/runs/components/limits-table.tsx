// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import type { Limits } from "@monnaie-commune/sdk/bonus/check-totals";
import { useTranslation } from "react-i18next";
import { DataTable } from "../../../components/data-table.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";

const KEYS = ["budget", "attested", "cap"] as const;

/** What the programme and the cap leave, before the run and after it. */
export function LimitsTable({ limits, total }: { limits: Limits; total: bigint }) {
  const { t } = useTranslation("runs");
  const language = useLanguage();
  return (
    <DataTable
      caption={t("limits.caption")}
      columns={[
        { name: t("limits.limit") },
        { name: t("limits.before"), isNumber: true },
        { name: t("limits.after"), isNumber: true },
      ]}
      rows={KEYS.map((key) => {
        const after = limits[key] - total;
        return {
          key,
          cells: [
            t(`limits.${key}`),
            formatAmount(limits[key], language),
            <span key="after" className={after < 0n ? "font-semibold text-bad" : ""}>
              {formatAmount(after, language)}
            </span>,
          ],
        };
      })}
    />
  );
}
