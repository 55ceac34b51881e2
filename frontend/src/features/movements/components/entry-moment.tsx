// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../i18n/use-language.ts";
import { formatDay, formatTime } from "../../../lib/format-date.ts";
import { useEntryTime } from "../api/use-entry-time.ts";
import { dayName } from "../day-names.ts";

/** When a line was written, to the minute; its day alone until the chain has said more. */
export function EntryMoment({ block, day }: { block: number; day: number }) {
  const { t } = useTranslation("history");
  const language = useLanguage();
  const { data: at } = useEntryTime(block);
  if (at === undefined) return dayName(day, language);
  return t("receipt.at", { day: formatDay(at, language), time: formatTime(at, language) });
}
