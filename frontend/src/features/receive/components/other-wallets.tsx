// SPDX-License-Identifier: EUPL-1.2
import { eip681Uri } from "@monnaie-commune/sdk/payments/eip681";
import type { PaymentRequest } from "@monnaie-commune/sdk/payments/request";
import { Copy } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { QrCode } from "../../../components/qr-code.tsx";

type Props = { request: PaymentRequest; name: string; copied: string | undefined; onCopy: (text: string) => void };

/** The same request as wallets read it that do not open links (EIP-681); it has no place for a label. */
export function OtherWallets({ request, name, copied, onCopy }: Props) {
  const { t } = useTranslation("receive");
  const uri = eip681Uri(request);
  return (
    <details className="rounded-card border border-hairline bg-surface px-5 md:px-8">
      <summary className="-mx-2 rounded-card px-2 py-4 font-bold">{t("others.title")}</summary>
      <div className="space-y-4 pb-6">
        <p className="text-ink-soft">{t("others.text")}</p>
        <div className="max-w-64 rounded-card border border-hairline bg-white p-2">
          <QrCode medium="screen" text={uri} label={t("others.qr", { name })} />
        </div>
        <p className="text-caption break-all">{uri}</p>
        <Button kind="secondary" onClick={() => onCopy(uri)}>
          <Copy size={20} strokeWidth={1.75} aria-hidden="true" />
          {t("others.copy")}
        </Button>
        <p role="status" className="min-h-6 font-semibold text-ok">
          {copied === uri && t("copied")}
        </p>
      </div>
    </details>
  );
}
