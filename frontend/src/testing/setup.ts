// SPDX-License-Identifier: EUPL-1.2
import { cleanup } from "@testing-library/react";
import { afterEach, beforeAll } from "vitest";
import { auditorFr } from "../i18n/auditor-resources.fr.ts";
import { bookFr } from "../i18n/book-resources.fr.ts";
import { turnFrame } from "../i18n/frame-texts.ts";
import { loadTexts, startI18n } from "../i18n/i18n.ts";
import { officerFr } from "../i18n/officer-resources.fr.ts";
import { fr } from "../i18n/resources.fr.ts";
import type { Namespace } from "../i18n/resources.ts";

beforeAll(async () => {
  turnFrame("fr");
  await startI18n();
  await loadTexts(Object.keys({ ...fr, ...bookFr, ...auditorFr, ...officerFr }) as Namespace[]);
});
afterEach(cleanup);
