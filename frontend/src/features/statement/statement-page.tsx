// SPDX-License-Identifier: EUPL-1.2
import { getRouteApi, Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { buttonClass } from "../../components/button.tsx";
import { Page } from "../../components/page.tsx";
import { EmptyState } from "../../components/states.tsx";
import { parseAddress } from "../../lib/address.ts";
import { LedgerGate } from "../register/components/ledger-gate.tsx";
import { AccountView } from "./components/account-view.tsx";

const route = getRouteApi("/compte/$address");

/** The statement of any account, as a bank would send it, made from the register. */
export default function StatementPage() {
  const { t } = useTranslation("statement");
  const account = parseAddress(route.useParams().address);
  return (
    <Page title={t("title")}>
      {account === undefined ? (
        <EmptyState
          text={t("malformed")}
          action={
            <Link to="/registre" className={buttonClass("secondary")}>
              {t("toRegister")}
            </Link>
          }
        />
      ) : (
        <LedgerGate>
          <AccountView key={account} account={account} />
        </LedgerGate>
      )}
    </Page>
  );
}
