// SPDX-License-Identifier: EUPL-1.2
import activity from "./activity.fr.json";
import contacts from "./contacts.fr.json";
import history from "./history.fr.json";

export const bookFr = { activity, contacts, history };
