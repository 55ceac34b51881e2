// SPDX-License-Identifier: EUPL-1.2
import { parseAmount } from "@monnaie-commune/sdk/amounts";
import { requestLink, type PaymentRequest as Request } from "@monnaie-commune/sdk/payments/request";
import { Copy, Share2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import { Field } from "../../../components/field.tsx";
import { QrCode } from "../../../components/qr-code.tsx";
import type { Address } from "../../../lib/runtime-config.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { useClipboard } from "../../../lib/use-clipboard.ts";
import { useAccountNames } from "../../accounts/api/use-account-names.ts";
import { AddressCard } from "./address-card.tsx";
import { OtherWallets } from "./other-wallets.tsx";

/** One's own code: a link to this dApp that opens on paying this account, with the amount when one is given. */
export function PaymentRequest({ address }: { address: Address }) {
  const { t } = useTranslation(["receive", "pay"]);
  const { symbol, chainId, deployment } = useRuntime();
  const nameOf = useAccountNames();
  const { copy, copied } = useClipboard();
  const [amount, setAmount] = useState("");
  const [label, setLabel] = useState("");

  const parsed = parseAmount(amount);
  const isGiven = amount.trim() !== "";
  const problem = isGiven && !parsed.ok ? t(`pay:amount.problems.${parsed.problem}`) : undefined;
  const request: Request = {
    payee: address,
    ...(parsed.ok && { cents: parsed.cents }),
    ...(label.trim() && { label }),
    chainId,
    token: deployment.contracts.RegionalToken.address,
  };
  const link = requestLink(location.origin, request);
  const { name, detail } = nameOf(address);
  const share = () =>
    // Closing the share sheet is no fault.
    navigator.share({ title: t("shareText", { name }), url: link }).catch(() => {});

  return (
    <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,24rem)_minmax(0,1fr)]">
      <Card className="text-center">
        <div className="mx-auto max-w-80 rounded-card border border-hairline bg-white p-2">
          <QrCode medium="screen" text={link} label={t("qr", { name })} />
        </div>
        <p className="mt-4 text-lead font-bold">{name}</p>
        {detail && <p className="text-ink-soft">{detail}</p>}
        <div className="mt-5 flex flex-wrap justify-center gap-3">
          {"share" in navigator && (
            <Button onClick={() => void share()}>
              <Share2 size={20} strokeWidth={1.75} aria-hidden="true" />
              {t("shareLink")}
            </Button>
          )}
          <Button kind="secondary" onClick={() => void copy(link)}>
            <Copy size={20} strokeWidth={1.75} aria-hidden="true" />
            {t("copyLink")}
          </Button>
        </div>
        <p role="status" className="mt-2 min-h-6 font-semibold text-ok">
          {copied === link && t("copied")}
        </p>
      </Card>
      <div className="space-y-6">
        <Card className="space-y-5">
          <Field
            label={t("amount")}
            value={amount}
            onChange={setAmount}
            inputMode="decimal"
            suffix={symbol}
            inputClass="tabular text-lead font-bold"
            error={problem}
          />
          <Field label={t("label")} value={label} onChange={setLabel} maxLength={80} />
        </Card>
        <OtherWallets request={request} name={name} copied={copied} onCopy={(text) => void copy(text)} />
        <AddressCard address={address} onCopy={() => void copy(address)} isCopied={copied === address} />
      </div>
    </div>
  );
}
