// SPDX-License-Identifier: EUPL-1.2
import type { Figures } from "@monnaie-commune/sdk/ledger/figures/figures";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../i18n/use-language.ts";
import { formatPercent } from "../../../lib/format-percent.ts";
import { COLOURS } from "../colours.ts";
import { shareBps } from "../scale.ts";
import { useFormats } from "../use-formats.ts";
import { FigureCard } from "./figure-card.tsx";
import { PartsBar, roundedShare } from "./parts-bar.tsx";

const PLACES = [
  { key: "person", colour: COLOURS.main },
  { key: "shop", colour: COLOURS.strong },
  { key: "commons", colour: COLOURS.fonte },
  { key: "claims", colour: COLOURS.light },
  { key: "exits", colour: COLOURS.quiet },
] as const;

const BAND_COLOURS = [COLOURS.main, COLOURS.light, COLOURS.pale, COLOURS.quiet];

/** Whose accounts the money is in. */
export function MoneyCard({ figures: { stocks } }: { figures: Figures }) {
  const { t } = useTranslation("figures");
  const language = useLanguage();
  const { amount } = useFormats();
  const total = Object.values(stocks).reduce((sum, cents) => sum + cents, 0n);
  const share = formatPercent(roundedShare(shareBps(stocks.person + stocks.shop, total)), language);
  const finding = total === 0n ? t("money.none") : t("money.finding", { amount: amount(total), share });
  return (
    <FigureCard title={t("money.title")} finding={finding} method={t("money.method")}>
      <PartsBar
        label={t("money.title")}
        total={total}
        parts={PLACES.map(({ key, colour }) => ({ key, colour, name: t(`money.places.${key}`), cents: stocks[key] }))}
      />
    </FigureCard>
  );
}

/** How long money has not moved. */
export function RestCard({ figures: { stocks, resting } }: { figures: Figures }) {
  const { t } = useTranslation("figures");
  const language = useLanguage();
  const total = stocks.person + stocks.shop;
  const awake = resting[0]?.held;
  const share = awake && formatPercent(roundedShare(shareBps(awake.cents, total)), language);
  return (
    <FigureCard
      title={t("rest.title")}
      {...(share !== undefined && total > 0n && { finding: t("rest.finding", { share }) })}
      method={t("rest.method")}
    >
      <PartsBar
        label={t("rest.title")}
        total={total}
        parts={resting.map(({ fromDays, held }, index) => ({
          key: String(fromDays),
          name: t(`rest.bands.${fromDays}`),
          colour: BAND_COLOURS[index] ?? COLOURS.quiet,
          cents: held?.cents,
        }))}
      />
    </FigureCard>
  );
}

/** Where shops' money goes, and how often it was paid before it left. */
export function ShopsCard({ figures: { year } }: { figures: Figures }) {
  const { t } = useTranslation("figures");
  const language = useLanguage();
  const { number } = useFormats();
  const { shops, people, euros } = year.shopsPaid;
  const total = shops + people + euros;
  const share = formatPercent(roundedShare(shareBps(shops, total)), language);
  const { payments } = year.hands;
  const finding = total === 0n ? t("shops.none") : t("shops.finding", { share });
  const hands = payments === undefined ? "" : ` ${t("shops.hands", { times: number(payments, 1) })}`;
  return (
    <FigureCard title={t("shops.title")} finding={finding + hands} method={t("shops.method")}>
      <PartsBar
        label={t("shops.title")}
        total={total}
        parts={[
          { key: "shops", name: t("shops.parts.shops"), colour: COLOURS.strong, cents: shops },
          { key: "people", name: t("shops.parts.people"), colour: COLOURS.light, cents: people },
          { key: "euros", name: t("shops.parts.euros"), colour: COLOURS.quiet, cents: euros },
        ]}
      />
    </FigureCard>
  );
}
