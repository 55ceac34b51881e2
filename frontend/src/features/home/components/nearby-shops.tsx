// SPDX-License-Identifier: EUPL-1.2
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Card } from "../../../components/card.tsx";
import { SkeletonRows } from "../../../components/skeleton.tsx";
import { EmptyState, ErrorState } from "../../../components/states.tsx";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { useShops } from "../../merchants/api/use-shops.ts";
import { ShopRow } from "../../merchants/components/shop-row.tsx";
import { isVerified } from "../../merchants/shop.ts";
import { pickShops } from "../../merchants/pick-shops.ts";

const SHOWN = 3;

/** Three shops to spend at: of different trades, those of the region's seat first. */
export function NearbyShops() {
  const { t } = useTranslation("home");
  const { region } = useRuntime();
  const { data, error, refetch } = useShops();
  const shops = data && pickShops(data.filter(isVerified), region.seat, SHOWN);
  const all = (
    <Link
      to="/commerces"
      className="-my-2 inline-flex min-h-11 items-center font-semibold text-accent underline underline-offset-4"
    >
      {t("shops.all")}
    </Link>
  );
  return (
    <Card title={t("shops.title")} action={all}>
      {error && <ErrorState title={t("shops.problem")} error={error} onRetry={() => void refetch()} />}
      {!shops && !error && <SkeletonRows rows={SHOWN} />}
      {shops?.length === 0 && <EmptyState text={t("shops.empty")} />}
      {shops && shops.length > 0 && (
        <ul className="divide-y divide-hairline">
          {shops.map((shop) => (
            <li key={shop.address} className="py-1">
              <ShopRow shop={shop} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
