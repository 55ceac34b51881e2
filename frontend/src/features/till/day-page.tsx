// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { Day } from "./components/day.tsx";
import { ShopOnly } from "./components/shop-only.tsx";

/** What a shop took in, day by day, its refunds and its closes. */
export default function DayPage() {
  const { t } = useTranslation("till");
  return <ShopOnly title={t("day.title")}>{(shop) => <Day key={shop.address} shop={shop} />}</ShopOnly>;
}
