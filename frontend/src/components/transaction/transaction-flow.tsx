// SPDX-License-Identifier: EUPL-1.2
import { Check, CircleAlert, CircleDashed, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { TransactionState } from "../../lib/transaction-state.ts";
import { useProblemSentence } from "../../lib/use-problem-sentence.ts";
import { Button } from "../button.tsx";
import { useElapsedSeconds } from "./use-elapsed-seconds.ts";

/**
 * Who signs and pays the fee: the person with their wallet; the relay, for what was signed without it; or, of an
 * authorisation, the wallet signs and the relay pays.
 */
const STEPS = {
  wallet: ["checking", "signing", "sent"],
  relay: ["checking", "relayed", "sent"],
  authorisation: ["checking", "signing", "relayed", "sent"],
} as const;

type Way = keyof typeof STEPS;

type Props = {
  state: TransactionState;
  /** What happens, as a sentence: "Vous payez 12,50 à La Fournée". */
  action: string;
  /** The wallet has no window of its own: a demonstration identity signs by itself. */
  isSilentWallet?: boolean;
  way?: Way;
  /** What else can be done when it did not go through. */
  otherWays?: ReactNode;
  onRetry: () => void;
  onClose: () => void;
  /** What is shown once it is written: a receipt. */
  children: ReactNode;
};

type StepsProps = { step: (typeof STEPS)[Way][number]; way: Way; action: string; isSilentWallet: boolean };

function Steps({ step, way, action, isSilentWallet }: StepsProps) {
  const { t } = useTranslation("transaction");
  const seconds = useElapsedSeconds();
  const current = STEPS[way].findIndex((name) => name === step);
  const hint = step === "signing" && isSilentWallet ? "signingDemo" : step;
  return (
    <div className="space-y-5">
      <p className="text-lead">{action}</p>
      <ol className="space-y-1">
        {STEPS[way].map((name, index) => {
          const isDone = index < current;
          const isNow = index === current;
          const Icon: LucideIcon = isDone ? Check : CircleDashed;
          return (
            <li
              key={name}
              {...(isNow && { "aria-current": "step" })}
              className={`flex min-h-11 items-center gap-3 ${isNow ? "font-semibold" : "text-ink-soft"}`}
            >
              <Icon
                size={22}
                strokeWidth={1.75}
                aria-hidden="true"
                className={isDone ? "text-ok" : isNow ? "animate-spin text-accent [animation-duration:3s]" : ""}
              />
              {t(`steps.${name}`)}
            </li>
          );
        })}
      </ol>
      <p role="status" className="rounded-card bg-stone px-4 py-3">
        {t(`hints.${hint}`)}
      </p>
      {(step === "sent" || step === "relayed") && (
        <p className="tabular text-caption text-ink-soft">{t("elapsed", { count: seconds })}</p>
      )}
    </div>
  );
}

/** Draws where a payment (or any other change) stands, the same way everywhere. */
export function TransactionFlow(props: Props) {
  const { state, action, isSilentWallet = false, way = "wallet", otherWays, onRetry, onClose, children } = props;
  const { t } = useTranslation(["transaction", "common"]);
  const sentence = useProblemSentence();
  switch (state.step) {
    case "checking":
    case "signing":
    case "relayed":
    case "sent":
      return <Steps step={state.step} way={way} action={action} isSilentWallet={isSilentWallet} />;
    case "confirmed":
      return children;
    case "failed":
    case "replaced":
    case "expired": {
      const text = state.step === "failed" ? sentence(state.problem) : t(`outcomes.${state.step}.text`);
      return (
        <div role="alert" className="space-y-4">
          <p className="flex items-start gap-3 text-lead font-bold">
            <CircleAlert size={26} strokeWidth={1.75} aria-hidden="true" className="mt-0.5 shrink-0 text-bad" />
            {t(`outcomes.${state.step}.title`)}
          </p>
          <p>{text}</p>
          <div className="flex flex-wrap gap-3">
            {state.step === "failed" && <Button onClick={onRetry}>{t("common:actions.retry")}</Button>}
            <Button kind="secondary" onClick={onClose}>
              {t("common:actions.close")}
            </Button>
          </div>
          {otherWays}
        </div>
      );
    }
    case "idle":
    case "refused":
      return null;
  }
}
