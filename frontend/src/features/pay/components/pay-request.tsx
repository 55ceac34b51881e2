// SPDX-License-Identifier: EUPL-1.2
import type { PaymentRequest } from "@monnaie-commune/sdk/payments/request";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useIdentity } from "../../accounts/api/use-identity.ts";
import { ConnectChoices } from "../../accounts/components/connect-choices.tsx";
import { useObstacle } from "../api/use-obstacle.ts";
import { ObstacleNotice } from "./obstacle-notice.tsx";
import { PayeeCard } from "./payee-card.tsx";
import { PaymentForm } from "./payment-form.tsx";

type Props = {
  request: PaymentRequest;
  /** Of a request with a code, nothing can be changed any more. */
  code: string | undefined;
  onChange: () => void;
};

/** Paying an account that is chosen: first whether it is to be paid at all, then how much. */
export function PayRequest({ request, code, onChange }: Props) {
  const { t } = useTranslation("pay");
  const identity = useIdentity();
  const { payee, reference } = request;
  const payer = identity.status === "connected" ? identity.address : undefined;
  // What one is paying becomes paid: that is no obstacle to its receipt.
  const [hasBegun, setHasBegun] = useState(false);
  const found = useObstacle({ payee, payer, reference });
  const obstacle = hasBegun ? undefined : found;
  return (
    <div className="max-w-column space-y-6">
      <PayeeCard address={payee} {...(code === undefined && { onChange })} />
      {obstacle && <ObstacleNotice obstacle={obstacle} reference={reference} />}
      {!obstacle && identity.status === "connected" && (
        <PaymentForm
          payer={identity.address}
          request={request}
          code={code}
          isSilentWallet={identity.kind === "demo"}
          onBegin={() => setHasBegun(true)}
          onAgain={onChange}
        />
      )}
      {!obstacle && identity.status === "none" && (
        <div className="space-y-4">
          <p>{t("connect.text")}</p>
          <ConnectChoices />
        </div>
      )}
      {identity.status === "connecting" && <div className="skeleton h-40" />}
    </div>
  );
}
