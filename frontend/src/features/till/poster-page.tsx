// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { PosterPreview } from "./components/poster-preview.tsx";
import { ShopOnly } from "./components/shop-only.tsx";

/** The shop's own code on paper. */
export default function PosterPage() {
  const { t } = useTranslation("till");
  return <ShopOnly title={t("poster.title")}>{(shop) => <PosterPreview key={shop.address} shop={shop} />}</ShopOnly>;
}
