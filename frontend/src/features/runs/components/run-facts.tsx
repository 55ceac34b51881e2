// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { Amount } from "../../../components/amount.tsx";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { useAccountNames } from "../../accounts/api/use-account-names.ts";
import type { Programme } from "../../audit/audit.ts";
import { statusOf, type Run } from "../run.ts";
import { useProgrammeName } from "../use-programme-name.ts";
import { Fingerprint } from "./fingerprint.tsx";
import { RunBadge } from "./run-badge.tsx";

/** What the chain says of a run, for everybody. */
export function RunFacts({ run, programme }: { run: Run; programme: Programme }) {
  const { t } = useTranslation("runs");
  const { symbol } = useRuntime();
  const nameOf = useAccountNames();
  const programmeName = useProgrammeName();
  const { state, proposer, approver, total, paid, paymentCount, paidCount } = run;
  const facts = [
    { name: t("facts.programme"), value: programmeName(programme) },
    { name: t("facts.people"), value: t("list.people", { paid: paidCount, count: paymentCount }) },
    { name: t("facts.proposer"), value: nameOf(proposer).name },
    ...(state === "approved" ? [{ name: t("facts.approver"), value: nameOf(approver).name }] : []),
  ];
  return (
    <section
      aria-label={t("facts.label")}
      className="space-y-5 rounded-card border border-hairline bg-surface p-5 md:p-8"
    >
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        <dl className="flex flex-wrap gap-x-10 gap-y-3">
          <div>
            <dt className="text-ink-soft">{t("facts.total")}</dt>
            <dd>
              <Amount cents={total} symbol={symbol} size="title" />
            </dd>
          </div>
          <div className="self-end">
            <dt className="text-caption text-ink-soft">{t("facts.paid")}</dt>
            <dd>
              <Amount cents={paid} symbol={symbol} size="row" />
            </dd>
          </div>
        </dl>
        <RunBadge status={statusOf(run)} />
      </div>
      <dl className="grid grid-cols-1 gap-x-6 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt className="text-caption text-ink-soft">{name}</dt>
            <dd className="font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
      <div>
        <Fingerprint label={t("summary.hash")} hash={run.planHash} />
        <Fingerprint label={t("decision")} hash={programme.decisionHash} />
      </div>
    </section>
  );
}
