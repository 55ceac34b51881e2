// SPDX-License-Identifier: EUPL-1.2
import { lineId } from "@monnaie-commune/sdk/ledger/journal";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { usePublicNames } from "../../register/use-public-names.ts";
import type { AccountStatement } from "../answer-statement.ts";
import { useStatementWords } from "../use-statement-words.ts";
import { BalanceRow, STATEMENT_GRID, StatementRow } from "./statement-row.tsx";

const SHOWN_AT_FIRST = 60;

/** The lines of a statement between its two balances; the last ones alone at first where there are very many. */
export function StatementLines({ statement }: { statement: AccountStatement }) {
  const { t } = useTranslation("statement");
  const words = useStatementWords(usePublicNames());
  const [isWhole, setIsWhole] = useState(false);
  const { lines, opening, closing, since } = statement;
  if (lines.length === 0) return <p className="mt-6">{t("none")}</p>;
  const skipped = isWhole ? 0 : Math.max(0, lines.length - SHOWN_AT_FIRST);
  const columns = ["date", "what", "in", "out", "balance"] as const;
  return (
    <div className="mt-6">
      {skipped > 0 && (
        <div className="mb-4 flex flex-wrap items-center gap-x-4">
          <p className="text-ink-soft">{t("lines.shown", { count: SHOWN_AT_FIRST })}</p>
          <Button kind="quiet" className="max-sm:px-0!" onClick={() => setIsWhole(true)}>
            {t("lines.showAll", { count: lines.length })}
          </Button>
        </div>
      )}
      <div role="table" aria-label={t("lines.caption")}>
        <div role="rowgroup" className="max-md:sr-only">
          <div role="row" className={`rounded-card bg-stone text-caption font-semibold ${STATEMENT_GRID}`}>
            {columns.map((name, index) => (
              <span key={name} role="columnheader" className={`px-3 py-2.5 ${index > 1 ? "text-right" : ""}`}>
                {t(`lines.${name}`)}
              </span>
            ))}
          </div>
        </div>
        <div role="rowgroup">
          {skipped === 0 && <BalanceRow name={t("lines.opening")} cents={opening} />}
          {lines.slice(skipped).map((line, index) => (
            <StatementRow
              key={lineId(line)}
              line={line}
              title={words.title(line, lines[skipped + index - 1]?.day ?? since)}
            />
          ))}
          <BalanceRow name={t("lines.closing")} cents={closing} />
        </div>
      </div>
    </div>
  );
}
