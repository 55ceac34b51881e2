// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/use-language.ts";
import type { ActivityEntry } from "../../lib/activity/activity.ts";
import { useRuntime } from "../../lib/runtime-context.ts";
import { useProblemSentence } from "../../lib/use-problem-sentence.ts";
import { useAccountNames } from "../accounts/api/use-account-names.ts";

/** An entry in words: what it is, and what became of it. */
export function useEntryWords(): (entry: ActivityEntry) => { title: string; sentence: string } {
  const { t } = useTranslation("activity");
  const language = useLanguage();
  const { symbol } = useRuntime();
  const nameOf = useAccountNames();
  const problem = useProblemSentence();

  const title = ({ kind, payee, cents, label }: ActivityEntry) => {
    const amount = cents === undefined ? undefined : formatAmount(cents, language, symbol);
    if (kind === "office" && label) return label;
    if (amount === undefined) return t(`kinds.${kind}.plain`);
    if (payee === undefined || kind === "claim" || kind === "exit") return t(`kinds.${kind}.amount`, { amount });
    return t(`kinds.${kind}.full`, { amount, name: nameOf(payee).name });
  };
  const sentence = (entry: ActivityEntry) => {
    const hasLeft = entry.hash !== undefined || entry.relay !== undefined;
    switch (entry.stage) {
      case "pending":
        return t(entry.relay ? "stages.relayed" : "stages.pending");
      case "failed":
        return entry.problem ? problem(entry.problem) : t("stages.failed");
      case "dropped":
        return t(hasLeft ? "stages.dropped" : "stages.interrupted");
      case "sent":
      case "confirmed":
      case "replaced":
      case "expired":
        return t(`stages.${entry.stage}`);
    }
  };
  return (entry) => ({ title: title(entry), sentence: sentence(entry) });
}
