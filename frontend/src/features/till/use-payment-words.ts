// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import type { Incoming } from "@monnaie-commune/sdk/ledger/incoming";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/use-language.ts";
import { formatTime } from "../../lib/format-date.ts";
import { useRuntime } from "../../lib/runtime-context.ts";
import { useAccountNames } from "../accounts/api/use-account-names.ts";

/** How amounts, payers and moments are written at a till. */
export function usePaymentWords() {
  const { t } = useTranslation("movements");
  const language = useLanguage();
  const { symbol } = useRuntime();
  const nameOf = useAccountNames();
  const amount = (cents: bigint) => formatAmount(cents, language, symbol);
  const time = (unixSeconds: number) => formatTime(unixSeconds, language);
  const payer = (address: string) => {
    const { name, kind } = nameOf(address);
    return kind === "unknown" ? t("titles.account", { account: name }) : name;
  };
  const payment = ({ cents, from, at }: Incoming) => ({ amount: amount(cents), name: payer(from), time: time(at) });
  return { amount, time, payer, payment };
}
