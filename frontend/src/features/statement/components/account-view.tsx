// SPDX-License-Identifier: EUPL-1.2
import { dayOf } from "@monnaie-commune/sdk/days";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "../../../components/card.tsx";
import { SkeletonRows } from "../../../components/skeleton.tsx";
import { EmptyState, ErrorState } from "../../../components/states.tsx";
import { useAnswer } from "../../../lib/ledger/use-answer.ts";
import { useLedger } from "../../../lib/ledger/use-ledger.ts";
import type { Address } from "../../../lib/runtime-config.ts";
import { periodOf } from "../period.ts";
import type { StatementLink } from "../statement-link.ts";
import { AccountHead } from "./account-head.tsx";
import { MonthTable } from "./month-table.tsx";
import { StatementDates } from "./statement-dates.tsx";
import { StatementFiles } from "./statement-files.tsx";
import { StatementLines } from "./statement-lines.tsx";
import { StatementSums } from "./statement-sums.tsx";

const route = getRouteApi("/compte/$address");

/** An account: who it is, its statement for the dates the address names, and its months. */
export function AccountView({ account }: { account: Address }) {
  const { t } = useTranslation("statement");
  const navigate = route.useNavigate();
  const asked = route.useSearch();
  // Half a date typed is none yet: the address follows once it is whole.
  const [link, setLink] = useState<StatementLink>(asked);
  const { at = 0 } = useLedger();
  const today = dayOf(at);
  const period = periodOf(asked, today);
  const statement = useAnswer("accountStatement", { account, period });
  const { data: months = [] } = useAnswer("accountMonths", { account });
  const choose = (next: StatementLink) => {
    setLink(next);
    void navigate({ search: next, replace: true, resetScroll: false });
  };
  const { data, error } = statement;
  return (
    <div className="space-y-6">
      <AccountHead account={account} />
      {!data && error && <ErrorState title={t("problem")} error={error} onRetry={() => void statement.refetch()} />}
      {!data && !error && <SkeletonRows rows={6} />}
      {data && months.length === 0 && data.lines.length === 0 && <EmptyState text={t("never")} />}
      {data && months.length > 0 && (
        <>
          <Card>
            <StatementDates link={link} today={today} onChange={choose} />
            <StatementSums statement={data} period={period} today={today} />
            <StatementLines statement={data} />
            <StatementFiles statement={data} period={period} />
          </Card>
          <Card>
            <MonthTable account={account} months={months} onChoose={choose} />
          </Card>
        </>
      )}
    </div>
  );
}
