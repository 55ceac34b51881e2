// SPDX-License-Identifier: EUPL-1.2
import till from "./till.fr.json";

export const tillFr = { till };
