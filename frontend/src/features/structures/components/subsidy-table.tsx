// SPDX-License-Identifier: EUPL-1.2
import type { StructureFigures } from "@monnaie-commune/sdk/structures/structures";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Amount } from "../../../components/amount.tsx";
import { DataTable } from "../../../components/data-table.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { formatUtcDay } from "../../../lib/format-date.ts";
import { receiptNumber } from "../../../lib/short-address.ts";
import { useAccountNames } from "../../accounts/api/use-account-names.ts";

/** What subsidy runs paid, each with the convention that carried it on that day. */
export function SubsidyTable({ structures }: { structures: readonly StructureFigures[] }) {
  const { t } = useTranslation("structures");
  const language = useLanguage();
  const nameOf = useAccountNames();
  const lines = structures.flatMap(({ account, subsidies }) => subsidies.map((subsidy) => ({ account, ...subsidy })));
  if (lines.length === 0) return null;
  return (
    <DataTable
      caption={t("subsidies.title")}
      note={t("subsidies.note")}
      columns={[
        { name: t("columns.name") },
        { name: t("subsidies.run") },
        { name: t("subsidies.date") },
        { name: t("subsidies.amount"), isNumber: true },
        { name: t("subsidies.convention") },
      ]}
      rows={lines.map(({ account, runId, day, cents, conventionHash, tx }) => ({
        key: `${tx} ${account}`,
        cells: [
          nameOf(account).name,
          <Link
            key="run"
            to="/primes"
            search={{ versement: runId.toString() }}
            className="underline underline-offset-4"
          >
            {t("subsidies.runNumber", { run: runId.toString() })}
          </Link>,
          formatUtcDay(day, language),
          <Amount key="amount" cents={cents} />,
          conventionHash ? receiptNumber(conventionHash) : t("subsidies.noConvention"),
        ],
      }))}
    />
  );
}
