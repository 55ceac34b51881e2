// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import { balanceOn } from "@monnaie-commune/sdk/demurrage";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { buttonClass } from "../../../components/button.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import type { Address } from "../../../lib/runtime-config.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { useHolding } from "../../balance/api/use-holding.ts";
import { useStatement } from "../../movements/api/use-statement.ts";
import type { Supplier } from "../circuit.ts";
import { idleCents } from "../idle.ts";
import { ShopRow } from "./shop-row.tsx";

const IDLE_DAYS = 30;
/** Less than this is change in the till. */
const WORTH_A_WORD_CENTS = 50_00n;
const DAYS_PER_YEAR = 365;
const WORTH_BITS = 48n;
const SUGGESTED = 3;

/** A till that keeps money for long: what will have melted, and the ways to have it spent before. */
export function IdleTill({ account, suppliers }: { account: Address; suppliers: readonly Supplier[] }) {
  const { t } = useTranslation("shops");
  const language = useLanguage();
  const { symbol } = useRuntime();
  const { data: holding } = useHolding(account);
  const { data: statement } = useStatement(account);
  if (!holding || !statement) return null;
  const { today, rates, cents } = holding;
  const idle = idleCents(statement.lines, today - IDLE_DAYS, cents);
  if (idle < WORTH_A_WORD_CENTS) return null;
  const left = balanceOn(
    { ...holding.account, worth: idle << WORTH_BITS, settledDay: today },
    rates,
    today + DAYS_PER_YEAR,
  );
  const amount = (value: bigint) => formatAmount(value, language, symbol);
  return (
    <section aria-labelledby="idle-till" className="rounded-card bg-fonte-wash p-5 md:p-8">
      <h2 id="idle-till" className="text-lead font-bold">
        {t("idle.title", { amount: amount(idle), days: IDLE_DAYS })}
      </h2>
      <p className="mt-2 max-w-column">{t("idle.melting", { melted: amount(idle - left), left: amount(left) })}</p>
      {suppliers.length > 0 && (
        <>
          <h3 className="mt-4 font-bold">{t("idle.suppliers")}</h3>
          <ul>
            {suppliers.slice(0, SUGGESTED).map(({ shop }) => (
              <li key={shop.address}>
                <ShopRow shop={shop} />
              </li>
            ))}
          </ul>
        </>
      )}
      <Link to="/sortir" className={buttonClass("secondary", "mt-4")}>
        {t("idle.exit")}
      </Link>
    </section>
  );
}
