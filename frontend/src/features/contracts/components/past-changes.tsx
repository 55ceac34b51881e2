// SPDX-License-Identifier: EUPL-1.2
import { topicOf } from "@monnaie-commune/sdk/ledger/find-lines";
import { lineId, type JournalLine } from "@monnaie-commune/sdk/ledger/journal";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, buttonClass } from "../../../components/button.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { formatUtcDay } from "../../../lib/format-date.ts";
import { TopicIcon } from "../../register/components/topic-icon.tsx";
import { useLineWords } from "../../register/use-line-words.ts";

const SHOWN_AT_FIRST = 10;

/** The lines by which rules and roles became what they are, newest first; each leads to its operation. */
export function PastChanges({ changes }: { changes: readonly JournalLine[] }) {
  const { t } = useTranslation("contracts");
  const language = useLanguage();
  const words = useLineWords();
  const [isWhole, setIsWhole] = useState(false);
  if (changes.length === 0) return <p>{t("history.none")}</p>;
  return (
    <>
      <ol className="divide-y divide-hairline">
        {changes.slice(0, isWhole ? changes.length : SHOWN_AT_FIRST).map((line) => (
          <li key={lineId(line)} className="flex items-center gap-3 py-3">
            <TopicIcon topic={topicOf(line)} />
            <div className="min-w-0">
              <Link
                to="/operation/$tx"
                params={{ tx: line.tx }}
                className="inline-block min-h-6 break-words underline decoration-hairline underline-offset-4 hover:decoration-accent"
              >
                {words(line).sentence}
              </Link>
              <p className="text-caption text-ink-soft">
                {words(line).kind} · {formatUtcDay(line.day, language)}
              </p>
            </div>
          </li>
        ))}
      </ol>
      <div className="mt-4 flex flex-wrap gap-x-6 gap-y-2">
        {!isWhole && changes.length > SHOWN_AT_FIRST && (
          <Button kind="secondary" onClick={() => setIsWhole(true)}>
            {t("history.showAll", { count: changes.length })}
          </Button>
        )}
        <Link to="/registre" search={{ nature: "roles" }} className={buttonClass("quiet", "px-0!")}>
          {t("history.all")}
        </Link>
      </div>
    </>
  );
}
