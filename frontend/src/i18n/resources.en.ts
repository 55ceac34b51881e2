// SPDX-License-Identifier: EUPL-1.2
import type { Resources } from "./resources.ts";
import accessibility from "./accessibility.en.json";
import audit from "./audit.en.json";
import balance from "./balance.en.json";
import claim from "./claim.en.json";
import common from "./common.en.json";
import connection from "./connection.en.json";
import errors from "../../../sdk/i18n/errors.en.json";
import exits from "./exits.en.json";
import home from "./home.en.json";
import merchants from "./merchants.en.json";
import shops from "./shops.en.json";
import movements from "./movements.en.json";
import navigation from "./navigation.en.json";
import notices from "./notices.en.json";
import pay from "./pay.en.json";
import payment from "./payment.en.json";
import receive from "./receive.en.json";
import scan from "./scan.en.json";
import settings from "./settings.en.json";
import till from "./till.en.json";
import transaction from "./transaction.en.json";

export const en: Resources = {
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
