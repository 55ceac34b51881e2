// SPDX-License-Identifier: EUPL-1.2
import { use } from "react";
import { useTranslation } from "react-i18next";
import { loadTillTexts } from "../../i18n/till-texts.ts";
import { ShopOnly } from "./components/shop-only.tsx";
import { Till } from "./components/till.tsx";

const texts = loadTillTexts();

/** The till of a shop: amount, code, paid. */
export default function TillPage() {
  use(texts);
  const { t } = useTranslation("till");
  return <ShopOnly title={t("title")}>{(shop) => <Till key={shop.address} shop={shop} />}</ShopOnly>;
}
