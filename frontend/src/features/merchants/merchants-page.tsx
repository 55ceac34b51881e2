// SPDX-License-Identifier: EUPL-1.2
import { getRouteApi, Link } from "@tanstack/react-router";
import { lazy, Suspense, useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, buttonClass } from "../../components/button.tsx";
import { ChoiceGroup } from "../../components/choice-group.tsx";
import { Page } from "../../components/page.tsx";
import { SkeletonRows } from "../../components/skeleton.tsx";
import { EmptyState, ErrorState } from "../../components/states.tsx";
import { useLanguage } from "../../i18n/use-language.ts";
import { useMedia } from "../../lib/use-media.ts";
import { useRuntime } from "../../lib/runtime-context.ts";
import { usePlaces } from "./api/use-places.ts";
import { useShops } from "./api/use-shops.ts";
import { DirectoryFilterFields } from "./components/directory-filters.tsx";
import { SuspendedShops, UnverifiedShops } from "./components/set-aside-shops.tsx";
import { ShopCard } from "./components/shop-card.tsx";
import type { DirectoryFilters } from "./directory-link.ts";
import { byDistance, departmentOf, directoryOf } from "./directory.ts";
import type { Shop } from "./shop.ts";

const MapPane = lazy(() => import("./components/map-pane.tsx"));
const route = getRouteApi("/commerces");

/** From here on there is room for the map beside the list. */
const WIDE = "(min-width: 64rem)";

/** What to call a place: its town where an authentic record names it, its department otherwise. */
function usePlaceName(shops: readonly Shop[]) {
  const { region } = useRuntime();
  const towns = new Map(shops.flatMap(({ commune, record }) => (record ? [[commune, record.town] as const] : [])));
  const departments = new Map(region.departments.map(({ code, name }) => [code, name]));
  return (commune: string) => towns.get(commune) ?? departments.get(departmentOf(commune)) ?? commune;
}

function Directory({ shops }: { shops: readonly Shop[] }) {
  const { t } = useTranslation(["merchants", "shops"]);
  const language = useLanguage();
  const navigate = route.useNavigate();
  const isWide = useMedia(WIDE);
  // The fields answer at once; the list and the address bar follow.
  const [filters, setFilters] = useState<DirectoryFilters>(route.useSearch());
  const wanted = useDeferredValue(filters);
  const { payable, unverified, suspended } = directoryOf(shops, wanted, language);
  const { data: places } = usePlaces(filters.depuis !== undefined);
  const isMapShown = isWide || filters.vue === "carte";

  const change = (next: DirectoryFilters) => {
    setFilters(next);
    void navigate({ search: next, replace: true, resetScroll: false });
  };
  return (
    <div className="space-y-6">
      {!isWide && (
        <ChoiceGroup
          label={t("shops:view.label")}
          value={filters.vue ?? "liste"}
          choices={[
            { value: "liste", name: t("shops:view.list") },
            { value: "carte", name: t("shops:view.map") },
          ]}
          onChange={(vue) => change({ ...filters, vue: vue === "carte" ? "carte" : undefined })}
        />
      )}
      <DirectoryFilterFields
        shops={shops}
        filters={filters}
        onChange={(changed) => change({ ...filters, ...changed })}
      />
      <div className="gap-8 max-lg:space-y-6 lg:grid lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        {isMapShown && (
          <div className="self-start lg:sticky lg:top-6">
            <Suspense fallback={<div className="skeleton aspect-5/6 w-full" />}>
              <MapPane
                shops={directoryOf(shops, { ...wanted, lieu: undefined }, language).payable}
                place={filters.lieu || undefined}
                onPlace={(lieu) => change({ ...filters, lieu })}
              />
            </Suspense>
          </div>
        )}
        <div className="space-y-6">
          <p role="status" className="font-semibold">
            {payable.length > 0 ? t("count", { count: payable.length }) : <span className="sr-only">{t("none")}</span>}
          </p>
          {payable.length === 0 && (
            <EmptyState
              text={t("none")}
              action={
                <Button kind="secondary" onClick={() => change(filters.vue ? { vue: filters.vue } : {})}>
                  {t("filters.clear")}
                </Button>
              }
            />
          )}
          <section aria-label={t("list")}>
            <ul className="grid gap-4 md:max-lg:grid-cols-2">
              {byDistance(payable, wanted.depuis || undefined, places).map(({ shop, km }) => (
                <li key={shop.address}>
                  <ShopCard shop={shop} {...(km !== undefined && { km })} />
                </li>
              ))}
            </ul>
          </section>
          <UnverifiedShops shops={unverified} placeName={usePlaceName(shops)} />
          <SuspendedShops shops={suspended} />
        </div>
      </div>
    </div>
  );
}

/** Where the currency can be spent: approved shops, by name, trade and place, in a list and on the map. */
export default function MerchantsPage() {
  const { t } = useTranslation(["merchants", "shops"]);
  const { data: shops, error, refetch } = useShops();
  const join = (
    <Link to="/devenir-commercant" className={buttonClass("quiet", "max-sm:-ml-6")}>
      {t("shops:join")}
    </Link>
  );
  return (
    <Page title={t("title")} lead={t("lead")} actions={join}>
      {error && !shops && <ErrorState title={t("problem")} error={error} onRetry={() => void refetch()} />}
      {!error && !shops && <SkeletonRows rows={8} />}
      {shops?.length === 0 && <EmptyState text={t("empty")} />}
      {shops && shops.length > 0 && <Directory shops={shops} />}
    </Page>
  );
}
