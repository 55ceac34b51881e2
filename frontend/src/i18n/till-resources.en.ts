// SPDX-License-Identifier: EUPL-1.2
import till from "./till.en.json";
import type { tillFr } from "./till-resources.fr.ts";

export const tillEn: typeof tillFr = { till };
