// SPDX-License-Identifier: EUPL-1.2
import type { Act } from "@monnaie-commune/sdk/ledger/acts";
import { centsOf, topicOf } from "@monnaie-commune/sdk/ledger/find-lines";
import { lineId, type JournalLine } from "@monnaie-commune/sdk/ledger/journal";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Amount } from "../../../components/amount.tsx";
import { TopicIcon } from "../../register/components/topic-icon.tsx";
import { useLineWords } from "../../register/use-line-words.ts";

const SHOWN_AT_MOST = 200;

type Props = { lines: readonly JournalLine[]; details: readonly Act[] };

/** What an operation wrote into the register, in its order, and what the contracts said about it beside. */
export function OperationLines({ lines, details }: Props) {
  const { t } = useTranslation("operation");
  const words = useLineWords();
  if (lines.length === 0 && details.length === 0) return <p>{t("events.none")}</p>;
  return (
    <>
      <ol className="divide-y divide-hairline">
        {lines.slice(0, SHOWN_AT_MOST).map((line) => {
          const cents = centsOf(line);
          const topic = topicOf(line);
          return (
            <li key={lineId(line)} className="flex items-center gap-3 py-3">
              <TopicIcon topic={topic} />
              <div className="min-w-0 flex-1">
                <p>{words(line).sentence}</p>
                <Link
                  to="/registre"
                  search={{ ligne: lineId(line) }}
                  className="tabular inline-block min-h-6 text-caption text-ink-soft underline underline-offset-4"
                >
                  {t("events.line", { id: lineId(line) })}
                </Link>
              </div>
              {cents !== undefined && (
                <Amount cents={cents} className={topic === "fonte" || topic === "commons" ? "text-fonte-text" : ""} />
              )}
            </li>
          );
        })}
      </ol>
      {lines.length > SHOWN_AT_MOST && (
        <p className="pt-3 text-ink-soft">{t("call.more", { count: lines.length - SHOWN_AT_MOST })}</p>
      )}
      {details.length > 0 && (
        <>
          <h3 className="mt-4 text-caption font-semibold text-ink-soft">{t("events.details")}</h3>
          <ul className="mt-1 space-y-1 text-caption text-ink-soft">
            {details.slice(0, SHOWN_AT_MOST).map((act) => (
              <li key={lineId(act)}>{words(act).sentence}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
