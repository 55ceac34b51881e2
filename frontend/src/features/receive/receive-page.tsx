// SPDX-License-Identifier: EUPL-1.2
import { Link } from "@tanstack/react-router";
import { MailOpen } from "lucide-react";
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
        <LetterLink />
      </Page>
    );
  }
  return (
    <Page title={t("title")} lead={t("connect")}>
      <ConnectChoices />
      <LetterLink />
    </Page>
  );
}

/** For those who were paid by letter and came here first. */
function LetterLink() {
  const { t } = useTranslation("receive");
  return (
    <Link to="/prime" className="mt-8 inline-flex min-h-11 items-center gap-2 underline underline-offset-4">
      <MailOpen size={20} strokeWidth={1.75} aria-hidden="true" />
      {t("letter")}
    </Link>
  );
}
