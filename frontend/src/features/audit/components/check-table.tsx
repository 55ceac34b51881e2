// SPDX-License-Identifier: EUPL-1.2
import { formatAmount, type Language } from "@monnaie-commune/sdk/amounts";
import type { Check as LedgerCheck } from "@monnaie-commune/sdk/ledger/checks/check";
import { Check, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../i18n/use-language.ts";
import { DataTable } from "../../../components/data-table.tsx";

const SIGNS: Record<LedgerCheck["relation"], string> = { equal: "", atMost: "≤\u00A0", atLeast: "≥\u00A0" };

function figure(value: bigint, { unit }: LedgerCheck, language: Language): string {
  return unit === "cents" ? formatAmount(value, language) : value.toLocaleString(language);
}

function Result({ holds }: { holds: boolean }) {
  const { t } = useTranslation("audit");
  const Icon = holds ? Check : TriangleAlert;
  return (
    <span className={`inline-flex items-baseline gap-1.5 font-semibold ${holds ? "text-ok" : "text-bad"}`}>
      <Icon size={20} strokeWidth={1.75} aria-hidden="true" className="shrink-0 self-center" />
      {t(holds ? "checks.ok" : "checks.differs")}
    </span>
  );
}

/** Each thing that has to hold, in words, with both numbers. */
export function CheckTable({ checks, block }: { checks: readonly LedgerCheck[]; block: number }) {
  const { t } = useTranslation(["audit", "checks"]);
  const language = useLanguage();
  return (
    <DataTable
      caption={t("checks.caption")}
      note={t("checks.note", { block })}
      columns={[
        { name: t("checks.rule") },
        { name: t("checks.expected"), isNumber: true },
        { name: t("checks.actual"), isNumber: true },
        { name: t("checks.result") },
      ]}
      rows={checks.map((check) => {
        const { key, programmeId, relation, expected, actual, holds } = check;
        const rule = t(`checks:rules.${key}`);
        return {
          key: `${key} ${programmeId ?? ""}`,
          cells: [
            <span key="rule" className="font-normal">
              {programmeId === undefined ? rule : t("checks.ofProgramme", { id: programmeId.toString(), rule })}
            </span>,
            SIGNS[relation] + figure(expected, check, language),
            figure(actual, check, language),
            <Result key="result" holds={holds} />,
          ],
        };
      })}
    />
  );
}
