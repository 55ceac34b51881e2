// SPDX-License-Identifier: EUPL-1.2
import { Copy } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import { addressGroups } from "../../../lib/short-address.ts";

type Props = { address: string; onCopy: () => void; isCopied: boolean };

/** The address in groups of four, to compare by eye or aloud. */
export function AddressCard({ address, onCopy, isCopied }: Props) {
  const { t } = useTranslation("receive");
  return (
    <Card title={t("address")} className="space-y-4">
      <p className="text-ink-soft">{t("addressText")}</p>
      <p className="tabular flex flex-wrap gap-x-4 gap-y-1 text-lead">
        <span className="sr-only">{address}</span>
        <span aria-hidden="true">0x</span>
        {addressGroups(address).map((group, index) => (
          <span key={index} aria-hidden="true">
            {group}
          </span>
        ))}
      </p>
      <Button kind="secondary" onClick={onCopy}>
        <Copy size={20} strokeWidth={1.75} aria-hidden="true" />
        {t("copyAddress")}
      </Button>
      <p role="status" className="min-h-6 font-semibold text-ok">
        {isCopied && t("copied")}
      </p>
    </Card>
  );
}
