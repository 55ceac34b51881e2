// SPDX-License-Identifier: EUPL-1.2
import { amountParts, formatAmount } from "@monnaie-commune/sdk/amounts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";

/** Digits one reads at a metre: never smaller than 64 pixels, larger where there is room. */
export const TILL_DIGITS =
  "tabular text-[clamp(64px,4rem,22vw)] leading-[1.1] font-bold tracking-tight md:text-[clamp(64px,6rem,12vw)]";

/** An amount of cents as the customer reads it on the till; the unit goes below when the line is full. */
export function TillAmount({ cents }: { cents: bigint }) {
  const language = useLanguage();
  const { symbol } = useRuntime();
  const { whole, separator, decimals } = amountParts(cents, language);
  return (
    <p className="text-center">
      <span className="sr-only">{formatAmount(cents, language, symbol)}</span>
      <span aria-hidden="true" className="flex flex-wrap items-baseline justify-center gap-x-3">
        <span className={TILL_DIGITS}>{whole + separator + decimals}</span>
        <span className="text-title font-semibold">{symbol}</span>
      </span>
    </p>
  );
}
