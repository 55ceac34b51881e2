// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { Page } from "../../components/page.tsx";
import { SkeletonRows } from "../../components/skeleton.tsx";
import { EmptyState, ErrorState } from "../../components/states.tsx";
import { WhoCan } from "../runs/components/who-can.tsx";
import { usePermission } from "../../lib/use-permission.ts";
import { useShops } from "./api/use-shops.ts";
import { Applications } from "./components/applications.tsx";
import { ListedShops } from "./components/listed-shops.tsx";

/** The keeper's page: who asks to be listed, who is, and what was decided. Everybody may read it. */
export default function RegisterPage() {
  const { t } = useTranslation("shops");
  const { data: shops, error, refetch } = useShops();
  const isKeeper = usePermission("register.keep") === "granted";
  return (
    <Page title={t("register.title")} lead={t("register.lead")}>
      {!isKeeper && <WhoCan action="register.keep" isWhole />}
      {error && !shops && <ErrorState title={t("register.problem")} error={error} onRetry={() => void refetch()} />}
      {!error && !shops && <SkeletonRows rows={6} />}
      {shops?.length === 0 && <EmptyState text={t("register.empty")} />}
      {shops && shops.length > 0 && (
        <div className="mt-6 space-y-10">
          <Applications shops={shops.filter(({ status }) => status === "applied")} isKeeper={isKeeper} />
          <ListedShops shops={shops.filter(({ status }) => status !== "applied")} isKeeper={isKeeper} />
        </div>
      )}
    </Page>
  );
}
