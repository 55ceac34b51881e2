// SPDX-License-Identifier: EUPL-1.2
import type { ExitRequest } from "@monnaie-commune/sdk/exits/request";
import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { download } from "../../../lib/download.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { useAccountNames } from "../../accounts/api/use-account-names.ts";

/** The waiting requests as a table for the bank. */
export function BankFile({ waiting }: { waiting: readonly ExitRequest[] }) {
  const { t } = useTranslation("exits");
  const { symbol } = useRuntime();
  const nameOf = useAccountNames();
  const write = async () => {
    const [{ plainAmount, spreadsheetCsv }, { transferReference }] = await Promise.all([
      import("@monnaie-commune/sdk/bonus/report-files"),
      import("@monnaie-commune/sdk/exits/request"),
    ]);
    const header = (["request", "shop", "toTransfer", "label"] as const).map((column) => t(`treasury.${column}`));
    const rows = waiting.map(({ requestId, shop, amount, fee }) => [
      requestId.toString(),
      nameOf(shop).name,
      plainAmount(amount - fee),
      transferReference(symbol, requestId),
    ]);
    download(t("treasury.fileName"), spreadsheetCsv([header, ...rows]), "text/csv");
  };
  return (
    <Button kind="secondary" onClick={() => void write()}>
      <Download size={20} strokeWidth={1.75} aria-hidden="true" />
      {t("treasury.csv")}
    </Button>
  );
}
