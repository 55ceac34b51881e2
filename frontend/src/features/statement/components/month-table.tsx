// SPDX-License-Identifier: EUPL-1.2
import { isoDateOf } from "@monnaie-commune/sdk/days";
import type { MonthOfAccount } from "@monnaie-commune/sdk/ledger/months";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Amount } from "../../../components/amount.tsx";
import { DataTable } from "../../../components/data-table.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { monthName } from "../../movements/day-names.ts";
import type { StatementLink } from "../statement-link.ts";

type Props = { account: string; months: readonly MonthOfAccount[]; onChoose: (link: StatementLink) => void };

/** Every month of an account, the newest first; each leads to its statement. */
export function MonthTable({ account, months, onChoose }: Props) {
  const { t } = useTranslation("statement");
  const language = useLanguage();
  const columns = ["opening", "received", "paid", "fonte", "closing"] as const;
  return (
    <DataTable
      caption={t("months.caption")}
      note={t("months.note")}
      columns={[{ name: t("months.month") }, ...columns.map((name) => ({ name: t(`sums.${name}`), isNumber: true }))]}
      rows={months.toReversed().map((month) => {
        const name = monthName(month.month, language);
        const search = { du: isoDateOf(month.firstDay), au: isoDateOf(month.lastDay) };
        return {
          key: month.month,
          cells: [
            <Link
              key="month"
              to="/compte/$address"
              params={{ address: account }}
              search={search}
              onClick={() => onChoose(search)}
              className="inline-block min-h-6 text-accent underline underline-offset-4 first-letter:uppercase"
            >
              <span className="sr-only">{t("months.open", { month: name })}</span>
              <span aria-hidden="true">{name}</span>
            </Link>,
            <Amount key="opening" cents={month.opening} />,
            <Amount key="received" cents={month.received} isSigned />,
            <Amount key="paid" cents={-month.paid} isSigned />,
            <Amount key="fonte" cents={-month.fonte} isSigned className="text-fonte-text" />,
            <Amount key="closing" cents={month.closing} />,
          ],
        };
      })}
    />
  );
}
