// SPDX-License-Identifier: EUPL-1.2
// Apart from the directory itself: the router needs this before the first page is there.

/**
 * What people look for: words, a trade by its key, a place: a department (`45`) or a commune (`45234`), a commune to measure
 * from, only what is open now. `vue` is what a phone shows, which has room for one of the two.
 */
export type DirectoryFilters = {
  q?: string | undefined;
  metier?: string | undefined;
  lieu?: string | undefined;
  depuis?: string | undefined;
  ouvert?: "1" | undefined;
  vue?: "carte" | undefined;
};

const LONGEST_SEARCH = 80;

/** The filters of a link to the list; what is malformed is dropped. A trade nobody knows filters nothing. */
export function readDirectoryFilters(search: Record<string, unknown>): DirectoryFilters {
  const { q, metier, lieu, depuis, ouvert, vue } = search;
  return {
    ...(typeof q === "string" && q !== "" && { q: q.slice(0, LONGEST_SEARCH) }),
    ...(typeof metier === "string" && /^[a-zA-Z]{1,40}$/.test(metier) && { metier }),
    ...(typeof lieu === "string" && /^(?:\d{2}|2[AB])\d{0,3}$/.test(lieu) && { lieu }),
    ...(typeof depuis === "string" && /^(?:\d{2}|2[AB])\d{3}$/.test(depuis) && { depuis }),
    ...(ouvert === "1" && { ouvert: "1" as const }),
    ...(vue === "carte" && { vue: "carte" as const }),
  };
}
