// SPDX-License-Identifier: EUPL-1.2
// Texts of the officers' page: they come with it, not with the first page of every citizen.
import { loadMoreTexts } from "./i18n.ts";

const texts = {
  fr: () => import("./officer-resources.fr.ts").then((module) => module.officerFr),
  en: () => import("./officer-resources.en.ts").then((module) => module.officerEn),
};

export function loadOfficerTexts(): Promise<void> {
  return loadMoreTexts((language) => texts[language]());
}
