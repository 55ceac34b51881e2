// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { formatTime } from "../../../lib/format-date.ts";
import type { Address } from "../../../lib/runtime-config.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { useAccountNames } from "../../accounts/api/use-account-names.ts";
import { useIdentity } from "../../accounts/api/use-identity.ts";
import { useHolding } from "../../balance/api/use-holding.ts";
import { useWaitingPayments } from "../api/use-signed-payments.ts";
import type { SignedPayment } from "../signed-payments.ts";
import { PaymentSheet } from "./payment-sheet.tsx";

/** What was signed and not sent: a relay may have been down, or the page was closed. */
export function WaitingPayments({ payer }: { payer: Address }) {
  const { t } = useTranslation("payment");
  const language = useLanguage();
  const { symbol } = useRuntime();
  const identity = useIdentity();
  const nameOf = useAccountNames();
  const waiting = useWaitingPayments(payer);
  const { data: holding } = useHolding(payer);
  const [opened, setOpened] = useState<SignedPayment>();
  const close = () => setOpened(undefined);
  return (
    <>
      {waiting.length > 0 && (
        <Card title={t("waiting.title")} className="mb-6 max-w-column">
          <ul className="divide-y divide-hairline">
            {waiting.map((each) => {
              const { to, value, nonce, validBefore } = each.signed;
              return (
                <li key={nonce} className="flex flex-wrap items-center justify-between gap-3 py-3">
                  <span>
                    <span className="block font-semibold">
                      {formatAmount(BigInt(value), language, symbol)} · {nameOf(to).name}
                    </span>
                    <span className="text-caption text-ink-soft">
                      {t("waiting.until", { time: formatTime(validBefore, language) })}
                    </span>
                  </span>
                  <Button kind="secondary" onClick={() => setOpened(each)}>
                    {t("waiting.open")}
                  </Button>
                </li>
              );
            })}
          </ul>
        </Card>
      )}
      {opened && holding && (
        <PaymentSheet
          payment={{
            payer,
            payee: opened.signed.to,
            cents: BigInt(opened.signed.value),
            ...(opened.label && { label: opened.label }),
            ...(opened.reference && { reference: opened.reference }),
          }}
          signed={opened}
          holding={holding.cents}
          isSilentWallet={identity.status === "connected" && identity.kind === "demo"}
          onClose={close}
          onAgain={close}
        />
      )}
    </>
  );
}
