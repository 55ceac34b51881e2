// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import { formatCount } from "@monnaie-commune/sdk/bonus/rule-words";
import { useTranslation } from "react-i18next";
import { Amount } from "../../../components/amount.tsx";
import { DataTable } from "../../../components/data-table.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { formatDay } from "../../../lib/format-date.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import type { ReadyPlan } from "../plan.ts";
import { Fingerprint } from "./fingerprint.tsx";

/** What rewards are for, added up for each act. */
function ActTable({ acts }: Pick<ReadyPlan, "acts">) {
  const { t } = useTranslation(["runs", "bonus-run"]);
  const language = useLanguage();
  return (
    <DataTable
      caption={t("summary.acts")}
      columns={[
        { name: t("summary.act") },
        { name: t("summary.payments"), isNumber: true },
        { name: t("summary.total"), isNumber: true },
      ]}
      rows={acts.map(({ act, payments, cents }) => ({
        key: act,
        cells: [t(`bonus-run:acts.${act}`), formatCount(payments, language), formatAmount(BigInt(cents), language)],
      }))}
    />
  );
}

/** Count, totals, budget lines and hash: what everybody who signs sees in the same form. */
export function PlanSummary({ ready: { plan, acts, chunks } }: { ready: ReadyPlan }) {
  const { t } = useTranslation("runs");
  const language = useLanguage();
  const { symbol } = useRuntime();
  const { totals, budgetLines, claims, planHash, created } = plan;
  const cents = (amount: string) => formatAmount(BigInt(amount), language);
  const facts = [
    { name: t("summary.people"), value: formatCount(totals.people, language) },
    { name: t("summary.payments"), value: formatCount(totals.payments, language) },
    ...(claims === null
      ? []
      : [
          {
            name: t("summary.letters"),
            value: t("summary.lettersUntil", {
              shown: formatCount(totals.claims, language),
              total: cents(totals.claimCents),
              day: formatDay(claims.deadline, language),
            }),
          },
        ]),
    { name: t("summary.euros"), value: formatAmount(BigInt(totals.eurosCents), language, "€") },
    { name: t("summary.chunks"), value: formatCount(chunks.length, language) },
  ];
  return (
    <div className="space-y-6">
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 lg:grid-cols-4">
        <div className="col-span-full">
          <dt className="text-ink-soft">{t("summary.total")}</dt>
          <dd>
            <Amount cents={BigInt(totals.cents)} symbol={symbol} size="title" />
          </dd>
        </div>
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt className="text-caption text-ink-soft">{name}</dt>
            <dd className="tabular font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
      <DataTable
        caption={t("summary.budgetLines")}
        columns={[
          { name: t("summary.budgetLine") },
          { name: t("summary.payments"), isNumber: true },
          { name: t("summary.total"), isNumber: true },
          { name: t("summary.euros"), isNumber: true },
        ]}
        rows={budgetLines.map((group) => ({
          key: group.budgetLine,
          cells: [group.budgetLine, formatCount(group.payments, language), cents(group.cents), cents(group.eurosCents)],
        }))}
      />
      {acts.length > 0 && <ActTable acts={acts} />}
      <div>
        <Fingerprint label={t("summary.hash")} hash={planHash} />
        <p className="text-caption text-ink-soft">{t("summary.created", { date: created })}</p>
      </div>
    </div>
  );
}
