// SPDX-License-Identifier: EUPL-1.2
// What stands around every page, and on the home page: asked for at once, in one file. Everybody loads it, keep it short.
import balance from "./balance.fr.json";
import connection from "./connection.fr.json";
import home from "./home.fr.json";
import merchants from "./merchants.fr.json";
import movements from "./movements.fr.json";
import navigation from "./navigation.fr.json";
import notices from "./notices.fr.json";

export const firstFr = { balance, connection, home, merchants, movements, navigation, notices };
