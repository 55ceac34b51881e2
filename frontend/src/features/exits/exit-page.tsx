// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { Card } from "../../components/card.tsx";
import { Page } from "../../components/page.tsx";
import { EmptyState, ErrorState } from "../../components/states.tsx";
import type { Address } from "../../lib/runtime-config.ts";
import { useIdentity } from "../accounts/api/use-identity.ts";
import { ConnectChoices } from "../accounts/components/connect-choices.tsx";
import { useExitTerms } from "./api/use-exit-terms.ts";
import { ExitForm } from "./components/exit-form.tsx";
import { MonthCard } from "./components/month-card.tsx";
import { MyRequests } from "./components/my-requests.tsx";

/** A shop gets out to euros: how much this month, what it becomes, and what became of what was asked before. */
export default function ExitPage() {
  const { t } = useTranslation("exits");
  const identity = useIdentity();
  return (
    <Page title={t("shop.title")} lead={t("shop.lead")}>
      {identity.status === "connecting" && <div className="skeleton h-40" />}
      {identity.status === "none" && (
        <div className="max-w-column space-y-4">
          <p>{t("shop.connect")}</p>
          <ConnectChoices />
        </div>
      )}
      {identity.status === "connected" && (
        <Shop key={identity.address} address={identity.address} isSilentWallet={identity.kind === "demo"} />
      )}
    </Page>
  );
}

function Shop({ address, isSilentWallet }: { address: Address; isSilentWallet: boolean }) {
  const { t } = useTranslation("exits");
  const { data: terms, error, refetch } = useExitTerms(address);
  if (error) return <ErrorState title={t("requests.problem")} error={error} onRetry={() => void refetch()} />;
  if (!terms) return <div className="skeleton h-60 max-w-column" />;
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      {terms.standing === "none" ? (
        <EmptyState text={t("shop.notAShop")} />
      ) : (
        <div className="space-y-6">
          {terms.standing === "suspended" && <EmptyState text={t("shop.suspended")} />}
          <MonthCard terms={terms} />
          {terms.left > 0n && (
            <Card>
              <ExitForm shop={address} terms={terms} isSilentWallet={isSilentWallet} />
            </Card>
          )}
        </div>
      )}
      <MyRequests shop={address} isSilentWallet={isSilentWallet} />
    </div>
  );
}
