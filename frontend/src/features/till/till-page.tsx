// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { ShopOnly } from "./components/shop-only.tsx";
import { Till } from "./components/till.tsx";

/** The till of a shop: amount, code, paid. */
export default function TillPage() {
  const { t } = useTranslation("till");
  return <ShopOnly title={t("title")}>{(shop) => <Till key={shop.address} shop={shop} />}</ShopOnly>;
}
