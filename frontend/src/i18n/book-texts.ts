// SPDX-License-Identifier: EUPL-1.2
import { loadTexts } from "./i18n.ts";

/** Texts of what a person keeps: the activity, the address book. They come after the first page. */
export function loadBookTexts(): Promise<void> {
  return loadTexts(["activity"]);
}
