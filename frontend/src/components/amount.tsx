// SPDX-License-Identifier: EUPL-1.2
import { amountParts, formatAmount } from "@monnaie-commune/sdk/amounts";
import { useLanguage } from "../i18n/use-language.ts";

const NARROW_NO_BREAK_SPACE = "\u202F";
const SIZES = {
  text: { whole: "font-semibold", small: "" },
  row: { whole: "text-lead font-bold", small: "text-caption font-semibold" },
  title: { whole: "text-display font-bold tracking-tight", small: "text-lead font-semibold" },
  hero: {
    whole: "text-[clamp(3rem,15vw,4rem)] leading-none font-bold tracking-tight md:text-[5.5rem]",
    small: "text-title font-semibold",
  },
} as const;

type Props = {
  cents: bigint;
  symbol?: string;
  size?: keyof typeof SIZES;
  /** Puts a plus before what comes in; a minus is always there. */
  isSigned?: boolean;
  className?: string;
};

/** An amount of cents: large integer part, smaller cents on the same baseline, unit after a narrow no-break space. */
export function Amount({ cents, symbol, size = "text", isSigned = false, className = "" }: Props) {
  const language = useLanguage();
  const { sign, whole, separator, decimals } = amountParts(cents, language);
  const plus = isSigned && cents > 0n ? "+" : "";
  const { whole: large, small } = SIZES[size];
  return (
    <span className={`tabular whitespace-nowrap ${className}`}>
      <span className="sr-only">{plus + formatAmount(cents, language, symbol)}</span>
      <span aria-hidden="true">
        <span className={large}>
          {plus}
          {sign}
          {whole}
        </span>
        <span className={small}>
          {separator}
          {decimals}
          {symbol && NARROW_NO_BREAK_SPACE + symbol}
        </span>
      </span>
    </span>
  );
}
