// SPDX-License-Identifier: EUPL-1.2
import { Link } from "@tanstack/react-router";
import { useEffect, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { buttonClass } from "../../../components/button.tsx";
import { Page } from "../../../components/page.tsx";
import { SkeletonRows } from "../../../components/skeleton.tsx";
import { EmptyState, ErrorState } from "../../../components/states.tsx";
import { storeTillLock } from "../../../lib/preferences.ts";
import { useIdentity } from "../../accounts/api/use-identity.ts";
import { ConnectChoices } from "../../accounts/components/connect-choices.tsx";
import { useShop } from "../../merchants/api/use-shops.ts";
import type { Shop } from "../../merchants/shop.ts";

const SKELETONS = 5;

type Standing = Exclude<Shop["status"], "approved"> | "none";
const MAY_APPLY: readonly Standing[] = ["none", "left", "refused"];

/** Why there is no till here, and what one can do instead. */
function NotShop({ status }: { status: Standing }) {
  const { t } = useTranslation("till");
  // Where there is no till, there is none to keep anybody in.
  useEffect(() => storeTillLock(undefined), []);
  return (
    <EmptyState
      text={t(`notShop.${status}`)}
      action={
        <div className="flex flex-wrap gap-3">
          {MAY_APPLY.includes(status) && (
            <Link to="/devenir-commercant" className={buttonClass("primary")}>
              {t("notShop.apply")}
            </Link>
          )}
          <Link to="/recevoir" className={buttonClass("secondary")}>
            {t("notShop.receive")}
          </Link>
        </div>
      }
    />
  );
}

type Props = { title: string; children: (shop: Shop) => ReactNode };

/** A page of an approved shop; everybody else is told what it is for. */
export function ShopOnly({ title, children }: Props) {
  const { t } = useTranslation("till");
  const identity = useIdentity();
  const address = identity.status === "connected" ? identity.address : undefined;
  const { shop, data, error, refetch } = useShop(address);
  if (shop?.status === "approved") return children(shop);
  return (
    <Page title={title} lead={address && data && t("notShop.title")}>
      {identity.status === "none" && <EmptyState text={t("connect")} action={<ConnectChoices />} />}
      {identity.status !== "none" && !data && !error && <SkeletonRows rows={SKELETONS} />}
      {error && !data && <ErrorState title={t("notShop.problem")} error={error} onRetry={() => void refetch()} />}
      {address && data && <NotShop status={shop?.status ?? "none"} />}
    </Page>
  );
}
