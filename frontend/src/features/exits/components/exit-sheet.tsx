// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import { exitFee } from "@monnaie-commune/sdk/exits/request";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Amount } from "../../../components/amount.tsx";
import { Button } from "../../../components/button.tsx";
import { Sheet } from "../../../components/sheet.tsx";
import { TransactionFlow } from "../../../components/transaction/transaction-flow.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import type { Address } from "../../../lib/runtime-config.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { useNetwork } from "../../accounts/api/use-network.ts";
import { useAskExit } from "../api/use-ask-exit.ts";
import { Breakdown, EURO } from "./breakdown.tsx";

type Props = {
  shop: Address;
  /** Cents asked for, and held before. */
  cents: bigint;
  held: bigint;
  feeBps: number;
  isSilentWallet: boolean;
  onClose: () => void;
  onDone: () => void;
};

/** Check fee and euros, sign, follow: one sheet from the question to the request that waits. */
export function ExitSheet({ shop, cents, held, feeBps, isSilentWallet, onClose, onDone }: Props) {
  const { t } = useTranslation(["exits", "notices"]);
  const language = useLanguage();
  const { symbol } = useRuntime();
  const { state, way, ask, askByWallet, reset } = useAskExit(shop);
  const { isWrong, switchToRegion, isPending } = useNetwork();
  // What was checked stays on the sheet, though the balance moves once it is set aside.
  const [before] = useState(held);
  const fee = exitFee(cents, feeBps);
  const words = {
    amount: formatAmount(cents, language, symbol),
    net: formatAmount(cents - fee, language, EURO),
  };
  const isAsking = state.step === "idle" || state.step === "refused";
  const isDone = state.step === "confirmed";
  const close = () => {
    // While the wallet asks, closing would only hide the question.
    if (state.step === "checking" || state.step === "signing") return;
    if (isDone || state.step === "sent" || state.step === "relayed") onDone();
    onClose();
  };
  return (
    <Sheet
      title={isDone ? t("shop.doneTitle") : isAsking ? t("shop.confirmTitle") : t("shop.title")}
      isOpen
      onClose={close}
    >
      {isAsking ? (
        <div className="space-y-5">
          <p className="text-center">
            <Amount cents={cents} symbol={symbol} size="title" />
          </p>
          <Breakdown amount={cents} fee={fee} left={before - cents} />
          {!isSilentWallet && (
            <p className="rounded-card bg-stone px-4 py-3">
              <strong className="tabular">{t("shop.walletShows", { number: cents.toString() })}</strong>
              <span className="block text-caption text-ink-soft">{t("shop.walletShowsHint")}</span>
            </p>
          )}
          <p role="status" className={state.step === "refused" ? "font-semibold" : "sr-only"}>
            {state.step === "refused" && t("shop.refused")}
          </p>
          <div className="flex flex-col gap-3">
            {isWrong ? (
              <Button onClick={() => void switchToRegion()} isPending={isPending}>
                {t("notices:switchNetwork")}
              </Button>
            ) : (
              <Button onClick={() => void ask(cents, feeBps)}>{t("shop.confirm")}</Button>
            )}
            <Button kind="secondary" onClick={onClose}>
              {t("shop.edit")}
            </Button>
          </div>
        </div>
      ) : (
        <TransactionFlow
          state={state}
          action={t("shop.action", words)}
          isSilentWallet={isSilentWallet}
          way={way}
          onRetry={reset}
          onClose={close}
          otherWays={
            way === "authorisation" && (
              <div className="space-y-1">
                <Button kind="secondary" onClick={() => void askByWallet(cents, feeBps)}>
                  {t("shop.sendMyself")}
                </Button>
                <p className="text-caption text-ink-soft">{t("shop.sendMyselfHint")}</p>
              </div>
            )
          }
        >
          <div className="space-y-5">
            <p role="status">{t("shop.done", words)}</p>
            <Button onClick={close}>{t("shop.again")}</Button>
          </div>
        </TransactionFlow>
      )}
    </Sheet>
  );
}
