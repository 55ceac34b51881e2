// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import { useLanguage } from "../../i18n/use-language.ts";
import { useRuntime } from "../../lib/runtime-context.ts";

const LOCALES = { fr: "fr-FR", en: "en-GB" } as const;
const HUNDREDTHS = 100;
const THOUSANDS_SHORT = 1_000_000;

/** How the figures are written. */
export function useFormats() {
  const language = useLanguage();
  const { symbol } = useRuntime();
  const number = (value: number, most = 0) =>
    new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: most }).format(value);
  return {
    amount: (cents: bigint) => formatAmount(cents, language, symbol),
    /** Without its unit, for tables. */
    plain: (cents: bigint) => formatAmount(cents, language),
    /** Cents as whole units, for axes: "500", "2 k", "1,5 M". */
    mark: (cents: number) => {
      const units = cents / HUNDREDTHS;
      if (units < 10_000) return number(units, 1);
      return units < THOUSANDS_SHORT
        ? `${number(units / 1_000, 1)}\u202Fk`
        : `${number(units / THOUSANDS_SHORT, 2)}\u202FM`;
    },
    /** Hundredths with one decimal: "3,4". */
    tenths: (hundredths: number) => number(hundredths / HUNDREDTHS, 1),
    number,
  };
}
