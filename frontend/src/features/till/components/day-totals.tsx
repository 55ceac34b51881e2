// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { Amount } from "../../../components/amount.tsx";
import { useRuntime } from "../../../lib/runtime-context.ts";
import type { Totals } from "../shop-day.ts";

/** What a day came to: taken in, how often, and what was given back. */
export function DayTotals({ totals: { count, total, refunds, refunded } }: { totals: Totals }) {
  const { t } = useTranslation("till");
  const { symbol } = useRuntime();
  return (
    <div className="rounded-card border border-hairline bg-surface p-5 md:p-8">
      <dl className="flex flex-wrap gap-x-10 gap-y-3">
        <div className="basis-full">
          <dt className="font-semibold text-ink-soft">{t("day.total")}</dt>
          <dd className="mt-1">
            <Amount cents={total} symbol={symbol} size="hero" />
          </dd>
        </div>
        <div>
          <dt className="text-caption text-ink-soft">{t("day.count")}</dt>
          <dd className="text-lead font-bold">{count}</dd>
        </div>
        <div>
          <dt className="text-caption text-ink-soft">{t("day.refunded", { count: refunds })}</dt>
          <dd className="text-lead font-bold">
            <Amount cents={-refunded} />
          </dd>
        </div>
        <div>
          <dt className="text-caption text-ink-soft">{t("day.net")}</dt>
          <dd className="text-lead font-bold">
            <Amount cents={total - refunded} symbol={symbol} />
          </dd>
        </div>
      </dl>
    </div>
  );
}
