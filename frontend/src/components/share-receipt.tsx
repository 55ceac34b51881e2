// SPDX-License-Identifier: EUPL-1.2
import { Copy, Share2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useClipboard } from "../lib/use-clipboard.ts";
import { Button } from "./button.tsx";

/** Hands a receipt on as a text: by the device's own share sheet, or by copying it where there is none. */
export function ShareReceipt({ text }: { text: string }) {
  const { t } = useTranslation("transaction");
  const { copy, copied } = useClipboard();
  const icon = { size: 20, strokeWidth: 1.75, "aria-hidden": true } as const;
  if ("share" in navigator) {
    return (
      // Closing the share sheet is no fault.
      <Button kind="quiet" onClick={() => void navigator.share({ text }).catch(() => {})}>
        <Share2 {...icon} />
        {t("receipt.share")}
      </Button>
    );
  }
  return (
    <Button kind="quiet" onClick={() => void copy(text)}>
      <Copy {...icon} />
      <span role="status">{t(copied === text ? "receipt.copied" : "receipt.copy")}</span>
    </Button>
  );
}
