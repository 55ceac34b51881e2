// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { Page } from "../../components/page.tsx";
import { SkeletonRows } from "../../components/skeleton.tsx";
import { EmptyState, ErrorState } from "../../components/states.tsx";
import { useShops } from "./api/use-shops.ts";
import { ShopRow } from "./components/shop-row.tsx";
import { isVerified } from "./shop.ts";

export default function MerchantsPage() {
  const { t } = useTranslation("merchants");
  const { data: shops, error, refetch } = useShops();
  const verified = shops?.filter(isVerified);
  return (
    <Page title={t("title")}>
      {error && <ErrorState title={t("problem")} error={error} onRetry={() => void refetch()} />}
      {!error && !verified && <SkeletonRows rows={8} />}
      {verified?.length === 0 && <EmptyState text={t("empty")} />}
      <ul className="divide-y divide-hairline">
        {verified?.map((shop) => (
          <li key={shop.address}>
            <ShopRow shop={shop} />
          </li>
        ))}
      </ul>
    </Page>
  );
}
