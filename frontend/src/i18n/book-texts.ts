// SPDX-License-Identifier: EUPL-1.2
// Texts of what a person keeps: the activity, the address book, the history's tools. They come after the first page.
import { loadMoreTexts } from "./i18n.ts";

const texts = {
  fr: () => import("./book-resources.fr.ts").then((module) => module.bookFr),
  en: () => import("./book-resources.en.ts").then((module) => module.bookEn),
};

let loading: Promise<void> | undefined;

/** Asked for by several parts, loaded once. */
export function loadBookTexts(): Promise<void> {
  loading ??= loadMoreTexts((language) => texts[language]());
  return loading;
}
