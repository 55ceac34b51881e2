// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../i18n/use-language.ts";
import { formatClock } from "../format-clock.ts";
import { nowInFrance, type Week } from "../opening-hours.ts";

const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

/** A week of opening hours, today's line apart. */
export function WeekTable({ week }: { week: Week }) {
  const { t } = useTranslation("shops");
  const language = useLanguage();
  const { day: today } = nowInFrance();
  return (
    <table className="w-full max-w-sm">
      <caption className="sr-only">{t("hours.title")}</caption>
      <tbody>
        {DAYS.map((day, index) => {
          const spans = (week[index] ?? []).map(({ from, to }) =>
            t("hours.span", { from: formatClock(from, language), to: formatClock(to, language) }),
          );
          const isToday = index === today;
          return (
            <tr
              key={day}
              {...(isToday && { "aria-current": "date" })}
              className={isToday ? "font-bold text-ink [&>*]:bg-accent-wash" : "text-ink-soft"}
            >
              <th scope="row" className="rounded-l-card py-1 pr-4 pl-3 text-left font-[inherit]">
                {t(`hours.days.${day}`)}
              </th>
              <td className="tabular rounded-r-card py-1 pr-3">
                {spans.length > 0 ? spans.join(t("hours.and")) : t("hours.closed")}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
