// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { Amount } from "../../../components/amount.tsx";
import { useRuntime } from "../../../lib/runtime-context.ts";
import type { Audit } from "../audit.ts";

/** Hundredths of a percent, for the width of the bar. */
const SCALE = 10_000n;

/** How much there may be, how much there is, and what became of it. */
export function KeyFigures({ audit: { sums, figures } }: { audit: Audit }) {
  const { t } = useTranslation("audit");
  const { symbol } = useRuntime();
  const { totalSupply, cap, till } = figures;
  const share = cap === 0n ? 0 : Number((totalSupply * SCALE) / cap) / 100;
  const small = [
    { name: t("figures.issued"), cents: sums.issued },
    { name: t("figures.burned"), cents: sums.burned },
    { name: t("figures.fonte"), cents: sums.fonte, className: "text-fonte-text" },
    { name: t("figures.till"), cents: till, className: "text-fonte-text" },
  ];
  return (
    <section aria-label={t("figures.label")} className="rounded-card border border-hairline bg-surface p-5 md:p-8">
      <dl className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        <div>
          <dt className="text-ink-soft">{t("figures.supply")}</dt>
          <dd>
            <Amount cents={totalSupply} symbol={symbol} size="title" />
          </dd>
        </div>
        <div>
          <dt className="text-ink-soft">{t("figures.cap")}</dt>
          <dd>
            <Amount cents={cap} symbol={symbol} size="row" />
          </dd>
        </div>
      </dl>
      <div aria-hidden="true" className="mt-4 h-3 overflow-hidden rounded-pill bg-stone">
        <div className="h-full min-w-1 rounded-pill bg-accent" style={{ width: `${Math.min(share, 100)}%` }} />
      </div>
      <dl className="mt-6 grid grid-cols-2 gap-x-6 gap-y-4 lg:grid-cols-4">
        {small.map(({ name, cents, className = "" }) => (
          <div key={name}>
            <dt className="text-caption text-ink-soft">{name}</dt>
            <dd>
              <Amount cents={cents} symbol={symbol} className={className} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
