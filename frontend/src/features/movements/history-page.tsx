// SPDX-License-Identifier: EUPL-1.2
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { buttonClass } from "../../components/button.tsx";
import { Page } from "../../components/page.tsx";
import { SkeletonRows } from "../../components/skeleton.tsx";
import { EmptyState, ErrorState } from "../../components/states.tsx";
import type { Address } from "../../lib/runtime-config.ts";
import { useIdentity } from "../accounts/api/use-identity.ts";
import { ConnectChoices } from "../accounts/components/connect-choices.tsx";
import { useHolding } from "../balance/api/use-holding.ts";
import { useStatement } from "./api/use-statement.ts";
import { History } from "./components/history.tsx";

const SKELETONS = 8;

function AccountHistory({ address }: { address: Address }) {
  const { t } = useTranslation("history");
  const { data: statement, error, refetch } = useStatement(address);
  const { data: holding } = useHolding(address);
  if (!statement) {
    if (error) return <ErrorState title={t("problem")} error={error} onRetry={() => void refetch()} />;
    return <SkeletonRows rows={SKELETONS} />;
  }
  if (statement.lines.length === 0) {
    return (
      <EmptyState
        text={t("empty")}
        action={
          <Link to="/commerces" className={buttonClass("secondary")}>
            {t("findShop")}
          </Link>
        }
      />
    );
  }
  const pendingFonte = holding ? statement.closing - holding.cents : 0n;
  return <History statement={statement} pendingFonte={pendingFonte} />;
}

/** Everything that ever moved in the account, day by day, what melted as lines of its own. */
export default function HistoryPage() {
  const { t } = useTranslation("history");
  const identity = useIdentity();
  return (
    <Page title={t("title")}>
      <div className="max-w-3xl">
        {identity.status === "connecting" && <SkeletonRows rows={SKELETONS} />}
        {identity.status === "none" && <EmptyState text={t("connect")} action={<ConnectChoices />} />}
        {identity.status === "connected" && <AccountHistory key={identity.address} address={identity.address} />}
      </div>
    </Page>
  );
}
