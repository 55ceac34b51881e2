// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/use-language.ts";
import { formatUtcDay } from "../../lib/format-date.ts";

export type ForecastPoint = { day: number; cents: bigint; melted: bigint };

const MONTHS_SHOWN = [0, 1, 3, 6, 12, 18, 24];

/** The twin of the drawing, for those who prefer numbers. */
export function ForecastTable({ points, symbol }: { points: readonly ForecastPoint[]; symbol: string }) {
  const { t } = useTranslation("balance");
  const language = useLanguage();
  return (
    <details className="group">
      <summary className="inline-flex min-h-11 items-center rounded-pill font-semibold text-accent underline underline-offset-4">
        {t("table.show")}
      </summary>
      <div className="mt-2 overflow-x-auto">
        <table className="tabular w-full text-left">
          <caption className="sr-only">{t("table.caption")}</caption>
          <thead className="bg-stone">
            <tr>
              <th scope="col" className="rounded-l-card px-3 py-2">
                {t("table.when")}
              </th>
              <th scope="col" className="px-3 py-2 text-right">
                {t("table.balance")}
              </th>
              <th scope="col" className="rounded-r-card px-3 py-2 text-right">
                {t("table.commons")}
              </th>
            </tr>
          </thead>
          <tbody>
            {MONTHS_SHOWN.flatMap((month) => {
              const point = points[month];
              if (!point) return [];
              return [
                <tr key={month} className="border-b border-hairline last:border-0">
                  <th scope="row" className="px-3 py-2 font-normal">
                    {formatUtcDay(point.day, language)}
                  </th>
                  <td className="px-3 py-2 text-right whitespace-nowrap">
                    {formatAmount(point.cents, language, symbol)}
                  </td>
                  <td className="px-3 py-2 text-right whitespace-nowrap text-fonte-text">
                    {formatAmount(point.melted, language, symbol)}
                  </td>
                </tr>,
              ];
            })}
          </tbody>
        </table>
      </div>
    </details>
  );
}
