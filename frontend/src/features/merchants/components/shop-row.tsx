// SPDX-License-Identifier: EUPL-1.2
import { Link } from "@tanstack/react-router";
import { ChevronRight } from "lucide-react";
import { useLanguage } from "../../../i18n/use-language.ts";
import { categoryName, type Shop } from "../shop.ts";
import { ShopSign } from "./shop-sign.tsx";

/** A shop in a list: its sign, trade and town; leads to paying it. */
export function ShopRow({ shop }: { shop: Shop }) {
  const language = useLanguage();
  return (
    <Link
      to="/payer"
      search={{ a: shop.address }}
      className="-mx-3 flex min-h-16 items-center gap-4 rounded-card px-3 py-2.5 text-ink no-underline hover:bg-stone"
    >
      <ShopSign category={shop.category} />
      <span className="min-w-0 flex-1">
        <span className="block font-semibold">{shop.record?.name}</span>
        <span className="block text-caption text-ink-soft">
          {categoryName(shop.category, language)} · {shop.record?.town}
        </span>
      </span>
      <ChevronRight size={20} strokeWidth={1.75} aria-hidden="true" className="shrink-0 text-ink-soft" />
    </Link>
  );
}
