// SPDX-License-Identifier: EUPL-1.2
import { formatAmount, type Language } from "../amounts.ts";
import type { RuleParameters } from "./rules.ts";

const LOCALES = { fr: "fr-FR", en: "en-GB" } as const;

/** A whole number as people read it: `3 500` or `3,500`. */
export function formatCount(count: number | bigint, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language]).format(count);
}

/** What a rule's sentence is filled with, as people read it: amounts with cents, counts with their thousands. */
export function ruleWords(parameters: RuleParameters, language: Language): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => {
      if (typeof value === "bigint") return [name, formatAmount(value, language)];
      return [name, typeof value === "number" ? formatCount(value, language) : value];
    }),
  );
}
