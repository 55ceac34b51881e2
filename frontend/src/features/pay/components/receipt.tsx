// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { ReceiptPaper } from "../../../components/receipt-paper.tsx";
import type { Payment } from "../payment.ts";

type Props = {
  payment: Payment;
  name: string;
  /** When it was written in the register, in Unix seconds. */
  at: number;
  hash: string;
  onAgain: () => void;
};

/** The proof of a payment. */
export function Receipt({ payment: { cents, label, reference }, name, at, hash, onAgain }: Props) {
  const { t } = useTranslation(["pay", "payment"]);
  const notes = [label, reference && t("payment:receipt.reference", { reference })].filter(Boolean);
  return (
    <ReceiptPaper
      cents={cents}
      at={at}
      hash={hash}
      who={t("success.to", { name })}
      note={notes.length > 0 ? notes.join(" · ") : undefined}
    >
      <Button kind="secondary" onClick={onAgain}>
        {t("success.again")}
      </Button>
    </ReceiptPaper>
  );
}
