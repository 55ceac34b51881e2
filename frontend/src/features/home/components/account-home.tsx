// SPDX-License-Identifier: EUPL-1.2
import { Link } from "@tanstack/react-router";
import { HandCoins, QrCode, ScanLine } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Amount } from "../../../components/amount.tsx";
import { buttonClass } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import { Page } from "../../../components/page.tsx";
import { ErrorState } from "../../../components/states.tsx";
import type { Address } from "../../../lib/runtime-config.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { useHolding } from "../../balance/api/use-holding.ts";
import { BalanceForecast } from "../../balance/components/balance-forecast.tsx";
import { LatestMovements } from "./latest-movements.tsx";
import { NearbyShops } from "./nearby-shops.tsx";
import { Office } from "./office.tsx";

function Actions() {
  const { t } = useTranslation("home");
  return (
    <div className="flex flex-wrap gap-3">
      <Link to="/scanner" className={buttonClass("primary", "max-sm:w-full")}>
        <ScanLine size={22} strokeWidth={1.75} aria-hidden="true" />
        {t("scan")}
      </Link>
      <Link to="/payer" className={buttonClass("secondary", "max-sm:flex-1")}>
        <HandCoins size={22} strokeWidth={1.75} aria-hidden="true" />
        {t("pay")}
      </Link>
      <Link to="/recevoir" className={buttonClass("secondary", "max-sm:flex-1")}>
        <QrCode size={22} strokeWidth={1.75} aria-hidden="true" />
        {t("receive")}
      </Link>
    </div>
  );
}

function BalanceCard({ address }: { address: Address }) {
  const { t } = useTranslation("home");
  const { symbol } = useRuntime();
  const { data: holding, error, refetch } = useHolding(address);
  if (error && !holding) {
    return <ErrorState title={t("balanceProblem")} error={error} onRetry={() => void refetch()} />;
  }
  return (
    <Card className="space-y-6">
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-5">
        <div>
          <h2 className="text-base font-semibold text-ink-soft">{t("balance")}</h2>
          <p className="mt-1 min-h-16 md:min-h-[5.5rem]">
            {holding ? (
              <Amount cents={holding.cents} symbol={symbol} size="hero" />
            ) : (
              <span className="skeleton block h-16 w-64 max-w-full" />
            )}
          </p>
        </div>
        <Actions />
      </div>
      {holding ? <BalanceForecast holding={holding} /> : <div className="skeleton h-80" />}
    </Card>
  );
}

/** The home of somebody with an account: what they have, what it becomes, what happened, where to spend. */
export function AccountHome({ address }: { address: Address }) {
  const { t } = useTranslation("home");
  return (
    <Page title={t("title")} isTitleHidden>
      <div className="grid grid-cols-1 gap-6 xl:grid-cols-2">
        <div className="empty:hidden xl:col-span-2">
          <Office />
        </div>
        <div className="xl:col-span-2">
          <BalanceCard address={address} />
        </div>
        <LatestMovements address={address} />
        <NearbyShops />
      </div>
    </Page>
  );
}
