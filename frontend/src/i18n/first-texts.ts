// SPDX-License-Identifier: EUPL-1.2
import type { Language } from "@monnaie-commune/sdk/amounts";
import type { ResourceLanguage } from "i18next";

/** What comes with the first page of everybody, asked for before i18next has arrived. */
export const firstTexts: Record<Language, () => Promise<ResourceLanguage>> = {
  fr: () => import("./first-texts.fr.ts").then((module) => module.firstFr),
  en: () => import("./first-texts.en.ts").then((module) => module.firstEn),
};
