// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../i18n/use-language.ts";
import { formatPercent } from "../../../lib/format-percent.ts";
import { COLOURS } from "../colours.ts";
import { shareBps } from "../scale.ts";
import { Swatch } from "./swatch.tsx";

/** A part of a whole, in cents; without a value where it is not told. */
export type Part = { key: string; name: string; colour: string; cents: bigint | undefined };

/** Whole percents; less than one is told by tenths, not as none. */
export function roundedShare(bps: number): number {
  return bps > 0 && bps < 100 ? Math.max(1, Math.round(bps / 10) * 10) : Math.round(bps / 100) * 100;
}

/** A whole as a bar cut in its parts, and the list of them with amounts and shares, which is its table too. */
export function PartsBar({ label, parts, total }: { label: string; parts: readonly Part[]; total: bigint }) {
  const { t } = useTranslation("figures");
  const language = useLanguage();
  const told = parts.reduce((sum, { cents }) => sum + (cents ?? 0n), 0n);
  const drawn = [
    ...parts.filter(({ cents }) => cents !== undefined && cents > 0n),
    ...(told < total ? [{ key: "hidden", colour: COLOURS.hidden, cents: total - told }] : []),
  ];
  return (
    <div>
      <div aria-hidden="true" className="flex h-9 gap-[3px] overflow-hidden rounded-card bg-stone">
        {total > 0n &&
          drawn.map(({ key, colour, cents }) => (
            <div
              key={key}
              className={`h-full min-w-1 ${key === "hidden" ? "border border-dashed border-line" : ""}`}
              style={{ background: colour, flexGrow: shareBps(cents ?? 0n, total), flexBasis: 0 }}
            />
          ))}
      </div>
      <ul aria-label={label} className="mt-4 space-y-2">
        {parts.map(({ key, name, colour, cents }) => (
          <li key={key} className="flex items-start gap-3">
            <Swatch colour={cents === undefined ? COLOURS.hidden : colour} isHidden={cents === undefined} />
            <span className="flex min-w-0 flex-1 flex-wrap justify-between gap-x-4">
              <span>{name}</span>
              {cents === undefined ? (
                <span className="ml-auto text-ink-soft">{t("hidden.cell")}</span>
              ) : (
                <span className="tabular ml-auto text-right whitespace-nowrap">
                  <span className="font-semibold">{formatAmount(cents, language)}</span>
                  <span className="ml-3 inline-block w-13 text-ink-soft">
                    {formatPercent(roundedShare(shareBps(cents, total)), language)}
                  </span>
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
