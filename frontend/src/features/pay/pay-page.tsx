// SPDX-License-Identifier: EUPL-1.2
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Page } from "../../components/page.tsx";
import { EmptyState } from "../../components/states.tsx";
import type { Address } from "../../lib/runtime-config.ts";
import { useRuntime } from "../../lib/runtime-context.ts";
import { isSameAddress } from "../../lib/short-address.ts";
import { useIdentity } from "../accounts/api/use-identity.ts";
import { ConnectChoices } from "../accounts/components/connect-choices.tsx";
import { PayeeSearch } from "./components/payee-search.tsx";
import { PayeeCard } from "./components/payee-card.tsx";
import { PaymentForm } from "./components/payment-form.tsx";

const route = getRouteApi("/payer");

/** Why this account cannot be paid, if so: one's own, or the till of the commons. */
function useObstacle(payee: Address | undefined, payer: Address | undefined): string | undefined {
  const { t } = useTranslation("pay");
  const { contracts } = useRuntime().deployment;
  if (isSameAddress(payee, payer)) return t("payee.self");
  if (isSameAddress(payee, contracts.RegionalToken.address)) return t("payee.till");
  return undefined;
}

/** Whom, how much, check, sign: a link may have answered the first questions already. */
export default function PayPage() {
  const { t } = useTranslation("pay");
  const { a: payee, m: amount, l: label } = route.useSearch();
  const navigate = route.useNavigate();
  const identity = useIdentity();
  const payer = identity.status === "connected" ? identity.address : undefined;
  const obstacle = useObstacle(payee, payer);
  const choose = (address?: Address) => void navigate({ search: address ? { a: address } : {} });

  if (!payee) {
    return (
      <Page title={t("title")}>
        <PayeeSearch payer={payer} onChoose={choose} />
      </Page>
    );
  }
  return (
    <Page title={t("title")}>
      <div className="max-w-column space-y-6">
        <PayeeCard address={payee} onChange={() => choose()} />
        {obstacle && <EmptyState text={obstacle} />}
        {!obstacle && identity.status === "connected" && (
          <PaymentForm
            key={`${payee}:${identity.address}`}
            payer={identity.address}
            payee={payee}
            isSilentWallet={identity.kind === "demo"}
            firstAmount={amount}
            label={label}
            onAgain={() => choose()}
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
    </Page>
  );
}
