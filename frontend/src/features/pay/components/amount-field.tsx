// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import { useTranslation } from "react-i18next";
import { Field } from "../../../components/field.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";

type Props = {
  text: string;
  /** A shop has set it. */
  isFixed: boolean;
  /** What the payer has, and what can be sent now, in cents. */
  holding: bigint | undefined;
  available: bigint | undefined;
  error: string | undefined;
  onChange: (text: string) => void;
};

/** How much, what one has, and everything at one press. */
export function AmountField({ text, isFixed, holding, available, error, onChange }: Props) {
  const { t } = useTranslation(["pay", "payment"]);
  const language = useLanguage();
  const { symbol } = useRuntime();
  const keptBack = (holding ?? 0n) - (available ?? 0n);
  const isEverything = available !== undefined && text === formatAmount(available, language);
  return (
    <div className="space-y-3">
      <Field
        label={t("amount.label")}
        hint={isFixed ? t("payment:form.fixed") : t("amount.hint")}
        value={text}
        onChange={onChange}
        readOnly={isFixed}
        inputMode="decimal"
        suffix={symbol}
        inputClass="tabular text-display font-bold tracking-tight"
        error={error}
      />
      {holding !== undefined && available !== undefined && (
        <p className="flex flex-wrap items-center gap-x-4 text-ink-soft">
          {t("amount.available", { amount: formatAmount(holding, language, symbol) })}
          {!isFixed && available > 0n && (
            <button
              type="button"
              onClick={() => onChange(formatAmount(available, language))}
              className="-mx-3 min-h-11 rounded-pill px-3 font-semibold text-accent underline underline-offset-4 hover:bg-accent-wash"
            >
              {t("payment:form.all")}
            </button>
          )}
        </p>
      )}
      <p role="status" className={isEverything && keptBack > 0n ? "rounded-card bg-stone px-4 py-3" : "sr-only"}>
        {isEverything &&
          keptBack > 0n &&
          t("payment:form.keptBack", { amount: formatAmount(keptBack, language, symbol) })}
      </p>
    </div>
  );
}
