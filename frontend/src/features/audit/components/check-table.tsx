// SPDX-License-Identifier: EUPL-1.2
import { formatAmount, type Language } from "@monnaie-commune/sdk/amounts";
import { CHECK_GROUPS, CHECKS, type Check as LedgerCheck } from "@monnaie-commune/sdk/ledger/checks/check";
import { Link } from "@tanstack/react-router";
import { Check, ChevronRight, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { DataTable } from "../../../components/data-table.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useMedia } from "../../../lib/use-media.ts";

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

/** What has to hold, its formula, and the operation with which it went wrong first. */
function Rule({ check: { key, programmeId, contract, holds, culprit } }: { check: LedgerCheck }) {
  const { t } = useTranslation(["audit", "checks", "register"]);
  const rule = t(`checks:rules.${key}`);
  const sentence =
    programmeId !== undefined
      ? t("checks.ofProgramme", { id: programmeId.toString(), rule })
      : contract !== undefined
        ? t("checks.ofContract", { contract: t(`register:contracts.${contract}`), rule })
        : rule;
  return (
    <span className="font-normal">
      {sentence}
      <span className="mt-0.5 block text-caption text-ink-soft">{t(`checks:formulas.${key}`)}</span>
      {!holds && culprit && (
        <Link
          to="/operation/$tx"
          params={{ tx: culprit.tx }}
          className="mt-1 inline-block min-h-6 font-semibold text-bad underline underline-offset-4"
        >
          {t("checks.culprit")}
        </Link>
      )}
    </span>
  );
}

type Props = { checks: readonly LedgerCheck[]; block: number };

/** Each thing that has to hold, group by group, with both numbers; on phones a group that holds is folded. */
export function CheckTable({ checks, block }: Props) {
  const { t } = useTranslation(["audit", "checks"]);
  const language = useLanguage();
  const isWide = useMedia("(min-width: 48rem)");
  const groups = CHECK_GROUPS.map((group) => ({
    group,
    ofGroup: checks.filter(({ key }) => CHECKS[key].group === group),
  })).filter(({ ofGroup }) => ofGroup.length > 0);
  return (
    <section aria-label={t("checks.caption")}>
      <h2 className="text-lead font-bold">{t("checks.caption")}</h2>
      <p className="mt-1 max-w-column text-ink-soft">{t("checks.note", { block })}</p>
      {groups.map(({ group, ofGroup }) => {
        const wrong = ofGroup.filter(({ holds }) => !holds).length;
        return (
          <details key={group} open={isWide || wrong > 0} className="group border-b border-hairline last:border-0">
            <summary className="flex min-h-14 items-center gap-3">
              <ChevronRight
                size={20}
                strokeWidth={1.75}
                aria-hidden="true"
                className="shrink-0 text-ink-soft transition-transform group-open:rotate-90"
              />
              <span className="min-w-0 flex-1 font-semibold">
                {t(`checks:groups.${group}`)}{" "}
                <span className="font-normal text-ink-soft">{t("checks.count", { count: ofGroup.length })}</span>
              </span>
              <Result holds={wrong === 0} />
            </summary>
            <div className="pb-6">
              <DataTable
                caption={t("checks.ofGroup", { group: t(`checks:groups.${group}`) })}
                isCaptionHidden
                columns={[
                  { name: t("checks.rule") },
                  { name: t("checks.expected"), isNumber: true },
                  { name: t("checks.actual"), isNumber: true },
                  { name: t("checks.result") },
                ]}
                rows={ofGroup.map((check) => ({
                  key: `${check.key} ${check.programmeId ?? ""} ${check.contract ?? ""}`,
                  cells: [
                    <Rule key="rule" check={check} />,
                    SIGNS[check.relation] + figure(check.expected, check, language),
                    figure(check.actual, check, language),
                    <Result key="result" holds={check.holds} />,
                  ],
                }))}
              />
            </div>
          </details>
        );
      })}
    </section>
  );
}
