// SPDX-License-Identifier: EUPL-1.2
import activity from "./activity.fr.json";

export const bookFr = { activity };
