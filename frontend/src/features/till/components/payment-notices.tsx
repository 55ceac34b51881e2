// SPDX-License-Identifier: EUPL-1.2
import { TriangleAlert, WifiOff } from "lucide-react";
import { useTranslation } from "react-i18next";
import { paymentKey, type JudgedPayment } from "../judge-payments.ts";
import { usePaymentWords } from "../use-payment-words.ts";
import type { TillState } from "../use-till.ts";

/** What is out of the ordinary about a payment, in a sentence. */
function useNotice() {
  const { t } = useTranslation("till");
  const words = usePaymentWords();
  return ({ payment, verdict, request }: JudgedPayment): string => {
    const args = words.payment(payment);
    const asked = words.amount(request?.cents ?? 0n);
    const askedAt = words.time(request?.asked ?? payment.at);
    switch (verdict) {
      case "late":
        return t(request?.cancelledBlock === undefined ? "notices.late" : "notices.lateCancelled", {
          ...args,
          askedAt,
        });
      case "part":
      case "over":
        return t(`notices.${verdict}`, { ...args, asked });
      case "double":
      case "probable":
        return t(`notices.${verdict}`, args);
      case "exact":
      case "other":
        return t("latest.line", args);
    }
  };
}

/** Payments somebody has to look at, until they did; and a register that does not answer. */
export function PaymentNotices({ till }: { till: TillState }) {
  const { t } = useTranslation("till");
  const notice = useNotice();
  return (
    <div role="alert" aria-label={t("notices.title")} className="shrink-0 space-y-2 px-3 pt-2 empty:hidden">
      {till.isSilent && (
        <p className="mx-auto flex max-w-3xl items-start gap-3 rounded-card border-2 border-bad px-4 py-3 font-semibold">
          <WifiOff size={22} strokeWidth={1.75} aria-hidden="true" className="mt-0.5 shrink-0 text-bad" />
          {t("offline")}
        </p>
      )}
      {till.notices.map((each) => (
        <div
          key={paymentKey(each.payment)}
          className="mx-auto flex max-w-3xl items-start gap-3 rounded-card border-2 border-bad px-4 py-2"
        >
          <TriangleAlert size={22} strokeWidth={1.75} aria-hidden="true" className="mt-1.5 shrink-0 text-bad" />
          <p className="min-w-0 flex-1 py-1">
            <strong>{notice(each)}</strong> <span className="text-ink-soft">{t("notices.toDo")}</span>
          </p>
          <button
            type="button"
            onClick={() => till.see(each)}
            className="min-h-11 shrink-0 rounded-pill border border-line px-4 font-semibold hover:bg-stone"
          >
            {t("notices.seen")}
          </button>
        </div>
      ))}
    </div>
  );
}
