// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../i18n/use-language.ts";
import type { Programme } from "../../audit/audit.ts";

/** From the widest to the narrowest: each is part of the one before it. */
const PARTS = ["budget", "attested", "committed", "issued"] as const;

const COLOURS: Record<(typeof PARTS)[number], string> = {
  budget: "bg-stone",
  attested: "bg-[color-mix(in_oklab,var(--accent)_22%,var(--surface))]",
  committed: "bg-[color-mix(in_oklab,var(--accent)_50%,var(--surface))]",
  issued: "bg-accent",
};

function percent(part: bigint, whole: bigint): number {
  return whole === 0n ? 0 : Number((part * 10_000n) / whole) / 100;
}

/** How much of a budget has its euros, is promised and is issued: one bar, and the same in words. */
export function ProgrammeBar({ programme }: { programme: Programme }) {
  const { t } = useTranslation("audit");
  const language = useLanguage();
  return (
    <div className="space-y-3">
      <div aria-hidden="true" className="relative h-4 overflow-hidden rounded-pill border border-hairline bg-stone">
        {PARTS.slice(1).map((part) => (
          <div
            key={part}
            className={`absolute inset-y-0 left-0 ${COLOURS[part]}`}
            style={{ width: `${percent(programme[part], programme.budget)}%` }}
          />
        ))}
      </div>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-2 lg:grid-cols-4">
        {PARTS.map((part) => (
          <div key={part}>
            <dt className="flex items-center gap-2 text-caption text-ink-soft">
              <span aria-hidden="true" className={`size-3 rounded-full border border-hairline ${COLOURS[part]}`} />
              {t(`programmes.${part}`)}
            </dt>
            <dd className="tabular font-semibold">{formatAmount(programme[part], language)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
