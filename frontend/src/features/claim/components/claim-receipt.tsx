// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { ReceiptPaper } from "../../../components/receipt-paper.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";

type Props = { name: string; cents: bigint; at: number; hash: string };

export function ClaimReceipt({ name, ...receipt }: Props) {
  const { t } = useTranslation("claim");
  const language = useLanguage();
  const { region } = useRuntime();
  return (
    <ReceiptPaper
      {...receipt}
      who={t("success.to", { name })}
      note={t("letter.from", { region: region.name[language] })}
    />
  );
}
