// SPDX-License-Identifier: EUPL-1.2
import balance from "./balance.en.json";
import connection from "./connection.en.json";
import type { firstFr } from "./first-texts.fr.ts";
import home from "./home.en.json";
import merchants from "./merchants.en.json";
import movements from "./movements.en.json";
import navigation from "./navigation.en.json";
import notices from "./notices.en.json";

export const firstEn: typeof firstFr = { balance, connection, home, merchants, movements, navigation, notices };
