// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { Amount } from "../../../components/amount.tsx";
import { Card } from "../../../components/card.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { formatDay, formatTime } from "../../../lib/format-date.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import type { Closing } from "../closings.ts";

const SHOWN = 10;

/** The latest closes of this device, each to be seen and printed again. */
export function Closings({ closings, onShow }: { closings: readonly Closing[]; onShow: (number: number) => void }) {
  const { t } = useTranslation("till");
  const language = useLanguage();
  const { symbol } = useRuntime();
  if (closings.length === 0) return null;
  return (
    <div className="print:hidden">
      <Card title={t("closing.all")}>
        <ul className="divide-y divide-hairline">
          {closings
            .slice(-SHOWN)
            .toReversed()
            .map(({ number, at, total, refunded }) => (
              <li key={number}>
                <button
                  type="button"
                  aria-haspopup="dialog"
                  onClick={() => onShow(number)}
                  className="flex min-h-14 w-full flex-wrap items-center justify-between gap-x-4 py-2 text-left hover:bg-stone"
                >
                  <span>
                    <span className="block font-semibold">{t("closing.title", { number })}</span>
                    <span className="block text-caption text-ink-soft">
                      {t("closing.at", { day: formatDay(at, language), time: formatTime(at, language) })}
                    </span>
                  </span>
                  <Amount cents={total - refunded} symbol={symbol} />
                </button>
              </li>
            ))}
        </ul>
      </Card>
    </div>
  );
}
