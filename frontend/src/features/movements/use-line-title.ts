// SPDX-License-Identifier: EUPL-1.2
import type { StatementLine } from "@monnaie-commune/sdk/ledger/statements";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/use-language.ts";
import { useRuntime } from "../../lib/runtime-context.ts";
import type { AccountName } from "../accounts/api/use-account-names.ts";
import { periodNames } from "./day-names.ts";

type NameOf = (address: string) => AccountName;

/** What a line is called: who stands on the other side, or the days it melted. `since` is the day of the line before. */
export function useLineTitle(): (line: StatementLine, since: number | undefined, nameOf: NameOf) => string {
  const { t } = useTranslation("movements");
  const { region } = useRuntime();
  const language = useLanguage();
  const partyName = ({ kind, name }: AccountName) =>
    kind === "unknown" ? t("titles.account", { account: name }) : name;
  return (line, since, nameOf) => {
    switch (line.kind) {
      case "received":
      case "paid":
        return partyName(nameOf(line.other));
      case "issued":
        return region.name[language];
      case "fonte":
        return since === undefined || since >= line.day
          ? t("titles.fonte")
          : t("titles.fontePeriod", periodNames(since, line.day, language));
      case "redemption":
        return t("titles.redemption", { id: line.requestId.toString() });
      case "toSelf":
      case "burned":
        return t(`titles.${line.kind}`);
    }
  };
}
