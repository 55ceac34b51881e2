// SPDX-License-Identifier: EUPL-1.2
import { getRouteApi } from "@tanstack/react-router";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/button.tsx";
import { Page } from "../../components/page.tsx";
import { SkeletonRows } from "../../components/skeleton.tsx";
import { EmptyState, ErrorState } from "../../components/states.tsx";
import { useLanguage } from "../../i18n/use-language.ts";
import { useRuntime } from "../../lib/runtime-context.ts";
import { useShops } from "./api/use-shops.ts";
import { DirectoryFilterFields } from "./components/directory-filters.tsx";
import { SuspendedShops, UnverifiedShops } from "./components/set-aside-shops.tsx";
import { ShopCard } from "./components/shop-card.tsx";
import type { DirectoryFilters } from "./directory-link.ts";
import { departmentOf, directoryOf } from "./directory.ts";
import type { Shop } from "./shop.ts";

const route = getRouteApi("/commerces");

/** What to call a place: its town where an authentic record names it, its department otherwise. */
function usePlaceName(shops: readonly Shop[]) {
  const { region } = useRuntime();
  const towns = new Map(shops.flatMap(({ commune, record }) => (record ? [[commune, record.town] as const] : [])));
  const departments = new Map(region.departments.map(({ code, name }) => [code, name]));
  return (commune: string) => towns.get(commune) ?? departments.get(departmentOf(commune)) ?? commune;
}

function Directory({ shops }: { shops: readonly Shop[] }) {
  const { t } = useTranslation("merchants");
  const language = useLanguage();
  const navigate = route.useNavigate();
  // The fields answer at once; the list and the address bar follow.
  const [filters, setFilters] = useState<DirectoryFilters>(route.useSearch());
  const { payable, unverified, suspended } = directoryOf(shops, useDeferredValue(filters), language);

  const change = (next: DirectoryFilters) => {
    setFilters(next);
    void navigate({ search: next, replace: true, resetScroll: false });
  };
  return (
    <div className="space-y-8">
      <DirectoryFilterFields
        shops={shops}
        filters={filters}
        onChange={(changed) => change({ ...filters, ...changed })}
      />
      <p role="status" className="font-semibold">
        {payable.length > 0 ? t("count", { count: payable.length }) : <span className="sr-only">{t("none")}</span>}
      </p>
      {payable.length === 0 && (
        <EmptyState
          text={t("none")}
          action={
            <Button kind="secondary" onClick={() => change({})}>
              {t("filters.clear")}
            </Button>
          }
        />
      )}
      <section aria-label={t("list")}>
        <ul className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
          {payable.map((shop) => (
            <li key={shop.address}>
              <ShopCard shop={shop} />
            </li>
          ))}
        </ul>
      </section>
      <UnverifiedShops shops={unverified} placeName={usePlaceName(shops)} />
      <SuspendedShops shops={suspended} />
    </div>
  );
}

/** Where the currency can be spent: approved shops, by name, trade and place. */
export default function MerchantsPage() {
  const { t } = useTranslation("merchants");
  const { data: shops, error, refetch } = useShops();
  return (
    <Page title={t("title")} lead={t("lead")}>
      {error && !shops && <ErrorState title={t("problem")} error={error} onRetry={() => void refetch()} />}
      {!error && !shops && <SkeletonRows rows={8} />}
      {shops?.length === 0 && <EmptyState text={t("empty")} />}
      {shops && shops.length > 0 && <Directory shops={shops} />}
    </Page>
  );
}
