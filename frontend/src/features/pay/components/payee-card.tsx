// SPDX-License-Identifier: EUPL-1.2
import { CircleUserRound, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { AddressGroups } from "../../../components/address-groups.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import type { Address } from "../../../lib/runtime-config.ts";
import { shortAddress } from "../../../lib/short-address.ts";
import { ShopSign } from "../../merchants/components/shop-sign.tsx";
import { VerifiedMark } from "../../merchants/components/verified-mark.tsx";
import { categoryName, isVerified } from "../../merchants/shop.ts";
import { usePayee } from "../api/use-payee.ts";

function Warning({ text }: { text: string }) {
  return (
    <p className="flex items-start gap-3 border-t border-hairline pt-4">
      <TriangleAlert size={22} strokeWidth={1.75} aria-hidden="true" className="mt-0.5 shrink-0 text-bad" />
      {text}
    </p>
  );
}

/**
 * Who is paid: the shop's sign first, then its registered name, its town and whether the region approved it. An address
 * nobody knows is shown whole, with a warning.
 */
export function PayeeCard({ address, onChange }: { address: Address; onChange?: () => void }) {
  const { t } = useTranslation(["pay", "payment"]);
  const language = useLanguage();
  const { shop, name, kind, isKnown, isPending, twin } = usePayee(address);
  if (isPending) return <div className="skeleton h-28" />;
  const record = shop?.record;
  return (
    <section className="space-y-4 rounded-card border border-hairline bg-surface p-5">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {shop ? (
          <ShopSign category={shop.category} isLarge />
        ) : (
          <CircleUserRound size={48} strokeWidth={1.25} aria-hidden="true" className="shrink-0 text-ink-soft" />
        )}
        <div className="min-w-0 flex-1 basis-40">
          <h2 className="text-lead font-bold">{isKnown ? name : t("payee.unknown")}</h2>
          {record && record.legalName !== record.name && (
            <p className="text-caption text-ink-soft">{t("payment:payee.legalName", { name: record.legalName })}</p>
          )}
          {shop && record && (
            <p className="text-ink-soft">
              {categoryName(shop.category, language)} · {record.town}
            </p>
          )}
          {kind === "contact" && (
            <p className="text-caption text-ink-soft">
              {t("payment:payee.contact", { address: shortAddress(address) })}
            </p>
          )}
          {kind === "person" && <p className="text-ink-soft">{t("payee.person")}</p>}
          {shop && isVerified(shop) && <VerifiedMark />}
        </div>
        {onChange && (
          <button
            type="button"
            onClick={onChange}
            className="-mx-3 min-h-11 shrink-0 rounded-pill px-3 font-semibold text-accent underline underline-offset-4 hover:bg-accent-wash"
          >
            {t("payee.change")}
          </button>
        )}
      </div>
      {!isKnown && <AddressGroups address={address} />}
      {twin && <Warning text={t("payment:payee.lookAlike", { name: twin.name })} />}
      {!isKnown && <Warning text={t("payee.unknownText")} />}
    </section>
  );
}
