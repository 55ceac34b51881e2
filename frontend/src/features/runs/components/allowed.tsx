// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import type { Action } from "../../../lib/permissions.ts";
import { usePermission } from "../../../lib/use-permission.ts";
import { useIdentity } from "../../accounts/api/use-identity.ts";
import { useNetwork } from "../../accounts/api/use-network.ts";
import { WhoCan } from "./who-can.tsx";

/** What only some may do: shown to them once their wallet is on the region's network, a sentence to all others. */
export function Allowed({ action, children }: { action: Action; children: ReactNode }) {
  const { t } = useTranslation("runs");
  const permission = usePermission(action);
  const identity = useIdentity();
  const { isWrong, switchToRegion, isPending } = useNetwork();
  if (identity.status !== "connected" || permission === "denied") return <WhoCan action={action} />;
  if (permission === "unknown") return <div className="skeleton h-12 w-56" />;
  if (isWrong) {
    return (
      <div className="space-y-3">
        <p>{t("wrongNetwork")}</p>
        <Button kind="secondary" onClick={() => void switchToRegion()} isPending={isPending}>
          {t("switchNetwork")}
        </Button>
      </div>
    );
  }
  return children;
}
