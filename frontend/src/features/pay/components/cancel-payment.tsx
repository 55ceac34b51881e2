// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { TransactionFlow } from "../../../components/transaction/transaction-flow.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { useCanPayFee } from "../../accounts/api/use-can-pay-fee.ts";
import { useCancelPayment } from "../api/use-cancel-payment.ts";
import { usePayee } from "../api/use-payee.ts";
import type { SignedPayment } from "../signed-payments.ts";

type Props = { payment: SignedPayment; isSilentWallet: boolean; onClose: () => void };

/** Takes a signed payment back, from the question to the register's answer. */
export function CancelPayment({ payment, isSilentWallet, onClose }: Props) {
  const { t } = useTranslation(["payment", "common"]);
  const language = useLanguage();
  const { symbol, relayUrl } = useRuntime();
  const { state, cancelByRelay, cancelMyself } = useCancelPayment(payment);
  const { from, to, value } = payment.signed;
  const canPayFee = useCanPayFee(from);
  const { name } = usePayee(to);
  const amount = formatAmount(BigInt(value), language, symbol);
  const words = { amount, name };
  const byRelay = () => void cancelByRelay();
  const self = canPayFee && (
    <Button kind="secondary" onClick={() => void cancelMyself()}>
      {t("cancel.self")}
    </Button>
  );
  if (state.step === "idle" || state.step === "refused") {
    return (
      <div className="space-y-5">
        <p>{t("cancel.action", words)}</p>
        <div className="flex flex-col gap-3">
          {relayUrl !== undefined && <Button onClick={byRelay}>{t("ways.cancel")}</Button>}
          {self}
          <Button kind="quiet" onClick={onClose}>
            {t("common:actions.close")}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <TransactionFlow
      state={state}
      way="authorisation"
      action={t("cancel.action", words)}
      isSilentWallet={isSilentWallet}
      otherWays={state.step === "failed" && self}
      onRetry={byRelay}
      onClose={onClose}
    >
      <p role="status" className="text-lead">
        {t("cancel.done", words)}
      </p>
      <Button kind="secondary" className="mt-5" onClick={onClose}>
        {t("common:actions.close")}
      </Button>
    </TransactionFlow>
  );
}
