// SPDX-License-Identifier: EUPL-1.2
import { CONTRACT_NAMES } from "@monnaie-commune/sdk/deployments";
import { useTranslation } from "react-i18next";
import { Card } from "../../components/card.tsx";
import { Page } from "../../components/page.tsx";
import { SkeletonRows } from "../../components/skeleton.tsx";
import { ErrorState } from "../../components/states.tsx";
import { useAnswer } from "../../lib/ledger/use-answer.ts";
import { LedgerGate } from "../register/components/ledger-gate.tsx";
import { useContractCodes } from "./api/use-contract-codes.ts";
import { useRules } from "./api/use-rules.ts";
import { ContractCard } from "./components/contract-card.tsx";
import { PastChanges } from "./components/past-changes.tsx";
import { RoleHolders } from "./components/role-holders.tsx";
import { RoleFunctions } from "./components/role-functions.tsx";
import { RuleTable } from "./components/rule-table.tsx";

function FromLedger() {
  const { t } = useTranslation("contracts");
  const { data, error, refetch } = useAnswer("contractFacts", undefined);
  if (!data) {
    if (error) return <ErrorState title={t("problem")} error={error} onRetry={() => void refetch()} />;
    return <SkeletonRows rows={6} />;
  }
  return (
    <>
      <Card>
        <RoleHolders periods={data.periods} />
        <RoleFunctions functions={data.functions} />
      </Card>
      <Card title={t("history.title")}>
        <PastChanges changes={data.changes} />
      </Card>
    </>
  );
}

/** The region's contracts: where they stand, whether they are what was published, their rules, and who may do what. */
export default function ContractsPage() {
  const { t } = useTranslation("contracts");
  const { data: codes } = useContractCodes();
  const rules = useRules();
  return (
    <Page title={t("title")} lead={t("lead")}>
      <div className="space-y-6">
        <ul className="grid gap-4 md:grid-cols-2">
          {CONTRACT_NAMES.map((name) => (
            <ContractCard key={name} name={name} standing={codes?.[name]} />
          ))}
        </ul>
        <Card>
          {rules.data && <RuleTable rules={rules.data} />}
          {!rules.data && !rules.error && <SkeletonRows rows={6} />}
          {!rules.data && rules.error && (
            <ErrorState title={t("problem")} error={rules.error} onRetry={() => void rules.refetch()} />
          )}
        </Card>
        <LedgerGate>
          <FromLedger />
        </LedgerGate>
      </div>
    </Page>
  );
}
