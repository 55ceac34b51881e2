// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { Amount } from "../../../components/amount.tsx";
import { paymentKey } from "../judge-payments.ts";
import { usePaymentWords } from "../use-payment-words.ts";
import type { TillState } from "../use-till.ts";

/** What came in last, whatever it was for. */
export function LatestPayments({ till }: { till: TillState }) {
  const { t } = useTranslation("till");
  const words = usePaymentWords();
  return (
    <section className="border-t border-hairline pt-2">
      <h2 className="text-caption font-semibold text-ink-soft">{t("latest.title")}</h2>
      {till.latest.length === 0 && <p className="py-2 text-caption text-ink-soft">{t("latest.none")}</p>}
      <ul>
        {till.latest.map((each) => (
          <li key={paymentKey(each.payment)} className="flex items-baseline justify-between gap-4 py-1">
            <span className="min-w-0">{t("latest.line", words.payment(each.payment))}</span>
            <Amount cents={each.payment.cents} />
          </li>
        ))}
      </ul>
    </section>
  );
}
