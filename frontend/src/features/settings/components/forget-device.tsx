// SPDX-License-Identifier: EUPL-1.2
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import { forgetEverything } from "../../../lib/device-data.ts";
import { useDisconnect } from "../../accounts/api/use-connect.ts";
import { useIdentity } from "../../accounts/api/use-identity.ts";

/** Empties what this browser kept, after one question. */
export function ForgetDevice() {
  const { t } = useTranslation("settings");
  const [isAsking, setIsAsking] = useState(false);
  const identity = useIdentity();
  const disconnect = useDisconnect();
  const forget = async () => {
    if (identity.status === "connected") await disconnect();
    await forgetEverything();
    location.assign("/");
  };
  return (
    <Card title={t("forget.title")} className="space-y-4">
      <p>{t("forget.text")}</p>
      {isAsking ? (
        <div role="alert" className="space-y-4">
          <p className="font-semibold">{t("forget.confirm")}</p>
          <div className="flex flex-wrap gap-3">
            <Button onClick={() => void forget()}>{t("forget.yes")}</Button>
            <Button kind="secondary" onClick={() => setIsAsking(false)}>
              {t("forget.no")}
            </Button>
          </div>
        </div>
      ) : (
        <Button kind="secondary" onClick={() => setIsAsking(true)}>
          {t("forget.action")}
        </Button>
      )}
    </Card>
  );
}
