// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { useRuntime } from "../../../lib/runtime-context.ts";
import type { Address } from "../../../lib/runtime-config.ts";
import { isSameAddress } from "../../../lib/short-address.ts";
import { ShopRow } from "../../merchants/components/shop-row.tsx";
import { pickShops } from "../../merchants/pick-shops.ts";
import type { Shop } from "../../merchants/shop.ts";
import { useStatement } from "../../movements/api/use-statement.ts";

const RECENT = 3;
const AROUND = 5;

function Shops({ title, shops }: { title: string; shops: readonly Shop[] }) {
  if (shops.length === 0) return null;
  return (
    <section>
      <h2 className="pt-4 pb-1 text-lead font-bold">{title}</h2>
      <ul className="divide-y divide-hairline">
        {shops.map((shop) => (
          <li key={shop.address} className="py-1">
            <ShopRow shop={shop} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Recent({ payer, shops }: { payer: Address; shops: readonly Shop[] }) {
  const { t } = useTranslation("pay");
  const { data } = useStatement(payer);
  // Only whom one has paid oneself: what arrives from strangers is no recommendation.
  const paid = data?.lines.flatMap((line) => (line.kind === "paid" ? [line.other] : [])).toReversed() ?? [];
  const known = [...new Set(paid)].flatMap(
    (account) => shops.find((shop) => isSameAddress(shop.address, account)) ?? [],
  );
  return <Shops title={t("search.recent")} shops={known.slice(0, RECENT)} />;
}

/** Before anything is typed: shops paid lately, and some of the neighbourhood. */
export function PayeeIdeas({ shops, payer }: { shops: readonly Shop[]; payer: Address | undefined }) {
  const { t } = useTranslation("pay");
  const { region } = useRuntime();
  const others = shops.filter((shop) => !isSameAddress(shop.address, payer));
  return (
    <>
      {payer && <Recent payer={payer} shops={others} />}
      <Shops title={t("search.ideas")} shops={pickShops(others, region.seat, AROUND)} />
    </>
  );
}
