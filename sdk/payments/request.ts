// SPDX-License-Identifier: EUPL-1.2
import type { Hex } from "viem";
import { getAddress } from "viem/utils";
import { formatAmount, MAX_CENTS, parseAmount } from "../amounts.ts";
import { codeFor } from "./short-code.ts";

/** Who asks to be paid, and what for; `expires` is the last Unix second in which it may be signed. */
export type PaymentRequest = {
  payee: Hex;
  cents?: bigint;
  label?: string;
  reference?: string;
  expires?: number;
  chainId: number;
  token: Hex;
};

/** Where a link is opened: the region's chain and currency, and Unix seconds. */
export type Here = { chainId: number; token: Hex; now: number };

/** Fields of a link, as they stand after `?` in it. */
export type LinkField = "a" | "m" | "l" | "r" | "x" | "n" | "t" | "k";

export type RequestProblem =
  | { kind: "malformed"; field: LinkField }
  | { kind: "altered" }
  | { kind: "wrongNetwork"; chainId: number }
  | { kind: "wrongCurrency" }
  | { kind: "expired"; expires: number };

/** `code` is what the till shows beside the link; older links, with no more than payee, amount and label, have none. */
export type ReadRequest = { ok: true; request: PaymentRequest; code?: string } | { ok: false; problem: RequestProblem };

export const LONGEST_LABEL = 80;
export const LONGEST_REFERENCE = 120;

const DOMAIN = "monnaie-commune payment request 1";
/** Controls, and what changes the order of the letters around it or is not seen at all. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

/** A label as a payer is shown it: one line, and nothing in it that is not seen. */
export function cleanLabel(text: string): string {
  const line = text.replaceAll(/\s/gu, " ").replaceAll(UNSEEN, "").replaceAll(/ +/gu, " ").normalize("NFC").trim();
  return [...line].slice(0, LONGEST_LABEL).join("").trim();
}

/** Whether a text can be the reference of a payment: what two people who compare it see is all there is. */
export function isReference(text: string): boolean {
  const isPlain = text !== "" && text === text.trim() && text === text.normalize("NFC");
  return isPlain && [...text].length <= LONGEST_REFERENCE && text.search(UNSEEN) === -1;
}

/**
 * What a till shows and a payer compares: ten characters that change with any field of the request. It is no signature:
 * whoever alters a request can compute the code of the altered one, which is why people see it on both sides.
 */
export function requestCode({ payee, cents, label, reference, expires, chainId, token }: PaymentRequest): string {
  const fields = [
    DOMAIN,
    chainId,
    token.toLowerCase(),
    payee.toLowerCase(),
    cents?.toString() ?? null,
    (label && cleanLabel(label)) || null,
    reference ?? null,
    expires ?? null,
  ];
  return codeFor("request", JSON.stringify(fields));
}

/** An https link that any phone camera opens on the confirmation of this payment. */
export function requestLink(origin: string, request: PaymentRequest): string {
  const { payee, cents, label, reference, expires, chainId, token } = request;
  const url = new URL("/payer", origin);
  const fields: [LinkField, string | undefined][] = [
    ["a", payee],
    // In the French way, whatever the language: without a space, it reads the same in any.
    ["m", cents === undefined ? undefined : formatAmount(cents, "fr").replaceAll(/\s/gu, "")],
    ["l", label && cleanLabel(label)],
    ["r", reference],
    ["x", expires?.toString()],
    ["n", chainId.toString()],
    ["t", token],
    ["k", requestCode(request)],
  ];
  for (const [field, value] of fields) if (value) url.searchParams.set(field, value);
  return url.toString();
}

/**
 * Reads what follows `?` in a link. Everything in it comes from strangers, so nothing is guessed: a field that is not what
 * it should be refuses the whole link, and so does one that was taken out of a link with a code.
 */
export function readRequestLink(search: Partial<Record<LinkField, unknown>>, here: Here): ReadRequest {
  const { a, m, l, r, x, n, t, k } = search;
  const malformed = (field: LinkField): ReadRequest => ({ ok: false, problem: { kind: "malformed", field } });
  const payee = readAddress(a);
  if (payee === undefined) return malformed("a");
  const amount = m === undefined ? undefined : parseAmount(typeof m === "string" ? m : "");
  if (amount?.ok === false) return malformed("m");
  if (l !== undefined && typeof l !== "string") return malformed("l");
  if (r !== undefined && (typeof r !== "string" || !isReference(r))) return malformed("r");
  const expires = x === undefined ? undefined : readInteger(x);
  if (x !== undefined && expires === undefined) return malformed("x");
  const chainId = n === undefined ? here.chainId : readInteger(n);
  if (chainId === undefined) return malformed("n");
  const token = t === undefined ? here.token : readAddress(t);
  if (token === undefined) return malformed("t");
  const label = l && cleanLabel(l);
  const request: PaymentRequest = {
    payee,
    ...(amount && { cents: amount.cents }),
    ...(label && { label }),
    ...(r !== undefined && { reference: r }),
    ...(expires !== undefined && { expires }),
    chainId,
    token,
  };
  const isOld = [r, x, n, t, k].every((field) => field === undefined);
  if (isOld) return { ok: true, request };
  const isWhole = n !== undefined && t !== undefined;
  const code = requestCode(request);
  if (!isWhole || k !== code) return { ok: false, problem: { kind: "altered" } };
  const problem = problemOf(request, here);
  return problem ? { ok: false, problem } : { ok: true, request, code };
}

/** Why a request that is what it was cannot be paid here and now. */
export function problemOf({ chainId, token, expires }: PaymentRequest, here: Here): RequestProblem | undefined {
  if (chainId !== here.chainId) return { kind: "wrongNetwork", chainId };
  if (token.toLowerCase() !== here.token.toLowerCase()) return { kind: "wrongCurrency" };
  if (expires !== undefined && here.now > expires) return { kind: "expired", expires };
  return undefined;
}

/** An address with its checksum, which finds a mistyped one when it is in mixed case. */
export function readAddress(value: unknown): Hex | undefined {
  if (typeof value !== "string" || !/^0x[0-9a-fA-F]{40}$/u.test(value)) return undefined;
  const address = getAddress(value);
  const hasChecksum = /[a-f]/u.test(value.slice(2)) && /[A-F]/u.test(value);
  return hasChecksum && value !== address ? undefined : address;
}

function readInteger(value: unknown): number | undefined {
  if (typeof value !== "string" || !/^[1-9][0-9]{0,15}$/u.test(value)) return undefined;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : undefined;
}

/** Whether cents are an amount somebody can ask for. */
export function isPayable(cents: bigint): boolean {
  return cents > 0n && cents <= MAX_CENTS;
}
