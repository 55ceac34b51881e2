// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { ReceiptPaper } from "../../../components/receipt-paper.tsx";

type Props = {
  name: string;
  cents: bigint;
  label: string | undefined;
  /** When it was written in the register, in Unix seconds. */
  at: number;
  hash: string;
  onAgain: () => void;
};

/** The proof of a payment. */
export function Receipt({ name, label, onAgain, ...receipt }: Props) {
  const { t } = useTranslation("pay");
  return (
    <ReceiptPaper {...receipt} who={t("success.to", { name })} note={label}>
      <Button kind="secondary" onClick={onAgain}>
        {t("success.again")}
      </Button>
    </ReceiptPaper>
  );
}
