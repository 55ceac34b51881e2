// SPDX-License-Identifier: EUPL-1.2
import { Link } from "@tanstack/react-router";
import { HandCoins } from "lucide-react";
import { useTranslation } from "react-i18next";
import { buttonClass } from "../../../components/button.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import type { FarShop } from "../directory.ts";
import { categoryName } from "../shop.ts";
import { OpenMark } from "./open-mark.tsx";
import { ShopSign } from "./shop-sign.tsx";
import { VerifiedMark } from "./verified-mark.tsx";

/** A shop one can pay: its sign, which leads to its page, where it is, when it is open, how far. */
export function ShopCard({ shop: { address, category, record }, km }: FarShop) {
  const { t } = useTranslation(["merchants", "shops"]);
  const language = useLanguage();
  if (!record) return null;
  const where = [record.street, `${record.postcode} ${record.town}`].filter(Boolean).join(", ");
  return (
    <article className="flex h-full flex-col gap-3 rounded-card border border-hairline bg-surface p-4 md:gap-4 md:p-5">
      <div className="flex items-start gap-4">
        <ShopSign category={category} />
        <div className="min-w-0 flex-1">
          <h2 className="text-lead leading-snug font-bold">
            <Link to="/commerce" search={{ a: address }} className="text-ink decoration-accent underline-offset-4">
              {record.name}
            </Link>
          </h2>
          <p className="text-ink-soft">
            {categoryName(category, language)} · {record.town}
            {km !== undefined && (
              <>
                {" · "}
                <span className="tabular whitespace-nowrap">
                  {km === 0 ? t("shops:sameTown") : t("shops:km", { km })}
                </span>
              </>
            )}
          </p>
          <VerifiedMark />
        </div>
      </div>
      <div className="flex-1 space-y-1 text-caption text-ink-soft">
        <p>{where}</p>
        {record.hours && <p>{record.hours}</p>}
        <OpenMark hours={record.hours} />
      </div>
      <Link
        to="/payer"
        search={{ a: address }}
        aria-label={t("payHereAt", { name: record.name })}
        className={buttonClass("secondary")}
      >
        <HandCoins size={20} strokeWidth={1.75} aria-hidden="true" />
        {t("payHere")}
      </Link>
    </article>
  );
}
