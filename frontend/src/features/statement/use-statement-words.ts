// SPDX-License-Identifier: EUPL-1.2
import { isoDateOf } from "@monnaie-commune/sdk/days";
import type { StatementLine } from "@monnaie-commune/sdk/ledger/statements";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/use-language.ts";
import { formatUtcDay } from "../../lib/format-date.ts";
import { useRuntime } from "../../lib/runtime-context.ts";
import type { AccountName } from "../accounts/api/use-account-names.ts";
import { periodNames } from "../movements/day-names.ts";
import type { Period } from "./period.ts";

/** What a line of somebody's account is called; `since` is the day of the line before. */
export function useStatementWords(nameOf: (address: string) => AccountName) {
  const { t } = useTranslation(["statement", "movements"]);
  const { region } = useRuntime();
  const language = useLanguage();
  const title = (line: StatementLine, since: number | undefined): string => {
    switch (line.kind) {
      case "issued":
        return line.story?.sheet !== undefined && line.claimNumber === undefined
          ? t("titles.issuedTo")
          : t("titles.issued", { name: region.name[language] });
      case "received":
      case "paid":
        return t(`titles.${line.kind}`, { name: nameOf(line.other).name });
      case "fonte":
        return since === undefined || since >= line.day
          ? t("titles.fonte")
          : t("titles.fontePeriod", periodNames(since, line.day, language));
      case "redemption":
        return t("titles.redemption", {
          id: line.requestId.toString(),
          step: t(`movements:redemption.${line.step}`).toLocaleLowerCase(language),
        });
      case "toSelf":
      case "burned":
        return t(`titles.${line.kind}`);
    }
  };
  const period = ({ firstDay, lastDay }: Period): string => {
    const from = firstDay === undefined ? "" : formatUtcDay(firstDay, language);
    const to = lastDay === undefined ? "" : formatUtcDay(lastDay, language);
    if (from && to) return t("period.between", { from, to });
    if (from) return t("period.since", { from });
    return to ? t("period.until", { to }) : t("period.all");
  };
  return { title, period, date: isoDateOf };
}
