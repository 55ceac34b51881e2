// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { paymentKey, type RequestState } from "../judge-payments.ts";
import type { TillRequest } from "../till-request.ts";
import { usePaymentWords } from "../use-payment-words.ts";
import type { TillState } from "../use-till.ts";
import { TillAmount } from "./till-amount.tsx";

const SHOWN_SECONDS = 6;
const BUTTON = "min-h-14 rounded-pill border-2 border-page px-6 text-lead font-bold";

/** Seconds until the keypad comes back; undefined while what is shown has to stay. */
function useCountdown(mayEnd: boolean, onEnd: () => void): number | undefined {
  const [left, setLeft] = useState(SHOWN_SECONDS);
  const end = useRef(onEnd);
  useEffect(() => {
    end.current = onEnd;
  });
  useEffect(() => {
    if (!mayEnd) return;
    if (left === 0) return end.current();
    const timer = setTimeout(() => setLeft(left - 1), 1_000);
    return () => clearTimeout(timer);
  }, [left, mayEnd]);
  return mayEnd ? left : undefined;
}

type Props = { till: TillState; current: { request: TillRequest; state: RequestState } };

/** Paid: green, a tick, the word, who and when. It goes by itself, unless something has to be looked at. */
export function PaidScreen({ till, current: { request, state } }: Props) {
  const { t } = useTranslation("till");
  const words = usePaymentWords();
  const doubles = state.payments.filter(({ verdict }) => verdict === "double");
  const over = state.received - request.cents;
  const [isKept, setIsKept] = useState(false);
  const left = useCountdown(!isKept && over === 0n && doubles.length === 0, till.close);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const payments = state.payments.filter(
    ({ verdict }) => verdict === "exact" || verdict === "over" || verdict === "part",
  );
  return (
    <div className="flex flex-1 flex-col items-center justify-center gap-4 bg-ok px-4 py-6 text-center text-page">
      <svg viewBox="0 0 64 64" className="size-[min(32vmin,14rem)]" aria-hidden="true">
        <circle cx="32" cy="32" r="30" fill="none" stroke="currentColor" strokeWidth="3" />
        <path
          d="M18 33l10 10 19-22"
          fill="none"
          stroke="currentColor"
          strokeWidth="6"
          strokeLinecap="round"
          strokeLinejoin="round"
          pathLength="1"
          strokeDasharray="1"
          className="animate-[draw_400ms_ease-out_backwards]"
        />
      </svg>
      <div role="alert" className="space-y-1">
        <h2 ref={heading} tabIndex={-1} className="text-amount font-bold outline-none">
          {t("paid.title")}
        </h2>
        <TillAmount cents={state.received} />
        {payments.map((each) => (
          <p key={paymentKey(each.payment)} className="text-title">
            {t("paid.by", words.payment(each.payment))}
          </p>
        ))}
        {request.label !== undefined && <p className="text-lead">{request.label}</p>}
        {over > 0n && (
          <p className="text-title font-bold">
            {t("paid.over", { received: words.amount(state.received), over: words.amount(over) })}
          </p>
        )}
        {doubles.map((each) => (
          <p key={paymentKey(each.payment)} className="text-title font-bold">
            {t("paid.double", words.payment(each.payment))}
          </p>
        ))}
      </div>
      <div className="flex flex-wrap justify-center gap-3">
        <button type="button" className={`${BUTTON} bg-page text-ok`} onClick={till.close}>
          {t("paid.next")}
        </button>
        {left !== undefined && (
          <button type="button" className={BUTTON} onClick={() => setIsKept(true)}>
            {t("paid.stay")}
          </button>
        )}
      </div>
      {left !== undefined && <p className="tabular">{t("paid.back", { count: left })}</p>}
    </div>
  );
}
