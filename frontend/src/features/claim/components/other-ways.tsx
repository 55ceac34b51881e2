// SPDX-License-Identifier: EUPL-1.2
import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { download } from "../../../lib/download.ts";
import type { Address } from "../../../lib/runtime-config.ts";
import { useNetwork } from "../../accounts/api/use-network.ts";
import { useCanPayFee } from "../../accounts/api/use-can-pay-fee.ts";
import type { useSendClaim } from "../api/use-send-claim.ts";

type Props = { sending: ReturnType<typeof useSendClaim>; payee: Address; onSend?: () => void };

/** Without the relay: send it oneself, where the wallet can pay the fee, or keep it for somebody to send. */
export function OtherWays({ sending, payee, onSend }: Props) {
  const { t } = useTranslation(["claim", "notices"]);
  const canPayFee = useCanPayFee(payee);
  const { isWrong, switchToRegion, isPending } = useNetwork();
  const keep = async () => {
    const { name, text } = await sending.signedFile(payee);
    download(name, text, "application/json");
  };
  const send = () => {
    onSend?.();
    void sending.sendByWallet(payee);
  };
  return (
    <div className="space-y-4 border-t border-hairline pt-4">
      <h3 className="font-bold">{t("ways.title")}</h3>
      {canPayFee && (
        <div className="space-y-2">
          <p>{t("ways.selfText")}</p>
          {isWrong ? (
            <Button kind="secondary" onClick={() => void switchToRegion()} isPending={isPending}>
              {t("notices:switchNetwork")}
            </Button>
          ) : (
            <Button kind="secondary" onClick={send}>
              {t("ways.self")}
            </Button>
          )}
        </div>
      )}
      <div className="space-y-2">
        <p>{t("ways.keepText")}</p>
        <Button kind="secondary" onClick={() => void keep()}>
          <Download size={20} strokeWidth={1.75} aria-hidden="true" />
          {t("ways.keep")}
        </Button>
      </div>
    </div>
  );
}
