// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { TransactionFlow } from "../../../components/transaction/transaction-flow.tsx";
import type { TransactionState } from "../../../lib/transaction-state.ts";
import { useIdentity } from "../../accounts/api/use-identity.ts";

type Props = {
  state: TransactionState;
  /** What happens, as a sentence. */
  action: string;
  onReset: () => void;
  /** What is asked before anything is sent. */
  children: ReactNode;
};

/** A step of a run: the question, then where its answer stands on the chain. A refusal in the wallet brings the question back. */
export function Sending({ state, action, onReset, children }: Props) {
  const { t } = useTranslation(["runs", "transaction"]);
  const identity = useIdentity();
  if (state.step === "idle" || state.step === "refused") {
    return (
      <>
        {state.step === "refused" && (
          <p role="alert" className="font-semibold">
            {t("transaction:problems.refused")}
          </p>
        )}
        {children}
      </>
    );
  }
  return (
    <TransactionFlow
      state={state}
      action={action}
      isSilentWallet={identity.status === "connected" && identity.kind === "demo"}
      onRetry={onReset}
      onClose={onReset}
    >
      <p role="status" className="font-semibold text-ok">
        {t("written")}
      </p>
    </TransactionFlow>
  );
}
