// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { Card } from "../../../components/card.tsx";
import { Landscape } from "../../../components/illustrations/landscape.tsx";
import { Page } from "../../../components/page.tsx";
import { ConnectChoices } from "../../accounts/components/connect-choices.tsx";
import { NearbyShops } from "./nearby-shops.tsx";
import { Points } from "./points.tsx";
import { MeltingExample } from "./melting-example.tsx";

/** What people see who have not connected: what this is, the way in, and what "melting" means, with an example. */
export function Welcome() {
  const { t } = useTranslation("home");
  return (
    <Page title={t("title")} isTitleHidden>
      <div className="grid grid-cols-1 items-end gap-8 pb-10 xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] xl:gap-12">
        <div className="space-y-6">
          <div className="space-y-4">
            <p className="text-display font-bold tracking-tight text-balance md:text-amount">{t("welcome.title")}</p>
            <p className="max-w-column text-lead text-ink-soft">{t("welcome.lead")}</p>
          </div>
          <ConnectChoices />
        </div>
        <Landscape className="w-full text-ink-soft" />
      </div>
      <Points />
      <div className="grid grid-cols-1 gap-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Card title={t("welcome.exampleTitle")}>
          <MeltingExample />
        </Card>
        <NearbyShops />
      </div>
    </Page>
  );
}
