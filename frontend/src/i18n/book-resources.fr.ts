// SPDX-License-Identifier: EUPL-1.2
// As resources.fr.ts, for what a person keeps: the activity, the address book, the history.
import activity from "./activity.fr.json";
import checks from "../../../sdk/i18n/checks.fr.json";
import contacts from "./contacts.fr.json";
import exports from "./exports.fr.json";
import figures from "./figures.fr.json";
import history from "./history.fr.json";

export const bookFr = { activity, checks, contacts, exports, figures, history };
