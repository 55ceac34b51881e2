// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Sheet } from "../../../components/sheet.tsx";
import { TransactionFlow } from "../../../components/transaction/transaction-flow.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import type { Address } from "../../../lib/runtime-config.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { useAccountNames } from "../../accounts/api/use-account-names.ts";
import { usePay } from "../api/use-pay.ts";
import { ConfirmPayment } from "./confirm-payment.tsx";
import { Receipt } from "./receipt.tsx";

type Props = {
  payee: Address;
  cents: bigint;
  /** What the payer has, in cents. */
  holding: bigint;
  label: string | undefined;
  isSilentWallet: boolean;
  onClose: () => void;
  onAgain: () => void;
};

/** Check, sign, follow, receipt: one sheet from the last question to the proof. */
export function PaymentSheet({ payee, cents, holding, label, isSilentWallet, onClose, onAgain }: Props) {
  const { t } = useTranslation("pay");
  const language = useLanguage();
  const { symbol } = useRuntime();
  const { state, pay, reset } = usePay();
  const nameOf = useAccountNames();
  // What was checked stays on the sheet, though the balance moves once it is paid.
  const [before] = useState(holding);
  const { name } = nameOf(payee);
  const amount = formatAmount(cents, language, symbol);

  const isAsking = state.step === "idle" || state.step === "refused";
  // While the wallet asks, closing would only hide the question.
  const canClose = state.step !== "checking" && state.step !== "signing";
  const close = () => {
    if (!canClose) return;
    // Once it is on its way the form is cleared, lest it be paid again by mistake.
    if (state.step === "confirmed" || state.step === "sent") onAgain();
    onClose();
  };
  const title = state.step === "confirmed" ? t("success.title") : isAsking ? t("confirm.title") : t("title");

  return (
    <Sheet title={title} isOpen onClose={close}>
      {isAsking ? (
        <ConfirmPayment
          payee={payee}
          cents={cents}
          left={before - cents}
          label={label}
          isSilentWallet={isSilentWallet}
          wasRefused={state.step === "refused"}
          onConfirm={() => void pay(payee, cents)}
          onEdit={onClose}
        />
      ) : (
        <TransactionFlow
          state={state}
          action={t("action", { amount, name })}
          isSilentWallet={isSilentWallet}
          onRetry={reset}
          onClose={onClose}
        >
          {state.step === "confirmed" && (
            <Receipt name={name} cents={cents} label={label} at={state.at} hash={state.hash} onAgain={onAgain} />
          )}
        </TransactionFlow>
      )}
    </Sheet>
  );
}
