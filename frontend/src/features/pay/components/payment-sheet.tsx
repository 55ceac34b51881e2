// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Sheet } from "../../../components/sheet.tsx";
import { TransactionFlow } from "../../../components/transaction/transaction-flow.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { usePay } from "../api/use-pay.ts";
import { usePayee } from "../api/use-payee.ts";
import type { Payment } from "../payment.ts";
import type { SignedPayment } from "../signed-payments.ts";
import { CancelPayment } from "./cancel-payment.tsx";
import { ConfirmPayment } from "./confirm-payment.tsx";
import { NetworkSwitch } from "./network-switch.tsx";
import { OtherWays } from "./other-ways.tsx";
import { QueuedOffer } from "./queued-offer.tsx";
import { Receipt } from "./receipt.tsx";

type Props = {
  payment: Payment;
  /** What the payer has, in cents. */
  holding: bigint;
  isSilentWallet: boolean;
  /** What was signed before and is taken up again. */
  signed?: SignedPayment;
  onBegin?: () => void;
  onEdit?: (() => void) | undefined;
  onClose: () => void;
  onAgain: () => void;
};

/** Check, sign, follow, receipt: one sheet from the last question to the proof. */
export function PaymentSheet(props: Props) {
  const { payment, holding, isSilentWallet, signed: taken, onBegin, onEdit, onClose, onAgain } = props;
  const { t } = useTranslation(["pay", "payment"]);
  const language = useLanguage();
  const { symbol } = useRuntime();
  const { state, way, signed, pay, sendMyself } = usePay(taken);
  const { name } = usePayee(payment.payee);
  // What was checked stays on the sheet, though the balance moves once it is paid.
  const [before] = useState(holding);
  const [isLate, setIsLate] = useState(false);
  const [cancelled, setCancelled] = useState<SignedPayment>();
  const { cents, expires } = payment;
  const amount = formatAmount(cents, language, symbol);

  const isAsking = state.step === "idle" || state.step === "refused";
  // While the wallet asks, closing would only hide the question.
  const canClose = state.step !== "checking" && state.step !== "signing";
  const hasLeft = state.step === "confirmed" || state.step === "relayed" || state.step === "sent";
  const close = () => {
    if (!canClose) return;
    // Once it is on its way the form is cleared, lest it be paid again by mistake.
    if (hasLeft || cancelled) onAgain();
    onClose();
  };
  const confirm = () => {
    const isOver = expires !== undefined && Date.now() / 1000 > expires;
    setIsLate(isOver);
    if (isOver) return;
    onBegin?.();
    void pay(payment);
  };
  const notice = isLate ? t("payment:confirm.late") : state.step === "refused" ? t("confirm.refused") : undefined;
  const ways = signed && (
    <OtherWays
      payment={signed}
      onSend={() => void sendMyself()}
      onLater={onClose}
      onCancel={() => setCancelled(signed)}
    />
  );

  const isElsewhere = state.step === "failed" && state.problem.kind === "otherNetwork";

  if (cancelled) {
    return (
      <Sheet title={t("payment:cancel.title")} isOpen onClose={close}>
        <CancelPayment payment={cancelled} isSilentWallet={isSilentWallet} onClose={close} />
      </Sheet>
    );
  }
  const title = state.step === "confirmed" ? t("success.title") : isAsking ? t("confirm.title") : t("title");
  return (
    <Sheet title={title} isOpen onClose={close}>
      {isAsking ? (
        <div className="space-y-6">
          <ConfirmPayment
            payment={payment}
            left={before - cents}
            isSilentWallet={isSilentWallet}
            signedUntil={signed?.signed.validBefore}
            notice={notice}
            onConfirm={confirm}
            onEdit={signed ? undefined : onEdit}
          />
          {ways}
        </div>
      ) : (
        <TransactionFlow
          state={state}
          way={way}
          action={t("action", { amount, name })}
          isSilentWallet={isSilentWallet}
          otherWays={isElsewhere ? <NetworkSwitch /> : ways}
          onRetry={confirm}
          onClose={onClose}
        >
          {state.step === "confirmed" && (
            <Receipt payment={payment} name={name} at={state.at} hash={state.hash} onAgain={onAgain} />
          )}
        </TransactionFlow>
      )}
      {state.step === "relayed" && signed && <QueuedOffer onCancel={() => setCancelled(signed)} />}
    </Sheet>
  );
}
