// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import type { PaymentRequest } from "@monnaie-commune/sdk/payments/request";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import type { Address } from "../../../lib/runtime-config.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { useHolding } from "../../balance/api/use-holding.ts";
import { payableAmount } from "../amount-problem.ts";
import { spendable } from "../spendable.ts";
import { useNow } from "../use-now.ts";
import { AmountField } from "./amount-field.tsx";
import { PaymentSheet } from "./payment-sheet.tsx";

type Props = {
  payer: Address;
  request: PaymentRequest;
  code: string | undefined;
  isSilentWallet: boolean;
  onBegin: () => void;
  onAgain: () => void;
};

/** How much; then the sheet in which one checks, signs and follows. A link that names the amount opens it at once. */
export function PaymentForm({ payer, request, code, isSilentWallet, onBegin, onAgain }: Props) {
  const { t } = useTranslation(["pay", "payment"]);
  const language = useLanguage();
  const { symbol } = useRuntime();
  const { data: holding } = useHolding(payer);
  const now = useNow();
  const { payee, cents: asked, label, reference, expires } = request;
  const isAsked = asked !== undefined;
  const [text, setText] = useState(isAsked ? formatAmount(asked, language) : "");
  const [isTried, setIsTried] = useState(isAsked);
  const [isConfirming, setIsConfirming] = useState(isAsked);
  const isFixed = isAsked && code !== undefined;

  const available = holding && spendable(holding, now);
  const amount = payableAmount(text, available);
  const problem = amount.ok
    ? undefined
    : amount.problem === "insufficient"
      ? t("amount.problems.insufficient", { missing: formatAmount(amount.missing, language, symbol) })
      : t(`amount.problems.${amount.problem}`);
  const payment = amount.ok && {
    payer,
    payee,
    cents: amount.cents,
    ...(label && { label }),
    ...(reference && { reference }),
    ...(expires !== undefined && { expires }),
    ...(code && { code }),
  };

  return (
    <form
      className="space-y-6"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setIsTried(true);
        if (amount.ok) setIsConfirming(true);
      }}
    >
      <AmountField
        text={text}
        isFixed={isFixed}
        holding={holding?.cents}
        available={available}
        error={isTried ? problem : undefined}
        onChange={setText}
      />
      {label && (
        <p>
          <span className="text-ink-soft">{t("confirm.label")}</span> {label}
        </p>
      )}
      <Button type="submit" className="w-full sm:w-auto">
        {t("amount.submit")}
      </Button>
      {isConfirming && payment && holding && (
        <PaymentSheet
          payment={payment}
          holding={holding.cents}
          isSilentWallet={isSilentWallet}
          onBegin={onBegin}
          onEdit={isFixed ? undefined : () => setIsConfirming(false)}
          onClose={() => setIsConfirming(false)}
          onAgain={onAgain}
        />
      )}
    </form>
  );
}
