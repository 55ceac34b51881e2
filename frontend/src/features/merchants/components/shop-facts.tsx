// SPDX-License-Identifier: EUPL-1.2
import type { MerchantRecord } from "@monnaie-commune/sdk/merchants";
import { ExternalLink } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../i18n/use-language.ts";
import { parseHours } from "../opening-hours.ts";
import { categoryName } from "../shop.ts";
import { OpenMark } from "./open-mark.tsx";
import { WeekTable } from "./week-table.tsx";

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="py-3">
      <dt className="text-caption text-ink-soft">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What the public record of a shop says, line by line. */
export function ShopFacts({ record }: { record: MerchantRecord }) {
  const { t } = useTranslation("shops");
  const language = useLanguage();
  const { legalName, category, street, postcode, town, hours, website } = record;
  const week = hours === undefined ? undefined : parseHours(hours);
  return (
    <dl className="divide-y divide-hairline">
      <Fact name={t("fields.legalName.label")}>{legalName}</Fact>
      <Fact name={t("fields.category.label")}>{categoryName(category, language)}</Fact>
      <Fact name={t("shop.address")}>
        {street && <span className="block">{street}</span>}
        {postcode} {town}
      </Fact>
      {hours && (
        <Fact name={t("fields.hours.label")}>
          <OpenMark hours={hours} />
          {week ? <WeekTable week={week} /> : hours}
        </Fact>
      )}
      {website && (
        <Fact name={t("fields.website.label")}>
          <a
            href={website}
            rel="noreferrer noopener"
            target="_blank"
            className="inline-flex min-h-11 items-center gap-2 break-all underline underline-offset-4"
          >
            {new URL(website).host}
            <ExternalLink size={18} strokeWidth={1.75} aria-hidden="true" className="shrink-0" />
            <span className="sr-only">{t("shop.newWindow")}</span>
          </a>
        </Fact>
      )}
    </dl>
  );
}
