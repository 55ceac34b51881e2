// SPDX-License-Identifier: EUPL-1.2
import { Link } from "@tanstack/react-router";
import { ChevronRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Amount } from "../../../components/amount.tsx";
import { EmptyState } from "../../../components/states.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { formatUtcDay } from "../../../lib/format-date.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import type { Programme } from "../../audit/audit.ts";
import type { DatedRun } from "../api/use-runs.ts";
import { statusOf } from "../run.ts";
import { useProgrammeName } from "../use-programme-name.ts";
import { RunBadge } from "./run-badge.tsx";

type Props = { runs: readonly DatedRun[]; programmes: readonly Programme[] };

/** Every run, the latest first, with how far it has come. */
export function RunList({ runs, programmes }: Props) {
  const { t } = useTranslation("runs");
  const language = useLanguage();
  const { symbol } = useRuntime();
  const nameOf = useProgrammeName();
  if (runs.length === 0) return <EmptyState text={t("list.none")} />;
  return (
    <ul className="divide-y divide-hairline">
      {runs.map((run) => {
        const programme = programmes.find(({ programmeId }) => programmeId === run.programmeId);
        const number = run.runId.toString();
        return (
          <li key={number}>
            <Link
              to="/primes"
              search={{ versement: number }}
              className="-mx-3 grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 rounded-card px-3 py-4 text-ink no-underline hover:bg-stone md:grid-cols-[minmax(0,1fr)_11rem_9rem_1.25rem]"
            >
              <span className="min-w-0">
                <span className="block font-bold">{t("list.run", { run: number })}</span>
                <span className="block text-caption text-ink-soft">
                  {programme && nameOf(programme)}
                  {run.proposedOn !== undefined && ` · ${formatUtcDay(run.proposedOn, language)}`}
                </span>
              </span>
              <span className="max-md:order-3">
                <RunBadge status={statusOf(run)} />
                <span className="tabular block text-caption text-ink-soft">
                  {t("list.people", { paid: run.paidCount, count: run.paymentCount })}
                </span>
              </span>
              <span className="text-right">
                <Amount cents={run.total} symbol={symbol} size="row" />
              </span>
              <ChevronRight size={20} strokeWidth={1.75} aria-hidden="true" className="text-ink-soft max-md:hidden" />
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
