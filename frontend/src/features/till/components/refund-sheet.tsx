// SPDX-License-Identifier: EUPL-1.2
import { formatAmount, parseAmount } from "@monnaie-commune/sdk/amounts";
import { requestLink } from "@monnaie-commune/sdk/payments/request";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { buttonClass } from "../../../components/button.tsx";
import { Field } from "../../../components/field.tsx";
import { Sheet } from "../../../components/sheet.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { formatRecentUtcDay } from "../../../lib/format-date.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import type { Address } from "../../../lib/runtime-config.ts";
import { dayOf } from "@monnaie-commune/sdk/days";
import { receiptNumber } from "../../../lib/short-address.ts";
import type { DayLine } from "../shop-day.ts";
import { usePaymentWords } from "../use-payment-words.ts";

type Props = { line: DayLine; onClose: () => void };

/** A payment back that cites the one it gives back; the chain makes it once. Signed on the page that pays. */
export function RefundSheet({ line, onClose }: Props) {
  const { t } = useTranslation(["till", "pay"]);
  const language = useLanguage();
  const { symbol, chainId, deployment } = useRuntime();
  const words = usePaymentWords();
  const [text, setText] = useState(() => formatAmount(line.cents, language));
  const parsed = parseAmount(text);
  const isTooMuch = parsed.ok && parsed.cents > line.cents;
  const receipt = receiptNumber(line.tx);
  const label = t("till:refund.label", { day: formatRecentUtcDay(dayOf(line.at), language), receipt });
  const problem = isTooMuch
    ? t("till:refund.tooMuch", { amount: words.amount(line.cents) })
    : parsed.ok
      ? undefined
      : t(`pay:amount.problems.${parsed.problem}`);
  const link =
    parsed.ok && !isTooMuch && line.reference !== undefined
      ? requestLink(location.origin, {
          payee: line.other as Address,
          cents: parsed.cents,
          label,
          reference: line.reference,
          chainId,
          token: deployment.contracts.RegionalToken.address,
        })
      : undefined;
  return (
    <Sheet title={t("till:refund.title")} isOpen onClose={onClose}>
      <div className="space-y-5">
        <p>
          {t("till:refund.text", {
            amount: words.amount(line.cents),
            name: words.payer(line.other),
            time: words.time(line.at),
            receipt,
          })}
        </p>
        <Field
          label={t("till:refund.amount")}
          hint={t("till:refund.hint")}
          value={text}
          onChange={setText}
          inputMode="decimal"
          suffix={symbol}
          inputClass="tabular text-lead font-bold"
          error={problem}
        />
        {link !== undefined && (
          <Link
            to="/payer"
            search={Object.fromEntries(new URL(link).searchParams)}
            className={buttonClass("primary", "w-full")}
          >
            {t("till:refund.submit")}
          </Link>
        )}
      </div>
    </Sheet>
  );
}
