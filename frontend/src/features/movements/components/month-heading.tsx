// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { Amount } from "../../../components/amount.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { monthName } from "../day-names.ts";
import type { MonthTotals } from "../history.ts";

/** A month and what it came to. */
export function MonthHeading({ month, totals }: { month: string; totals: MonthTotals }) {
  const { t } = useTranslation("history");
  const language = useLanguage();
  const figures = [
    { name: t("totals.received"), cents: totals.received },
    { name: t("totals.paid"), cents: -totals.paid },
    { name: t("totals.fonte"), cents: -totals.fonte, className: "text-fonte-text" },
  ];
  return (
    <div className="mt-8 rounded-card bg-stone px-5 py-4">
      <h2 className="text-lead font-bold first-letter:uppercase">{monthName(month, language)}</h2>
      <dl className="mt-2 flex flex-wrap gap-x-10 gap-y-2">
        {figures.map(({ name, cents, className = "" }) => (
          <div key={name}>
            <dt className="text-caption text-ink-soft">{name}</dt>
            <dd>
              <Amount cents={cents} isSigned className={className} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
