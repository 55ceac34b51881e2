// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { formatTime } from "../../../lib/format-date.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { useCanPayFee } from "../../accounts/api/use-can-pay-fee.ts";
import { useNetwork } from "../../accounts/api/use-network.ts";
import { usePayee } from "../api/use-payee.ts";
import type { SignedPayment } from "../signed-payments.ts";

type Props = { payment: SignedPayment; onSend: () => void; onLater: () => void; onCancel: () => void };

function Way({ text, children }: { text: string; children: ReactNode }) {
  return (
    <div className="space-y-2">
      <p>{text}</p>
      {children}
    </div>
  );
}

/** What can be done with a payment that is signed and has not gone through: send it oneself, later, or take it back. */
export function OtherWays({ payment: { signed }, onSend, onLater, onCancel }: Props) {
  const { t } = useTranslation(["payment", "notices"]);
  const language = useLanguage();
  const { symbol } = useRuntime();
  const canPayFee = useCanPayFee(signed.from);
  const { isWrong, switchToRegion, isPending } = useNetwork();
  const { name } = usePayee(signed.to);
  const time = formatTime(signed.validBefore, language);
  return (
    <div className="space-y-5 border-t border-hairline pt-4">
      <h3 className="font-bold">{t("ways.title")}</h3>
      <p className="text-ink-soft">
        {t("ways.signed", { name, amount: formatAmount(BigInt(signed.value), language, symbol) })}
      </p>
      {canPayFee && (
        <Way text={t("ways.selfText")}>
          {isWrong ? (
            <Button kind="secondary" onClick={() => void switchToRegion()} isPending={isPending}>
              {t("notices:switchNetwork")}
            </Button>
          ) : (
            <Button kind="secondary" onClick={onSend}>
              {t("ways.self")}
            </Button>
          )}
        </Way>
      )}
      <Way text={t("ways.laterText", { time })}>
        <Button kind="secondary" onClick={onLater}>
          {t("ways.later")}
        </Button>
      </Way>
      <Way text={t("ways.cancelText")}>
        <Button kind="secondary" onClick={onCancel}>
          {t("ways.cancel")}
        </Button>
      </Way>
    </div>
  );
}
