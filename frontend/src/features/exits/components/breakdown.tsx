// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { Amount } from "../../../components/amount.tsx";
import { useRuntime } from "../../../lib/runtime-context.ts";

export const EURO = "€";

/** What becomes of an amount: the fee, the euros, what is left. Cents. */
export function Breakdown({ amount, fee, left }: { amount: bigint; fee: bigint; left?: bigint }) {
  const { t } = useTranslation("exits");
  const { symbol } = useRuntime();
  return (
    <dl className="divide-y divide-hairline">
      <div className="flex justify-between gap-4 py-2.5">
        <dt className="text-ink-soft">{t("shop.fee")}</dt>
        <dd>
          <Amount cents={fee} symbol={symbol} />
        </dd>
      </div>
      <div className="flex justify-between gap-4 py-2.5">
        <dt className="text-ink-soft">{t("shop.net")}</dt>
        <dd>
          <Amount cents={amount - fee} symbol={EURO} size="row" />
        </dd>
      </div>
      {left !== undefined && (
        <div className="flex justify-between gap-4 py-2.5">
          <dt className="text-ink-soft">{t("shop.after")}</dt>
          <dd>
            <Amount cents={left} symbol={symbol} />
          </dd>
        </div>
      )}
    </dl>
  );
}
