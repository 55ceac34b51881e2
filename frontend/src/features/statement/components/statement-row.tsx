// SPDX-License-Identifier: EUPL-1.2
import type { StatementLine } from "@monnaie-commune/sdk/ledger/statements";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Amount } from "../../../components/amount.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { formatRecentUtcDay } from "../../../lib/format-date.ts";

/** Date, what happened, in, out, balance; on phones the last three stand under each other. */
export const STATEMENT_GRID =
  "grid grid-cols-[minmax(0,1fr)_auto] md:grid-cols-[9.5rem_minmax(0,1fr)_7rem_7rem_8rem] md:items-baseline";

const ROW = `border-b border-hairline py-2.5 ${STATEMENT_GRID}`;
const NUMBER = "px-3 text-right max-md:px-0 max-md:col-start-2";

/** A balance between two lines. */
export function BalanceRow({ name, cents }: { name: string; cents: bigint }) {
  return (
    <div role="row" className={`${ROW} font-bold`}>
      <span role="cell" className="max-md:hidden" />
      <span role="cell" className="px-3 max-md:px-0">
        {name}
      </span>
      <span role="cell" className="max-md:hidden" />
      <span role="cell" className="max-md:hidden" />
      <span role="cell" className={NUMBER}>
        <Amount cents={cents} />
      </span>
    </div>
  );
}

/** A line of a statement, leading to its operation. */
export function StatementRow({ line, title }: { line: StatementLine; title: string }) {
  const { t } = useTranslation("statement");
  const language = useLanguage();
  const day = formatRecentUtcDay(line.day, language);
  const colour = line.kind === "fonte" ? "text-fonte-text" : "";
  return (
    <div role="row" className={`relative hover:bg-stone ${ROW}`}>
      <span role="cell" className="px-3 whitespace-nowrap text-ink-soft max-md:sr-only">
        {day}
      </span>
      <span role="cell" className="min-w-0 px-3 max-md:row-span-2 max-md:px-0">
        <Link
          to="/operation/$tx"
          params={{ tx: line.tx }}
          className="inline-block min-h-6 break-words underline decoration-hairline underline-offset-4 after:absolute after:inset-0 hover:decoration-accent"
        >
          {title}
          <span className="sr-only">, {t("lines.see")}</span>
        </Link>
        <span aria-hidden="true" className="block text-caption text-ink-soft md:hidden">
          {day}
        </span>
      </span>
      <span role="cell" className={`${NUMBER} ${line.cents > 0n ? "" : "max-md:hidden"}`}>
        {line.cents > 0n && (
          <>
            <span aria-hidden="true" className="font-semibold md:hidden">
              +
            </span>
            <Amount cents={line.cents} />
          </>
        )}
      </span>
      <span role="cell" className={`${NUMBER} ${line.cents < 0n ? "" : "max-md:hidden"}`}>
        {line.cents < 0n && (
          <>
            <span aria-hidden="true" className={`font-semibold md:hidden ${colour}`}>
              −
            </span>
            <Amount cents={-line.cents} className={colour} />
          </>
        )}
      </span>
      <span role="cell" className={`${NUMBER} text-ink-soft max-md:text-caption md:text-ink`}>
        <Amount cents={line.balance} />
      </span>
    </div>
  );
}
