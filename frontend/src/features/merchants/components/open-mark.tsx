// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../i18n/use-language.ts";
import { formatClock } from "../format-clock.ts";
import { openSpan, parseHours } from "../opening-hours.ts";

/** Whether the shop is open now, in words; nothing when its hours do not say. */
export function OpenMark({ hours }: { hours: string | undefined }) {
  const { t } = useTranslation("shops");
  const language = useLanguage();
  const week = hours === undefined ? undefined : parseHours(hours);
  if (!week) return null;
  const span = openSpan(week);
  return (
    <p className={`font-semibold ${span ? "text-ok" : "text-ink-soft"}`}>
      {span ? t("hours.openUntil", { time: formatClock(span.to, language) }) : t("hours.closedNow")}
    </p>
  );
}
