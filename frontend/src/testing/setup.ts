// SPDX-License-Identifier: EUPL-1.2
import { cleanup } from "@testing-library/react";
import { afterEach, beforeAll } from "vitest";
import { loadBookTexts } from "../i18n/book-texts.ts";
import { loadTexts, startI18n } from "../i18n/i18n.ts";
import { loadOfficerTexts } from "../i18n/officer-texts.ts";

beforeAll(async () => {
  await startI18n("fr");
  await loadTexts("fr");
  await loadOfficerTexts();
  await loadBookTexts();
});
afterEach(cleanup);
