// SPDX-License-Identifier: EUPL-1.2
import type { Act } from "@monnaie-commune/sdk/ledger/acts";
import type { Entry } from "@monnaie-commune/sdk/ledger/entries";
import type { JournalLine } from "@monnaie-commune/sdk/ledger/journal";
import { useTranslation } from "react-i18next";
import { useValueWords } from "./use-value-words.ts";

/** A line in words: what kind of thing it is, and the whole of it as one sentence. */
export type LineWords = { kind: string; sentence: string };

type EntryKey =
  | Exclude<Entry["kind"], "redemption" | "burn">
  | Extract<Entry, { kind: "redemption" }>["step"]
  | "issueSheet"
  | "toSelf"
  | "burn"
  | "burnCancelled"
  | "burnClosed";

/** Which sentence an entry is told by. */
function entryKey(entry: Entry): EntryKey {
  if (entry.kind === "redemption") return entry.step;
  if (entry.kind === "issue") return entry.story?.sheet === undefined ? "issue" : "issueSheet";
  if (entry.kind === "payment" && entry.from === entry.to) return "toSelf";
  if (entry.kind !== "burn" || entry.reason === undefined) return entry.kind;
  return entry.reason.why === "cancelled" ? "burnCancelled" : "burnClosed";
}

export function useLineWords(): (line: JournalLine) => LineWords {
  const { t } = useTranslation("register");
  const valueWords = useValueWords();
  // The values a sentence asks for are those of its event or entry, by name: a test holds the two together.
  const say = t as unknown as (key: `acts.${Act["event"]}` | `entries.${EntryKey}`, values: object) => string;
  const inWords = (values: object, isExit: boolean) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, valueWords(name, value, isExit)]));
  const actWords = (act: Act) => ({
    kind: t(`actKinds.${act.event}`),
    sentence: say(`acts.${act.event}`, {
      ...inWords(act.args, act.contract === "Redemptions"),
      inContract: t(`contracts.${act.contract}`),
    }),
  });
  const entryWords = (entry: Entry) => {
    const { story: _story, reason: _reason, ...values } = { story: undefined, reason: undefined, ...entry };
    const reason = entry.kind === "burn" && entry.reason !== undefined ? entry.reason : {};
    return {
      kind: t(`kinds.${entry.kind}`),
      sentence: say(`entries.${entryKey(entry)}`, inWords({ ...values, ...reason }, true)),
    };
  };
  return (line) => (line.kind === "act" ? actWords(line) : entryWords(line));
}
