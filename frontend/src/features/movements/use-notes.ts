// SPDX-License-Identifier: EUPL-1.2
import { useMemo } from "react";
import { useAllActivity } from "../activity/api/use-activity.ts";

/** What this device remembers of a payment: the register knows neither words nor references. */
export type Note = { label?: string; reference?: string };

/** The notes of payments begun on this device, by their transaction. */
export function useNotes(): (tx: string) => Note {
  const { entries } = useAllActivity();
  const notes = useMemo(
    () =>
      new Map(
        entries.flatMap(({ kind, hash, label, reference }) => {
          if (hash === undefined || kind === "office") return [];
          return [[hash.toLowerCase(), { ...(label && { label }), ...(reference && { reference }) }] as const];
        }),
      ),
    [entries],
  );
  return (tx) => notes.get(tx.toLowerCase()) ?? {};
}
