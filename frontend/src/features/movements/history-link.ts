// SPDX-License-Identifier: EUPL-1.2
// Apart from the history itself: the router needs this before the first page is there.
import type { Address } from "../../lib/runtime-config.ts";

/** What the history can be narrowed to, as its address says it, and as the code does. */
export const KIND_NAMES = {
  recus: "received",
  payes: "paid",
  primes: "issued",
  fonte: "fonte",
  sorties: "out",
} as const;

/**
 * What the address of the history holds: words, a kind of lines, the first and last day (`2026-11-23`), and `recu`, the
 * transaction whose line is open.
 */
export type HistoryLink = { q?: string; type?: keyof typeof KIND_NAMES; du?: string; au?: string; recu?: Address };

const LONGEST_SEARCH = 80;

const isDate = (value: unknown): value is string =>
  typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));

/** What is malformed is dropped. */
export function readHistoryLink({ q, type, du, au, recu }: Record<string, unknown>): HistoryLink {
  return {
    ...(typeof q === "string" && q !== "" && { q: q.slice(0, LONGEST_SEARCH) }),
    ...(typeof type === "string" && Object.hasOwn(KIND_NAMES, type) && { type: type as keyof typeof KIND_NAMES }),
    ...(isDate(du) && { du }),
    ...(isDate(au) && { au }),
    ...(typeof recu === "string" && /^0x[0-9a-f]{64}$/i.test(recu) && { recu: recu as Address }),
  };
}
