// SPDX-License-Identifier: EUPL-1.2
// Apart from the directory itself: the router needs this before the first page is there.

/** What people look for: words, a trade by its key, and a place: a department (`45`) or a commune (`45234`). */
export type DirectoryFilters = { q?: string; metier?: string; lieu?: string };

const LONGEST_SEARCH = 80;

/** The filters of a link to the list; what is malformed is dropped. A trade nobody knows filters nothing. */
export function readDirectoryFilters({ q, metier, lieu }: Record<string, unknown>): DirectoryFilters {
  return {
    ...(typeof q === "string" && q !== "" && { q: q.slice(0, LONGEST_SEARCH) }),
    ...(typeof metier === "string" && /^[a-zA-Z]{1,40}$/.test(metier) && { metier }),
    ...(typeof lieu === "string" && /^(?:\d{2}|2[AB])\d{0,3}$/.test(lieu) && { lieu }),
  };
}
