// SPDX-License-Identifier: EUPL-1.2
import type { Language } from "@monnaie-commune/sdk/amounts";

const LOCALES = { fr: "fr-FR", en: "en-GB" } as const;

/** "6 %" in French (no-break space), "6%" in English, of basis points. */
export function formatPercent(bps: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], { style: "percent", maximumFractionDigits: 2 }).format(bps / 10_000);
}
