// SPDX-License-Identifier: EUPL-1.2
import activity from "./activity.en.json";
import checks from "../../../sdk/i18n/checks.en.json";
import contacts from "./contacts.en.json";
import exports from "./exports.en.json";
import figures from "./figures.en.json";
import history from "./history.en.json";
import type { bookFr } from "./book-resources.fr.ts";

export const bookEn: typeof bookFr = { activity, checks, contacts, exports, figures, history };
