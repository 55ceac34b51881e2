// SPDX-License-Identifier: EUPL-1.2
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Page } from "../../components/page.tsx";
import { useIdentity } from "../accounts/api/use-identity.ts";
import { ConnectChoices } from "../accounts/components/connect-choices.tsx";
import { PayeeSearch } from "./components/payee-search.tsx";
import { PayeeCard } from "./components/payee-card.tsx";
import { PaymentForm } from "./components/payment-form.tsx";

const route = getRouteApi("/payer");

/** Whom, how much, check, sign: a link may have answered the first questions already. */
export default function PayPage() {
  const { t } = useTranslation("pay");
  const { a: payee, m: amount, l: label } = route.useSearch();
  const navigate = route.useNavigate();
  const identity = useIdentity();

  if (!payee) {
    return (
      <Page title={t("title")}>
        <PayeeSearch
          payer={identity.status === "connected" ? identity.address : undefined}
          onChoose={(address) => void navigate({ search: { a: address } })}
        />
      </Page>
    );
  }
  return (
    <Page title={t("title")}>
      <div className="max-w-column space-y-6">
        <PayeeCard address={payee} onChange={() => void navigate({ search: {} })} />
        {identity.status === "connected" ? (
          <PaymentForm
            key={`${payee}:${identity.address}`}
            payer={identity.address}
            payee={payee}
            isSilentWallet={identity.kind === "demo"}
            firstAmount={amount}
            label={label}
            onAgain={() => void navigate({ search: {} })}
          />
        ) : (
          <div className="space-y-4">
            <p>{t("connect.text")}</p>
            <ConnectChoices />
          </div>
        )}
      </div>
    </Page>
  );
}
