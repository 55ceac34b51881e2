// SPDX-License-Identifier: EUPL-1.2
// Apart from the page itself: the router needs this before any page is there.

/** What lines are about, as the address of the register says it, and as the code does. */
export const TOPIC_NAMES = {
  paiements: "payment",
  primes: "issue",
  fonte: "fonte",
  communs: "commons",
  sorties: "exit",
  decisions: "decision",
  commerces: "shop",
  roles: "role",
} as const;

/**
 * What the address of the register holds: a topic, the number of a programme, an account or a part of its name, the first
 * and last day (`2026-11-23`), the least and the highest amount (`12,50`), and `ligne`, the number of the line that is open.
 */
export type RegisterLink = {
  nature?: keyof typeof TOPIC_NAMES;
  programme?: string;
  compte?: string;
  du?: string;
  au?: string;
  min?: string;
  max?: string;
  ligne?: string;
};

const LONGEST_TEXT = 80;

export const isDate = (value: unknown): value is string =>
  typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));

/** What is malformed is dropped. */
export function readRegisterLink(search: Record<string, unknown>): RegisterLink {
  const { nature, programme, compte, du, au, min, max, ligne } = search;
  const text = (value: unknown) =>
    typeof value === "string" && value !== "" ? value.slice(0, LONGEST_TEXT) : undefined;
  const [account, least, most, line] = [text(compte), text(min), text(max), text(ligne)];
  return {
    ...(typeof nature === "string" &&
      Object.hasOwn(TOPIC_NAMES, nature) && { nature: nature as keyof typeof TOPIC_NAMES }),
    ...(typeof programme === "string" && /^\d{1,9}$/.test(programme) && { programme }),
    ...(account && { compte: account }),
    ...(isDate(du) && { du }),
    ...(isDate(au) && { au }),
    ...(least && { min: least }),
    ...(most && { max: most }),
    ...(line && { ligne: line }),
  };
}
