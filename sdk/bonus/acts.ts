// SPDX-License-Identifier: EUPL-1.2
import type { CellProblem } from "./check-cell.ts";

/** What a reward is given for. */
export const ACTS = ["solidarity", "ecology", "commons"] as const;
export type Act = (typeof ACTS)[number];

/** The words a list may use: the codes, and what a French office writes. The plan holds the code alone. */
const WORDS: Readonly<Record<string, Act>> = {
  solidarity: "solidarity",
  entraide: "solidarity",
  solidarité: "solidarity",
  solidarite: "solidarity",
  ecology: "ecology",
  écologie: "ecology",
  ecologie: "ecology",
  commons: "commons",
  communs: "commons",
};

export function readAct(value: string): { act: Act } | CellProblem {
  if (value === "") return { code: "actMissing" };
  const word = value.normalize("NFC").toLowerCase();
  const act = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
  return act === undefined ? { code: "actUnknown" } : { act };
}
