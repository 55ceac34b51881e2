// SPDX-License-Identifier: EUPL-1.2
import { centsOf, topicOf } from "@monnaie-commune/sdk/ledger/find-lines";
import { lineId, type JournalLine } from "@monnaie-commune/sdk/ledger/journal";
import { Link } from "@tanstack/react-router";
import { Amount } from "../../../components/amount.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { formatRecentUtcDay } from "../../../lib/format-date.ts";
import type { RegisterLink } from "../register-link.ts";
import type { LineWords } from "../use-line-words.ts";
import { TopicIcon } from "./topic-icon.tsx";

type Props = { line: JournalLine; link: RegisterLink; words: LineWords };

/** The cells of a line: its day, its kind, what happened, how much. On phones the first two stand under the third. */
export function RegisterRow({ line, link, words: { kind, sentence } }: Props) {
  const language = useLanguage();
  const day = formatRecentUtcDay(line.day, language);
  const topic = topicOf(line);
  const cents = centsOf(line);
  const isFonte = topic === "fonte" || topic === "commons";
  return (
    <>
      <span role="cell" className="px-3 text-ink-soft max-md:sr-only">
        {day}
      </span>
      <span role="cell" className="min-w-0 px-3 max-md:sr-only">
        {kind}
      </span>
      <span role="cell" className="flex min-w-0 items-center gap-3 px-3 max-md:px-0">
        <TopicIcon topic={topic} />
        <span className="min-w-0">
          <Link
            from="/registre"
            search={{ ...link, ligne: lineId(line) }}
            resetScroll={false}
            className="inline-block min-h-6 py-0.5 break-words underline decoration-hairline underline-offset-4 after:absolute after:inset-0 hover:decoration-accent"
          >
            {sentence}
          </Link>
          <span aria-hidden="true" className="block text-caption text-ink-soft md:hidden">
            {kind} · {day}
          </span>
        </span>
      </span>
      <span role="cell" className="px-3 text-right max-md:px-0">
        {cents !== undefined && <Amount cents={cents} className={isFonte ? "text-fonte-text" : ""} />}
      </span>
    </>
  );
}
