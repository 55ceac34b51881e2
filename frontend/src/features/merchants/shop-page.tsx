// SPDX-License-Identifier: EUPL-1.2
import { getRouteApi, Link } from "@tanstack/react-router";
import { ArrowLeft, HandCoins } from "lucide-react";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { buttonClass } from "../../components/button.tsx";
import { Card } from "../../components/card.tsx";
import { Page } from "../../components/page.tsx";
import { SkeletonRows } from "../../components/skeleton.tsx";
import { EmptyState, ErrorState } from "../../components/states.tsx";
import { useLanguage } from "../../i18n/use-language.ts";
import { useShop } from "./api/use-shops.ts";
import { ShopFacts } from "./components/shop-facts.tsx";
import { ShopSign } from "./components/shop-sign.tsx";
import { ShopStatusMark } from "./components/shop-status.tsx";
import { categoryName, type Shop } from "./shop.ts";

const PlaceMap = lazy(() => import("./components/place-map.tsx"));
const route = getRouteApi("/commerce");

function KnownShop({ shop }: { shop: Shop }) {
  const { t } = useTranslation(["shops", "merchants"]);
  const { address, record, status, category, commune } = shop;
  if (!record) return <EmptyState text={t("shop.unverified")} action={<ShopStatusMark shop={shop} />} />;
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <Card>
        <div className="flex flex-wrap items-center gap-4">
          <ShopSign category={category} isLarge />
          <div className="min-w-0 flex-1 basis-48">
            <ShopStatusMark shop={shop} />
            {record.fictitious && <p className="text-caption text-ink-soft">{t("shop.fictitious")}</p>}
          </div>
          {status === "approved" && (
            <Link
              to="/payer"
              search={{ a: address }}
              aria-label={t("merchants:payHereAt", { name: record.name })}
              className={buttonClass("primary", "max-sm:w-full")}
            >
              <HandCoins size={20} strokeWidth={1.75} aria-hidden="true" />
              {t("merchants:payHere")}
            </Link>
          )}
        </div>
        <div className="mt-4">
          <ShopFacts record={record} />
        </div>
        <p className="mt-4 text-caption text-ink-soft">{t("shop.proof")}</p>
      </Card>
      <Suspense fallback={<div className="skeleton aspect-square w-full" />}>
        <PlaceMap commune={commune} />
      </Suspense>
    </div>
  );
}

/** A shop: who it is, where and when, how it stands with the region, and paying it. */
export default function ShopPage() {
  const { t } = useTranslation("shops");
  const language = useLanguage();
  const { a } = route.useSearch();
  const { data, shop, error, refetch } = useShop(a);
  const record = shop?.record;
  const back = (
    <Link to="/commerces" className={buttonClass("quiet", "max-sm:-ml-6")}>
      <ArrowLeft size={20} strokeWidth={1.75} aria-hidden="true" />
      {t("shop.back")}
    </Link>
  );
  const lead = record && t("shop.lead", { trade: categoryName(record.category, language), town: record.town });
  return (
    <Page key={a} title={record?.name ?? t("shop.title")} lead={lead} actions={back}>
      {error && !data && <ErrorState title={t("shop.problem")} error={error} onRetry={() => void refetch()} />}
      {!error && !data && <SkeletonRows rows={6} />}
      {data && !shop && <EmptyState text={t("shop.unknown")} />}
      {shop && <KnownShop shop={shop} />}
    </Page>
  );
}
