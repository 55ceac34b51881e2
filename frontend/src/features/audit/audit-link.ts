// SPDX-License-Identifier: EUPL-1.2
// Apart from the page itself: the router needs this before any page is there.

/** The block after which everything is compared; the last one when left out. */
export type AuditLink = { bloc?: string };

/** What is malformed is dropped. */
export function readAuditLink({ bloc }: Record<string, unknown>): AuditLink {
  return typeof bloc === "string" && /^\d{1,12}$/.test(bloc) ? { bloc } : {};
}
