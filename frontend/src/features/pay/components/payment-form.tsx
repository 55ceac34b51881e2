// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { Field } from "../../../components/field.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import type { Address } from "../../../lib/runtime-config.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { useHolding } from "../../balance/api/use-holding.ts";
import { payableAmount } from "../amount-problem.ts";
import { PaymentSheet } from "./payment-sheet.tsx";

type Props = {
  payer: Address;
  payee: Address;
  isSilentWallet: boolean;
  firstAmount: string | undefined;
  label: string | undefined;
  onAgain: () => void;
};

/** How much; then the sheet in which one checks, signs and follows. A link that names the amount opens it at once. */
export function PaymentForm({ payer, payee, isSilentWallet, firstAmount, label, onAgain }: Props) {
  const { t } = useTranslation("pay");
  const language = useLanguage();
  const { symbol } = useRuntime();
  const { data: holding } = useHolding(payer);
  const [text, setText] = useState(firstAmount ?? "");
  const [isTried, setIsTried] = useState(firstAmount !== undefined);
  const [isConfirming, setIsConfirming] = useState(firstAmount !== undefined);

  const amount = payableAmount(text, holding?.cents);
  const problem = amount.ok
    ? undefined
    : amount.problem === "insufficient"
      ? t("amount.problems.insufficient", { missing: formatAmount(amount.missing, language, symbol) })
      : t(`amount.problems.${amount.problem}`);

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
      <Field
        label={t("amount.label")}
        hint={t("amount.hint")}
        value={text}
        onChange={setText}
        inputMode="decimal"
        suffix={symbol}
        inputClass="tabular text-display font-bold tracking-tight"
        error={isTried ? problem : undefined}
      />
      {holding && (
        <p className="text-ink-soft">
          {t("amount.available", { amount: formatAmount(holding.cents, language, symbol) })}
        </p>
      )}
      {label && (
        <p>
          <span className="text-ink-soft">{t("confirm.label")}</span> {label}
        </p>
      )}
      <Button type="submit" className="w-full sm:w-auto">
        {t("amount.submit")}
      </Button>
      {isConfirming && amount.ok && holding && (
        <PaymentSheet
          payee={payee}
          cents={amount.cents}
          holding={holding.cents}
          label={label}
          isSilentWallet={isSilentWallet}
          onClose={() => setIsConfirming(false)}
          onAgain={onAgain}
        />
      )}
    </form>
  );
}
