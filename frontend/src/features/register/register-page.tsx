// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { Page } from "../../components/page.tsx";
import { LedgerGate } from "./components/ledger-gate.tsx";
import { Register } from "./components/register.tsx";

/** Everything the contracts ever told, for whoever wants to read it. */
export default function RegisterPage() {
  const { t } = useTranslation("register");
  return (
    <Page title={t("title")} lead={t("lead")}>
      <LedgerGate>
        <Register />
      </LedgerGate>
    </Page>
  );
}
