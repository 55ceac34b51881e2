// SPDX-License-Identifier: EUPL-1.2
// Texts of the shops' pages: they come with them, not with the first page of every citizen.
import { loadMoreTexts } from "./i18n.ts";

const texts = {
  fr: () => import("./till-resources.fr.ts").then((module) => module.tillFr),
  en: () => import("./till-resources.en.ts").then((module) => module.tillEn),
};

export function loadTillTexts(): Promise<void> {
  return loadMoreTexts((language) => texts[language]());
}
