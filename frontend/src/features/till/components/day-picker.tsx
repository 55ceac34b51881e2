// SPDX-License-Identifier: EUPL-1.2
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { formatDay } from "../../../lib/format-date.ts";
import { localDate, startOfLocalDay } from "../shop-day.ts";
import { useNow } from "../use-now.ts";

type Props = { date: string; onDate: (date: string) => void };

/** Goes from day to day, up to today. */
export function DayPicker({ date, onDate }: Props) {
  const { t } = useTranslation("till");
  const language = useLanguage();
  const isToday = date === localDate(useNow());
  const move = (days: number) => onDate(localDate(startOfLocalDay(date, days)));
  const icon = { size: 20, strokeWidth: 1.75, "aria-hidden": true } as const;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <h2 className="text-lead font-bold first-letter:uppercase" aria-live="polite">
        {formatDay(startOfLocalDay(date), language)}
      </h2>
      <div className="flex gap-2 print:hidden">
        <Button kind="secondary" onClick={() => move(-1)}>
          <ChevronLeft {...icon} />
          {t("day.before")}
        </Button>
        {!isToday && (
          <Button kind="secondary" onClick={() => move(1)}>
            {t("day.after")}
            <ChevronRight {...icon} />
          </Button>
        )}
      </div>
    </div>
  );
}
