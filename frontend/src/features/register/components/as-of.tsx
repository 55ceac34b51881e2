// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../i18n/use-language.ts";
import { formatDay, formatTime } from "../../../lib/format-date.ts";
import { useLedger } from "../../../lib/ledger/use-ledger.ts";

/** Up to where the register was read, and when that was written. */
export function AsOf() {
  const { t } = useTranslation("register");
  const language = useLanguage();
  const { toBlock, at } = useLedger();
  if (toBlock === undefined || at === undefined) return null;
  return (
    <p className="text-caption text-ink-soft">
      {t("asOf", { block: toBlock, day: formatDay(at, language), time: formatTime(at, language) })}
    </p>
  );
}
