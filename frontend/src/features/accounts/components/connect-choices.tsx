// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { useOpenConnection } from "../connection-context.tsx";

/** The two ways in: one's own wallet, or, in the demonstration, somebody else's place. */
export function ConnectChoices() {
  const { t } = useTranslation("connection");
  const { isDemonstration } = useRuntime();
  const open = useOpenConnection();
  return (
    <div className="flex flex-col gap-3 sm:flex-row sm:flex-wrap">
      <Button onClick={() => open("wallet")}>{t("wallet.title")}</Button>
      {isDemonstration && (
        <Button kind="secondary" onClick={() => open("demo")}>
          {t("wallet.tryWithout")}
        </Button>
      )}
    </div>
  );
}
