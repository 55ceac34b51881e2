// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/use-language.ts";
import { useRuntime } from "../../lib/runtime-context.ts";
import { useRequestSentence } from "../pay/components/refused-request.tsx";
import type { ScanProblem } from "./read-scanned.ts";

/** What was read that is not to be paid, in a sentence each. */
export function useScanSentence(): (problem: ScanProblem) => string {
  const { t } = useTranslation("scan");
  const language = useLanguage();
  const { region } = useRuntime();
  const requestSentence = useRequestSentence();
  return (problem) => {
    switch (problem.kind) {
      case "otherSite":
        return t("problems.otherSite", { host: problem.host });
      case "unknown":
        return t("problems.unknown", { text: problem.text });
      case "coin":
        return t("problems.coin", { currency: region.currency.name[language] });
      case "other":
      case "name":
        return t(`problems.${problem.kind}`);
      case "malformedPart":
        return t(`problems.${problem.part}`);
      case "altered":
      case "expired":
      case "malformed":
      case "wrongCurrency":
      case "wrongNetwork":
        return requestSentence(problem);
    }
  };
}
