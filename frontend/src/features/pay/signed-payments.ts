// SPDX-License-Identifier: EUPL-1.2
// Payments that are signed and not written yet, on this device alone: a reload must not lose what may still be sent, nor
// sign it twice. They pay their payee and nobody else, whoever sends them, and only for ten minutes.
import type { SignedAuthorisation } from "@monnaie-commune/sdk/payments/authorisation";
import { deviceTexts } from "../../lib/device-texts.ts";

export type SignedPayment = {
  signed: SignedAuthorisation;
  label?: string;
  reference?: string;
  /** The block before which it cannot have been written. */
  block: number;
};

const PREFIX = "mc.signed.";

const kept = deviceTexts(PREFIX);
let parsed: { text: string | null; payments: readonly SignedPayment[] } = { text: null, payments: [] };

/** Where those of a chain are kept; one that began again has none of the old. */
export function signedPaymentsKey(chainId: number, genesisHash: string): string {
  return `${PREFIX}${chainId}.${genesisHash}`;
}

function isSignedPayment(value: unknown): value is SignedPayment {
  if (typeof value !== "object" || value === null) return false;
  const { signed, block } = value as Record<string, unknown>;
  if (typeof signed !== "object" || signed === null || !Number.isSafeInteger(block)) return false;
  const { value: cents, validBefore, ...texts } = signed as Record<string, unknown>;
  const isWhole = ["from", "to", "token", "nonce", "signature"].every((field) =>
    /^0x[0-9a-f]+$/iu.test(String(texts[field])),
  );
  return isWhole && /^[0-9]{1,25}$/u.test(String(cents)) && Number.isSafeInteger(validBefore);
}

function parse(text: string | null): SignedPayment[] {
  try {
    const value: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(value) ? value.filter(isSignedPayment) : [];
  } catch {
    return [];
  }
}

/** Oldest first; the same array as long as nothing changes. */
export function readSignedPayments(key: string): readonly SignedPayment[] {
  const text = kept.read(key);
  if (text !== parsed.text) parsed = { text, payments: parse(text) };
  return parsed.payments;
}

function write(key: string, payments: readonly SignedPayment[]): void {
  kept.write(key, JSON.stringify(payments));
}

const isOther = (signed: SignedAuthorisation) => (other: SignedPayment) =>
  other.signed.nonce !== signed.nonce || other.signed.from !== signed.from;

/** Keeps a payment until it is written, cancelled or out of date; what ran out at `now` (Unix seconds) goes. */
export function keepSignedPayment(key: string, payment: SignedPayment, now: number): void {
  const others = readSignedPayments(key).filter(isOther(payment.signed));
  write(key, [...others.filter(({ signed }) => signed.validBefore > now), payment]);
}

export function dropSignedPayment(key: string, signed: SignedAuthorisation): void {
  write(key, readSignedPayments(key).filter(isOther(signed)));
}

/** Calls back when anything changes, in this window or in another one. */
export const subscribeSignedPayments = kept.subscribe;
