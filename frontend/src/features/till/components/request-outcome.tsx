// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef, type ComponentProps, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { receiptNumber } from "../../../lib/short-address.ts";
import type { RequestState } from "../judge-payments.ts";
import type { TillRequest } from "../till-request.ts";
import { usePaymentWords } from "../use-payment-words.ts";
import type { TillState } from "../use-till.ts";

type ButtonProps = Omit<ComponentProps<"button">, "type" | "className"> & { isMain?: boolean };

/** A button of the till: large, and stark as all of it. */
export function TillButton({ isMain = false, ...rest }: ButtonProps) {
  const look = isMain ? "bg-ink text-page" : "border-2 border-ink bg-page text-ink hover:bg-stone";
  return <button {...rest} type="button" className={`min-h-14 rounded-pill px-6 text-lead font-bold ${look}`} />;
}

function Outcome({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="space-y-4 rounded-card border-2 border-ink p-5">
      <div role="alert" className="space-y-2">
        <h3 ref={heading} tabIndex={-1} className="text-display font-bold outline-none">
          {title}
        </h3>
        <p className="text-lead">{text}</p>
      </div>
      <div className="flex flex-col gap-3">{children}</div>
    </div>
  );
}

type Props = { till: TillState; request: TillRequest; state: RequestState };

/** A request that was neither paid as asked nor still waits, and what the shop can do. */
export function RequestOutcome({ till, request, state }: Props) {
  const { t } = useTranslation("till");
  const words = usePaymentWords();
  const missing = words.amount(request.cents - state.received);
  const first = state.payments.find(({ verdict }) => verdict === "probable")?.payment;
  if (state.step === "probable" && first) {
    const receipt = receiptNumber(first.tx);
    return (
      <Outcome title={t("probable.title")} text={t("probable.text", { ...words.payment(first), receipt })}>
        <TillButton isMain onClick={till.close}>
          {t("probable.accept")}
        </TillButton>
        <TillButton onClick={till.refuseProbable}>{t("probable.wait")}</TillButton>
      </Outcome>
    );
  }
  if (state.step === "partial") {
    const args = { received: words.amount(state.received), asked: words.amount(request.cents), missing };
    return (
      <Outcome title={t("partial.title")} text={t("partial.text", args)}>
        <TillButton isMain onClick={() => till.askRest(request.cents - state.received)}>
          {t("partial.rest", { missing })}
        </TillButton>
        <TillButton onClick={till.close}>{t("partial.close")}</TillButton>
      </Outcome>
    );
  }
  return (
    <Outcome title={t("expired.title")} text={t("expired.text")}>
      <TillButton isMain onClick={till.again}>
        {t("expired.again", { amount: words.amount(request.cents) })}
      </TillButton>
      <TillButton onClick={till.close}>{t("waiting.cancel")}</TillButton>
    </Outcome>
  );
}
