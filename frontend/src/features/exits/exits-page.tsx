// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import { REFUSAL_REASONS } from "@monnaie-commune/sdk/exits/reasons";
import type { ExitRequest } from "@monnaie-commune/sdk/exits/request";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { DataTable } from "../../components/data-table.tsx";
import { Page } from "../../components/page.tsx";
import { SkeletonRows } from "../../components/skeleton.tsx";
import { EmptyState, ErrorState } from "../../components/states.tsx";
import { useLanguage } from "../../i18n/use-language.ts";
import { formatDay } from "../../lib/format-date.ts";
import { usePermission } from "../../lib/use-permission.ts";
import { useAccountNames } from "../accounts/api/use-account-names.ts";
import { WhoCan } from "../runs/components/who-can.tsx";
import { useExitRequests } from "./api/use-exit-requests.ts";
import { BankFile } from "./components/bank-file.tsx";
import { EURO } from "./components/breakdown.tsx";
import { StateBadge } from "./components/state-badge.tsx";
import { WaitingRequest } from "./components/waiting-request.tsx";

/** Most settled requests on the page; the report of `npm run exits` has them all. */
const SHOWN = 100;

/** The treasurer's page: what waits for a transfer, and what was settled. Everybody may read it. */
export default function ExitsPage() {
  const { t } = useTranslation("exits");
  const { data: all, error, refetch } = useExitRequests();
  const waiting = all?.filter(({ state }) => state === "waiting").toReversed();
  const settled = all?.filter(({ state }) => state !== "waiting").slice(0, SHOWN);
  return (
    <Page title={t("treasury.title")} lead={t("treasury.lead")}>
      {error && <ErrorState title={t("requests.problem")} error={error} onRetry={() => void refetch()} />}
      {!all && !error && <SkeletonRows rows={4} />}
      <div className="space-y-10">
        {waiting && <Waiting waiting={waiting} />}
        {settled && <Settled settled={settled} />}
      </div>
    </Page>
  );
}

function Waiting({ waiting }: { waiting: readonly ExitRequest[] }) {
  const { t } = useTranslation("exits");
  const language = useLanguage();
  const permission = usePermission("exit.settle");
  const id = useId();
  const euros = waiting.reduce((sum, { amount, fee }) => sum + amount - fee, 0n);
  return (
    <section aria-labelledby={id} className="space-y-4">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div className="max-w-column">
          <h2 id={id} className="text-lead font-bold">
            {t("treasury.waiting")}
          </h2>
          {waiting.length > 0 && (
            <p>{t("treasury.total", { count: waiting.length, euros: formatAmount(euros, language, EURO) })}</p>
          )}
          <p className="mt-1 text-ink-soft">{t("treasury.waitingNote")}</p>
        </div>
        {waiting.length > 0 && <BankFile waiting={waiting} />}
      </div>
      {permission === "denied" && <WhoCan action="exit.settle" />}
      {waiting.length === 0 && <EmptyState text={t("treasury.none")} />}
      {waiting.map((request) => (
        <WaitingRequest key={request.requestId.toString()} request={request} />
      ))}
    </section>
  );
}

function Settled({ settled }: { settled: readonly ExitRequest[] }) {
  const { t } = useTranslation("exits");
  const language = useLanguage();
  const nameOf = useAccountNames();
  if (settled.length === 0) return <EmptyState text={t("treasury.settledNone")} />;
  return (
    <DataTable
      caption={t("treasury.settled")}
      columns={[
        { name: t("treasury.request") },
        { name: t("treasury.shop") },
        { name: t("treasury.state") },
        { name: t("treasury.day") },
        { name: t("treasury.amount"), isNumber: true },
        { name: t("treasury.euros"), isNumber: true },
      ]}
      rows={settled.map(({ requestId, shop, state, settledAt, amount, fee, reasonCode }) => ({
        key: requestId.toString(),
        cells: [
          requestId.toString(),
          nameOf(shop).name,
          <span key="state">
            <StateBadge state={state} />
            {state === "refused" && (
              <span className="block text-caption text-ink-soft">
                {REFUSAL_REASONS.find(({ code }) => code === reasonCode)?.[language]}
              </span>
            )}
          </span>,
          formatDay(settledAt, language),
          formatAmount(amount, language),
          state === "paid" ? formatAmount(amount - fee, language, EURO) : "–",
        ],
      }))}
    />
  );
}
