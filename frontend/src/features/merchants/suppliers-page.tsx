// SPDX-License-Identifier: EUPL-1.2
import { CATEGORIES } from "@monnaie-commune/sdk/merchants";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Page } from "../../components/page.tsx";
import { SelectField } from "../../components/select-field.tsx";
import { SkeletonRows } from "../../components/skeleton.tsx";
import { EmptyState, ErrorState } from "../../components/states.tsx";
import { useLanguage } from "../../i18n/use-language.ts";
import { useCircuit } from "./api/use-circuit.ts";
import { useOwnShop } from "./api/use-own-shop.ts";
import { usePlaces } from "./api/use-places.ts";
import { circuitOf, rankSuppliers, type Supplier } from "./circuit.ts";
import { ConnectFirst } from "./components/connect-first.tsx";
import { IdleTill } from "./components/idle-till.tsx";
import { ShopCard } from "./components/shop-card.tsx";
import { byDistance, tradesOf } from "./directory.ts";
import { isVerified, type Shop } from "./shop.ts";
import { isSameAddress } from "../../lib/short-address.ts";

function PartOfCircuit({ isCustomer, buysFrom }: Supplier) {
  const { t } = useTranslation("shops");
  if (!isCustomer && buysFrom === 0) return null;
  return (
    <p className="px-1 pt-2 text-caption font-semibold text-accent">
      {isCustomer ? t("suppliers.customer") : t("suppliers.buysFrom", { count: buysFrom })}
    </p>
  );
}

function Suppliers({ shops, own }: { shops: readonly Shop[]; own: Shop }) {
  const { t } = useTranslation(["shops", "merchants"]);
  const language = useLanguage();
  const { data: places } = usePlaces();
  const { data: payments = [] } = useCircuit(shops);
  const [trade, setTrade] = useState("");
  const others = shops.filter((shop) => isVerified(shop) && !isSameAddress(shop.address, own.address));
  const ranked = rankSuppliers(byDistance(others, own.commune, places), circuitOf(payments, own.address));
  const category = CATEGORIES.find(({ key }) => key === trade)?.code;
  const found = ranked.filter(({ shop }) => category === undefined || shop.category === category);
  return (
    <div className="space-y-6">
      <IdleTill account={own.address} suppliers={ranked} />
      <div className="max-w-sm">
        <SelectField label={t("merchants:filters.trade")} value={trade} onChange={setTrade}>
          <option value="">{t("merchants:filters.everyTrade")}</option>
          {tradesOf(others, language).map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
      <p role="status" className="font-semibold">
        {t("merchants:count", { count: found.length })}
      </p>
      <ul className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
        {found.map((supplier) => (
          <li key={supplier.shop.address} className="flex flex-col">
            <div className="flex-1">
              <ShopCard shop={supplier.shop} {...(supplier.km !== undefined && { km: supplier.km })} />
            </div>
            <PartOfCircuit {...supplier} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Where a shop can spend what it took in: first those whose spending comes back to the circuit, then the nearest. */
export default function SuppliersPage() {
  const { t } = useTranslation("shops");
  const { status, own, data, error, refetch } = useOwnShop();
  const isConnected = status === "connected";
  return (
    <Page title={t("suppliers.title")} lead={t("suppliers.lead")}>
      {!isConnected && <ConnectFirst text={t("suppliers.connect")} />}
      {isConnected && error && !data && (
        <ErrorState title={t("suppliers.problem")} error={error} onRetry={() => void refetch()} />
      )}
      {isConnected && !error && !data && <SkeletonRows rows={6} />}
      {isConnected && data && own && <Suppliers shops={data} own={own} />}
      {isConnected && data && !own && <EmptyState text={t("suppliers.notShop")} />}
    </Page>
  );
}
