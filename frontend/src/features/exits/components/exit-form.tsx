// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import { exitFee } from "@monnaie-commune/sdk/exits/request";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { Field } from "../../../components/field.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import type { Address } from "../../../lib/runtime-config.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { useHolding } from "../../balance/api/use-holding.ts";
import type { ExitTerms } from "../api/use-exit-terms.ts";
import { exitAmount, type ExitAmount } from "../exit-amount.ts";
import { Breakdown } from "./breakdown.tsx";
import { ExitSheet } from "./exit-sheet.tsx";

type Props = { shop: Address; terms: ExitTerms; isSilentWallet: boolean };

function useAmountSentence(left: bigint): (amount: ExitAmount) => string | undefined {
  const { t } = useTranslation(["exits", "pay"]);
  const language = useLanguage();
  const { symbol } = useRuntime();
  return (amount) => {
    if (amount.ok) return undefined;
    if (amount.problem === "allowance")
      return t("shop.problems.allowance", { left: formatAmount(left, language, symbol) });
    if (amount.problem === "insufficient") {
      return t("pay:amount.problems.insufficient", { missing: formatAmount(amount.missing, language, symbol) });
    }
    return t(`pay:amount.problems.${amount.problem}`);
  };
}

/** How much; fee and euros are shown as it is typed, before anything is signed. */
export function ExitForm({ shop, terms, isSilentWallet }: Props) {
  const { t } = useTranslation("exits");
  const language = useLanguage();
  const { symbol } = useRuntime();
  const { data: holding } = useHolding(shop);
  const [text, setText] = useState("");
  const [isTried, setIsTried] = useState(false);
  const [isConfirming, setIsConfirming] = useState(false);
  const sentence = useAmountSentence(terms.left);
  const amount = exitAmount(text, holding?.cents, terms.left);
  const clear = () => {
    setText("");
    setIsTried(false);
  };
  return (
    <form
      className="space-y-5"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setIsTried(true);
        if (amount.ok) setIsConfirming(true);
      }}
    >
      <Field
        label={t("shop.amount")}
        hint={holding && t("shop.amountHint", { held: formatAmount(holding.cents, language, symbol) })}
        value={text}
        onChange={setText}
        inputMode="decimal"
        suffix={symbol}
        inputClass="tabular text-title font-bold tracking-tight"
        error={isTried ? sentence(amount) : undefined}
      />
      {amount.ok && <Breakdown amount={amount.cents} fee={exitFee(amount.cents, terms.feeBps)} />}
      <Button type="submit" className="w-full sm:w-auto">
        {t("shop.submit")}
      </Button>
      {isConfirming && amount.ok && holding && (
        <ExitSheet
          shop={shop}
          cents={amount.cents}
          held={holding.cents}
          feeBps={terms.feeBps}
          isSilentWallet={isSilentWallet}
          onClose={() => setIsConfirming(false)}
          onDone={clear}
        />
      )}
    </form>
  );
}
