// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import { useTranslation } from "react-i18next";
import { Amount } from "../../../components/amount.tsx";
import { Card } from "../../../components/card.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { formatPercent } from "../../../lib/format-percent.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import type { ExitTerms } from "../api/use-exit-terms.ts";

const SCALE = 10_000n;

/** How much can still leave this month, and at which fee. */
export function MonthCard({ terms: { left, allowance, feeBps } }: { terms: ExitTerms }) {
  const { t } = useTranslation("exits");
  const language = useLanguage();
  const { symbol } = useRuntime();
  const share = allowance === 0n ? 0 : Number((left * SCALE) / allowance) / 100;
  return (
    <Card title={t("shop.month")}>
      <p className="text-ink-soft">{t("shop.left")}</p>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <Amount cents={left} symbol={symbol} size="title" />
        <span className="text-ink-soft">
          {t("shop.ofAllowance", { allowance: formatAmount(allowance, language, symbol) })}
        </span>
      </p>
      <div aria-hidden="true" className="mt-3 h-3 overflow-hidden rounded-pill bg-stone">
        <div className="h-full rounded-pill bg-accent" style={{ width: `${Math.min(share, 100)}%` }} />
      </div>
      {left === 0n && <p className="mt-4 font-semibold">{t("shop.nextMonth")}</p>}
      <p className="mt-4">{t("shop.rule", { fee: formatPercent(feeBps, language) })}</p>
    </Card>
  );
}
