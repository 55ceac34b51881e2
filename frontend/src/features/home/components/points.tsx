// SPDX-License-Identifier: EUPL-1.2
import { Equal, ShieldCheck, Store } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useShops } from "../../merchants/api/use-shops.ts";
import { isVerified } from "../../merchants/shop.ts";

/** Three facts in a line each. */
export function Points() {
  const { t } = useTranslation("home");
  const { data } = useShops();
  const count = data?.filter(isVerified).length;
  const points = [
    { icon: Equal, text: t("welcome.points.par") },
    { icon: Store, text: count === undefined ? undefined : t("welcome.points.shops", { count }) },
    { icon: ShieldCheck, text: t("welcome.points.nobody") },
  ];
  return (
    <section aria-label={t("welcome.pointsTitle")} className="mb-6 rounded-card bg-stone px-5 py-4 md:px-8">
      <ul className="grid gap-x-8 gap-y-2 md:grid-cols-3">
        {points.map(({ icon: Icon, text }, index) => (
          <li key={index} className="flex min-h-11 items-center gap-3">
            <Icon size={22} strokeWidth={1.75} aria-hidden="true" className="shrink-0 text-accent" />
            {text ?? <span className="skeleton h-4 w-40 !bg-hairline" />}
          </li>
        ))}
      </ul>
    </section>
  );
}
