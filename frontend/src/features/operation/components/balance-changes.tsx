// SPDX-License-Identifier: EUPL-1.2
import type { BalanceChange } from "@monnaie-commune/sdk/ledger/operation";
import { useTranslation } from "react-i18next";
import { Amount } from "../../../components/amount.tsx";
import { DataTable } from "../../../components/data-table.tsx";
import { AccountLink } from "../../register/components/account-link.tsx";

/** What every account that an operation touched had before it and after it. */
export function BalanceChanges({ changes }: { changes: readonly BalanceChange[] }) {
  const { t } = useTranslation("operation");
  return (
    <DataTable
      caption={t("balances.title")}
      note={t("balances.note")}
      columns={[
        { name: t("balances.account") },
        { name: t("balances.before"), isNumber: true },
        { name: t("balances.change"), isNumber: true },
        { name: t("balances.after"), isNumber: true },
      ]}
      rows={changes.map(({ account, before, after }) => ({
        key: account,
        cells: [
          <AccountLink key="account" address={account} hasDetail />,
          <Amount key="before" cents={before} />,
          <Amount key="change" cents={after - before} isSigned />,
          <Amount key="after" cents={after} />,
        ],
      }))}
    />
  );
}
