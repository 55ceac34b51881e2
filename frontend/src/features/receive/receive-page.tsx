// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { Page } from "../../components/page.tsx";
import { useIdentity } from "../accounts/api/use-identity.ts";
import { ConnectChoices } from "../accounts/components/connect-choices.tsx";
import { PaymentRequest } from "./components/payment-request.tsx";

export default function ReceivePage() {
  const { t } = useTranslation("receive");
  const identity = useIdentity();
  if (identity.status === "connected") {
    return (
      <Page title={t("title")} lead={t("lead")}>
        <PaymentRequest key={identity.address} address={identity.address} />
      </Page>
    );
  }
  return (
    <Page title={t("title")} lead={t("connect")}>
      <ConnectChoices />
    </Page>
  );
}
