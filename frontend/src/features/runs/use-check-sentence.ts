// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import type { ReportCheck } from "@monnaie-commune/sdk/bonus/reconcile";
import { formatCount } from "@monnaie-commune/sdk/bonus/rule-words";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/use-language.ts";

/** One check of a report in a sentence, with both numbers when it fails. */
export function useCheckSentence(): (check: ReportCheck) => string {
  const { t } = useTranslation("bonus-run");
  const language = useLanguage();
  return ({ key, holds, expected, actual }) => {
    const words = (value: bigint) =>
      key === "countAgrees" ? formatCount(value, language) : formatAmount(value, language);
    const check = t(`check.${key}`, { actual: words(actual) });
    return holds ? check : t("checkFails", { expected: words(expected), check });
  };
}
