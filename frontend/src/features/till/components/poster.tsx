// SPDX-License-Identifier: EUPL-1.2
import { formatShortCode, shopCode } from "@monnaie-commune/sdk/payments/short-code";
import { useTranslation } from "react-i18next";
import { QrCode } from "../../../components/qr-code.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { shortAddress } from "../../../lib/short-address.ts";
import type { Shop } from "../../merchants/shop.ts";
import { shopLink } from "../shop-link.ts";
import { AmountPictogram, PaidPictogram, ScanPictogram } from "./pictograms.tsx";

/**
 * A shop's code with its sign, its town, how it works, and what to type instead. Black on white in every theme; all sizes
 * are shares of its width, so that it is the same on every sheet of the A series.
 */
export function Poster({ shop }: { shop: Shop }) {
  const { t } = useTranslation("till");
  const language = useLanguage();
  const { region } = useRuntime();
  const name = shop.record?.name ?? shortAddress(shop.address);
  const link = shopLink(location.origin, shop.address);
  const steps = [
    { Pictogram: ScanPictogram, text: t("poster.steps.scan") },
    { Pictogram: AmountPictogram, text: t("poster.steps.amount") },
    { Pictogram: PaidPictogram, text: t("poster.steps.paid") },
  ];
  return (
    <div className="@container bg-white text-center text-black">
      <p className="text-[5.6cqw] leading-tight font-semibold">
        {t("poster.heading", { currency: region.currency.name[language] })}
      </p>
      <p className="mt-[1.5cqw] text-[8cqw] leading-none font-bold tracking-tight text-balance">{name}</p>
      {shop.record && <p className="mt-[1.5cqw] text-[5cqw] leading-tight">{shop.record.town}</p>}
      <div className="mx-auto mt-[1cqw] w-[56cqw]">
        <QrCode text={link} label={t("poster.qr", { name })} />
      </div>
      <ol className="mt-[1cqw] grid grid-cols-3 gap-[3cqw]">
        {steps.map(({ Pictogram, text }, index) => (
          <li key={text} className="text-[3.8cqw] leading-tight">
            <Pictogram />
            <span className="mt-[1cqw] block">
              <strong>{index + 1}.</strong> {text}
            </span>
          </li>
        ))}
      </ol>
      <p className="mt-[4cqw] border-t-[0.4cqw] border-black pt-[2.5cqw] text-[3.8cqw] leading-tight">
        {t("poster.orType", { host: `${location.host}/payer` })}
        <span className="tabular mt-[1cqw] block text-[8cqw] leading-none font-bold tracking-wider">
          {formatShortCode(shopCode(shop.address))}
        </span>
      </p>
    </div>
  );
}
