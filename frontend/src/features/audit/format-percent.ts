// SPDX-License-Identifier: EUPL-1.2
import type { Language } from "@monnaie-commune/sdk/amounts";

const LOCALES = { fr: "fr-FR", en: "en-GB" } as const;
const BPS = 10_000;

/** Basis points as people read them: "6 %" in French, with a narrow no-break space; "6%" in English. */
export function formatPercent(bps: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], { style: "percent", maximumFractionDigits: 2 }).format(bps / BPS);
}
