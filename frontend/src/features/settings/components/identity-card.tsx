// SPDX-License-Identifier: EUPL-1.2
import { CircleUserRound } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { useDisconnect } from "../../accounts/api/use-connect.ts";
import { useIdentity } from "../../accounts/api/use-identity.ts";
import { useWatchToken } from "../../accounts/api/use-watch-token.ts";
import { ConnectChoices } from "../../accounts/components/connect-choices.tsx";
import { useOpenConnection } from "../../accounts/connection-context.tsx";

/** Quietly, for those who want it: the wallet's own list shows the currency too. */
function WatchToken() {
  const { t } = useTranslation("settings");
  const { symbol } = useRuntime();
  const { watch, isPending, isAdded, isUnsupported } = useWatchToken();
  return (
    <div>
      <Button kind="quiet" className="-mx-3 !px-3 text-left" onClick={watch} isPending={isPending}>
        {t("identity.watch", { symbol })}
      </Button>
      <p role="status" className="text-ink-soft">
        {isAdded && t("identity.watched", { symbol })}
        {isUnsupported && t("identity.watchUnsupported", { symbol })}
      </p>
    </div>
  );
}

/** Who one is here, and how to be somebody else or nobody. */
export function IdentityCard() {
  const { t } = useTranslation("settings");
  const identity = useIdentity();
  const open = useOpenConnection();
  const disconnect = useDisconnect();
  if (identity.status !== "connected") {
    return (
      <Card title={t("identity.title")} className="space-y-4">
        <p>{t("identity.none")}</p>
        <ConnectChoices />
      </Card>
    );
  }
  const isDemo = identity.kind === "demo";
  return (
    <Card title={t("identity.title")} className="space-y-5">
      <div className="flex items-center gap-4">
        <CircleUserRound size={40} strokeWidth={1.5} aria-hidden="true" className="shrink-0 text-accent" />
        <div className="min-w-0">
          <p className="text-lead font-bold break-words">{identity.name}</p>
          <p className="text-ink-soft">{t(isDemo ? "identity.demo" : "identity.wallet")}</p>
        </div>
      </div>
      <div className="flex flex-wrap gap-3">
        <Button kind="secondary" onClick={() => open(isDemo ? "demo" : "wallet")}>
          {t("identity.change")}
        </Button>
        <Button kind="secondary" onClick={() => void disconnect()}>
          {t("identity.disconnect")}
        </Button>
      </div>
      {!isDemo && <WatchToken />}
    </Card>
  );
}
