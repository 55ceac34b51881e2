// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import type { ClaimCode } from "@monnaie-commune/sdk/claims/code";
import type { FoundClaim } from "@monnaie-commune/sdk/claims/file";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import type { Address } from "../../../lib/runtime-config.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { isRunning } from "../../../lib/transaction-state.ts";
import { useIdentity } from "../../accounts/api/use-identity.ts";
import { ConnectChoices } from "../../accounts/components/connect-choices.tsx";
import { useWalletAccounts } from "../api/use-claimants.ts";
import { useSendClaim } from "../api/use-send-claim.ts";
import { AccountChoice } from "./account-choice.tsx";
import { ClaimSheet } from "./claim-sheet.tsx";
import { LetterCard } from "./letter-card.tsx";
import { OtherWays } from "./other-ways.tsx";

type Props = {
  code: ClaimCode;
  claim: FoundClaim;
  /** Last Unix second to claim; undefined when there is nothing more to get. */
  deadline: number | undefined;
  /** What stands in the place of the letter then. */
  children: ReactNode;
};

/** What the letter is worth, on which account it shall go, and the button. */
export function OpenLetter({ code, claim, deadline, children }: Props) {
  const { t } = useTranslation("claim");
  const language = useLanguage();
  const { symbol, relayUrl } = useRuntime();
  const identity = useIdentity();
  const accounts = useWalletAccounts();
  const [chosen, setChosen] = useState<Address>();
  const [paid, setPaid] = useState<Address>();
  const sending = useSendClaim(code, claim);

  const account = accounts.find((each) => each === chosen) ?? accounts[0];
  const amount = formatAmount(claim.amount, language, symbol);
  const send = (payee: Address) => {
    setPaid(payee);
    void sending.sendByRelay(payee);
  };

  return (
    <div className="max-w-column space-y-6">
      {deadline === undefined ? children : <LetterCard cents={claim.amount} deadline={deadline} />}
      {deadline !== undefined && identity.status === "connecting" && <div className="skeleton h-40" />}
      {deadline !== undefined && identity.status === "none" && (
        <Card title={t("account.title")} className="space-y-4">
          <p>{t("account.connect")}</p>
          <ConnectChoices />
        </Card>
      )}
      {deadline !== undefined && identity.status === "connected" && account && (
        <Card title={t("account.title")} className="space-y-5">
          <AccountChoice accounts={accounts} chosen={account} onChoose={setChosen} />
          <p className="rounded-card bg-stone px-4 py-3">{t("account.noSignature")}</p>
          {relayUrl === undefined ? (
            <p className="font-semibold">{t("ways.noRelay")}</p>
          ) : (
            <Button className="w-full" onClick={() => send(account)}>
              {t("submit", { amount })}
            </Button>
          )}
          {relayUrl === undefined && <OtherWays sending={sending} payee={account} onSend={() => setPaid(account)} />}
        </Card>
      )}
      {paid && (
        <ClaimSheet
          sending={sending}
          claim={claim}
          payee={paid}
          onClose={() => {
            setPaid(undefined);
            // What is under way goes on, and is there again when the sheet is opened again.
            if (!isRunning(sending.state)) sending.reset();
          }}
          onRetry={() => send(paid)}
        />
      )}
    </div>
  );
}
