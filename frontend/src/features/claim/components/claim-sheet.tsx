// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import type { FoundClaim } from "@monnaie-commune/sdk/claims/file";
import { useTranslation } from "react-i18next";
import { Sheet } from "../../../components/sheet.tsx";
import { TransactionFlow } from "../../../components/transaction/transaction-flow.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import type { Address } from "../../../lib/runtime-config.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { useAccountNames } from "../../accounts/api/use-account-names.ts";
import { useIdentity } from "../../accounts/api/use-identity.ts";
import type { useSendClaim } from "../api/use-send-claim.ts";
import { ClaimReceipt } from "./claim-receipt.tsx";
import { OtherWays } from "./other-ways.tsx";

type Props = {
  sending: ReturnType<typeof useSendClaim>;
  claim: FoundClaim;
  payee: Address;
  onRetry: () => void;
  onClose: () => void;
};

/** Follows a claim from the press of the button to the receipt. */
export function ClaimSheet({ sending, claim, payee, onRetry, onClose }: Props) {
  const { t } = useTranslation("claim");
  const language = useLanguage();
  const { symbol } = useRuntime();
  const { name } = useAccountNames()(payee);
  const identity = useIdentity();
  const { state, way } = sending;
  const amount = formatAmount(claim.amount, language, symbol);
  const isSilentWallet = identity.status === "connected" && identity.kind === "demo";
  // While the wallet asks, closing would only hide the question.
  const canClose = state.step !== "checking" && state.step !== "signing";
  const others = <OtherWays sending={sending} payee={payee} />;
  return (
    <Sheet
      title={state.step === "confirmed" ? t("success.title") : t("title")}
      isOpen
      onClose={() => canClose && onClose()}
    >
      {state.step === "refused" ? (
        <div className="space-y-4">
          <p role="status" className="font-semibold">
            {t("ways.refused")}
          </p>
          {others}
        </div>
      ) : (
        <TransactionFlow
          state={state}
          way={way}
          action={t("action", { amount, name })}
          isSilentWallet={isSilentWallet}
          onRetry={onRetry}
          onClose={onClose}
          otherWays={state.step === "failed" && others}
        >
          {state.step === "confirmed" && (
            <ClaimReceipt name={name} cents={claim.amount} at={state.at} hash={state.hash} />
          )}
        </TransactionFlow>
      )}
    </Sheet>
  );
}
