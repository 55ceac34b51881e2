// SPDX-License-Identifier: EUPL-1.2
import { getRouteApi, Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Address } from "../../lib/runtime-config.ts";
import { buttonClass } from "../../components/button.tsx";
import { Page } from "../../components/page.tsx";
import { SkeletonRows } from "../../components/skeleton.tsx";
import { EmptyState, ErrorState } from "../../components/states.tsx";
import { useAnswer } from "../../lib/ledger/use-answer.ts";
import { LedgerGate } from "../register/components/ledger-gate.tsx";
import { useTransactionData } from "./api/use-transaction-data.ts";
import { OperationReport } from "./components/operation-report.tsx";

const route = getRouteApi("/operation/$tx");

const isHash = (text: string): text is Address => /^0x[0-9a-fA-F]{64}$/.test(text);

function Unknown({ text }: { text: string }) {
  const { t } = useTranslation("operation");
  return (
    <EmptyState
      text={text}
      action={
        <Link to="/registre" className={buttonClass("secondary")}>
          {t("toRegister")}
        </Link>
      }
    />
  );
}

function KnownOperation({ tx }: { tx: Address }) {
  const { t } = useTranslation("operation");
  const told = useAnswer("operation", { tx });
  const sent = useTransactionData(tx);
  const isWaiting = told.data === undefined || (told.data === null && sent.isPending);
  if (isWaiting) {
    const { error } = told;
    if (error) return <ErrorState title={t("problem")} error={error} onRetry={() => void told.refetch()} />;
    return <SkeletonRows rows={5} />;
  }
  if (!told.data && !sent.data) {
    if (sent.error) return <ErrorState title={t("problem")} error={sent.error} onRetry={() => void sent.refetch()} />;
    return <Unknown text={t("unknown")} />;
  }
  return <OperationReport tx={tx} operation={told.data ?? undefined} sent={sent} />;
}

/** One transaction: what was asked and by whom, what happened, and what it changed. */
export default function OperationPage() {
  const { t } = useTranslation("operation");
  const { tx } = route.useParams();
  return (
    <Page title={t("title")}>
      {isHash(tx) ? (
        <LedgerGate>
          <KnownOperation key={tx} tx={tx} />
        </LedgerGate>
      ) : (
        <Unknown text={t("malformed")} />
      )}
    </Page>
  );
}
