// SPDX-License-Identifier: EUPL-1.2
import { placeKey, type Authorised } from "@monnaie-commune/sdk/ledger/authorised";
import type { StatementLine } from "@monnaie-commune/sdk/ledger/statements";
import { nonceParts, referenceNonce } from "@monnaie-commune/sdk/payments/authorisation";

type Line = StatementLine;

/**
 * The reference of a payment back: bound into its number, so that the chain makes it once. `ordinal` counts the payments
 * this shop got in one transaction; where it got a single one, the transaction says it all.
 */
export function refundReference(tx: string, ordinal = 1): string {
  return ordinal === 1 ? `refund:${tx}` : `refund:${tx}:${ordinal}`;
}

/** Which lines give back which; both are received or paid lines of the same account. */
export type Refunds = {
  /** The reference a payment back has, by the place of the line that was received. */
  references: Map<string, string>;
  /** The line that gave it back, by the place of the one that was received. */
  refundOf: Map<string, Line>;
  /** The line that was received, by the place of the one that gave it back. */
  originalOf: Map<string, Line>;
};

/** What an account gave back, from its lines and from what it signed; both oldest first. */
export function refundsIn(lines: readonly Line[], authorised: readonly Authorised[]): Refunds {
  const refunds: Refunds = { references: new Map(), refundOf: new Map(), originalOf: new Map() };
  const signed = new Map(authorised.map((each) => [nonceParts(each.nonce).key, each]));
  const received = new Map<string, number>();
  for (const line of lines) {
    if (line.kind !== "received") continue;
    const ordinal = (received.get(line.tx) ?? 0) + 1;
    received.set(line.tx, ordinal);
    const reference = refundReference(line.tx, ordinal);
    refunds.references.set(placeKey(line), reference);
    const used = signed.size > 0 ? signed.get(nonceParts(referenceNonce(reference)).key) : undefined;
    // The transfer that was signed for comes after the token's word, in the same transaction.
    const back =
      used && lines.find(({ kind, tx, logIndex }) => kind === "paid" && tx === used.tx && logIndex > used.logIndex);
    if (!back) continue;
    refunds.refundOf.set(placeKey(line), back);
    refunds.originalOf.set(placeKey(back), line);
  }
  return refunds;
}
