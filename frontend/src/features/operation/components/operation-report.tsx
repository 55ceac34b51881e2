// SPDX-License-Identifier: EUPL-1.2
import type { Operation } from "@monnaie-commune/sdk/ledger/operation";
import { useTranslation } from "react-i18next";
import type { Address } from "../../../lib/runtime-config.ts";
import { Card } from "../../../components/card.tsx";
import type { useTransactionData } from "../api/use-transaction-data.ts";
import { BalanceChanges } from "./balance-changes.tsx";
import { OperationCall } from "./operation-call.tsx";
import { OperationHead } from "./operation-head.tsx";
import { OperationLines } from "./operation-lines.tsx";
import { PaymentReferences } from "./payment-references.tsx";
import { RawData } from "./raw-data.tsx";

type Props = {
  tx: Address;
  /** What the contracts of the region told in it. */
  operation: Operation | undefined;
  sent: ReturnType<typeof useTransactionData>;
};

/** An operation from what it came to, down to its raw data. */
export function OperationReport({ tx, operation, sent: { data, isPending } }: Props) {
  const { t } = useTranslation("operation");
  const { lines = [], details = [], changes = [] } = operation ?? {};
  const [first] = [...lines, ...details].toSorted((a, b) => a.logIndex - b.logIndex);
  return (
    <div className="space-y-6">
      {data?.hasFailed && (
        <p role="alert" className="rounded-card border border-bad bg-surface px-5 py-4 font-semibold">
          {t("failed")}
        </p>
      )}
      <OperationHead tx={tx} operation={operation} block={operation?.block ?? data?.block} />
      <div className="grid gap-6 lg:grid-cols-2 lg:items-start">
        <OperationCall
          sent={data ?? undefined}
          isPending={isPending}
          at={first && { day: first.day, block: first.block, logIndex: first.logIndex, tx }}
          details={details}
        />
        <Card title={t("events.title")}>
          <OperationLines lines={lines} details={details} />
        </Card>
      </div>
      {changes.length > 0 && (
        <Card>
          <BalanceChanges changes={changes} />
        </Card>
      )}
      <PaymentReferences tx={tx} details={details} />
      <RawData tx={tx} sent={data ?? undefined} operation={operation} />
    </div>
  );
}
