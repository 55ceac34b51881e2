// SPDX-License-Identifier: EUPL-1.2
// One line per feature, for types and tests alone: the dApp loads each file when it is used (i18n.ts). The English file
// follows the same shape, held by its type and by a test.
import accessibility from "./accessibility.fr.json";
import audit from "./audit.fr.json";
import balance from "./balance.fr.json";
import claim from "./claim.fr.json";
import common from "./common.fr.json";
import connection from "./connection.fr.json";
import errors from "../../../sdk/i18n/errors.fr.json";
import exits from "./exits.fr.json";
import home from "./home.fr.json";
import merchants from "./merchants.fr.json";
import shops from "./shops.fr.json";
import movements from "./movements.fr.json";
import navigation from "./navigation.fr.json";
import notices from "./notices.fr.json";
import pay from "./pay.fr.json";
import payment from "./payment.fr.json";
import receive from "./receive.fr.json";
import scan from "./scan.fr.json";
import settings from "./settings.fr.json";
import till from "./till.fr.json";
import transaction from "./transaction.fr.json";

export const fr = {
  accessibility,
  audit,
  balance,
  claim,
  common,
  connection,
  errors,
  exits,
  home,
  merchants,
  shops,
  movements,
  navigation,
  notices,
  pay,
  payment,
  receive,
  scan,
  settings,
  till,
  transaction,
};
