// SPDX-License-Identifier: EUPL-1.2
import type { Incoming } from "@monnaie-commune/sdk/ledger/incoming";
import { nonceParts, referenceNonce } from "@monnaie-commune/sdk/payments/authorisation";
import type { TillRequest } from "./till-request.ts";

/**
 * What a payment is to the requests of this till. `exact`: what was asked; `part`: less than is still asked; `over`: more;
 * `double`: it had been paid already; `late`: after the request was over or taken back; `probable`: the right amount at the
 * right time, but without the reference, so that nothing proves what it is for; `other`: for no request of this till.
 */
export type Verdict = "exact" | "part" | "over" | "double" | "late" | "probable" | "other";

export type JudgedPayment = { payment: Incoming; verdict: Verdict; request?: TillRequest };

/** How a request stands, with what came in for it in time, in cents. */
export type RequestState = {
  step: "waiting" | "paid" | "probable" | "partial" | "expired" | "cancelled";
  received: bigint;
  payments: JudgedPayment[];
};

/** Tells payments apart. */
export function paymentKey({ tx, logIndex }: Incoming): string {
  return `${tx} ${logIndex}`;
}

const keyOf = (reference: string) => nonceParts(referenceNonce(reference)).key;

function isLate({ cancelledBlock = Infinity, expires, chainAhead }: TillRequest, { block, at }: Incoming): boolean {
  return block > cancelledBlock || at > expires + chainAhead;
}

/**
 * Payments to this shop against what this till asked for; both oldest first.
 * @param notOurs Payments without a reference of which somebody said that they are for something else, by `paymentKey`.
 */
export function judgePayments(
  requests: readonly TillRequest[],
  payments: readonly Incoming[],
  notOurs: readonly string[] = [],
): JudgedPayment[] {
  const byKey = new Map(requests.map((request) => [keyOf(request.reference), request]));
  const received = new Map<TillRequest, bigint>();
  const judged = payments.map((payment): JudgedPayment => {
    const request = payment.nonce && byKey.get(nonceParts(payment.nonce).key);
    if (!request) return { payment, verdict: "other" };
    if (isLate(request, payment)) return { payment, verdict: "late", request };
    const before = received.get(request) ?? 0n;
    if (before >= request.cents) return { payment, verdict: "double", request };
    const sum = before + payment.cents;
    received.set(request, sum);
    const verdict = sum === request.cents ? "exact" : sum < request.cents ? "part" : "over";
    return { payment, verdict, request };
  });
  return judged.map((each) => (notOurs.includes(paymentKey(each.payment)) ? each : probable(each, requests, received)));
}

/** A payment without a reference, taken for the request it fits. What carries another reference is for something else. */
function probable(
  judged: JudgedPayment,
  requests: readonly TillRequest[],
  received: Map<TillRequest, bigint>,
): JudgedPayment {
  const { payment, verdict } = judged;
  const hasReference = payment.nonce !== undefined && nonceParts(payment.nonce).key !== 0n;
  if (verdict !== "other" || hasReference) return judged;
  const request = requests.find(
    (each) =>
      each.cents === payment.cents && payment.block > each.fromBlock && !isLate(each, payment) && !received.has(each),
  );
  if (!request) return judged;
  received.set(request, payment.cents);
  return { payment, verdict: "probable", request };
}

/** How one request stands at a moment of this device, in Unix seconds. */
export function stateOf(request: TillRequest, judged: readonly JudgedPayment[], now: number): RequestState {
  const payments = judged.filter((each) => each.request?.reference === request.reference);
  const inTime = payments.filter(({ verdict }) => verdict !== "late" && verdict !== "double");
  const received = inTime.reduce((sum, { payment }) => sum + payment.cents, 0n);
  return { step: stepOf(request, inTime, received, now), received, payments };
}

function stepOf(
  { cents, cancelledBlock, expires }: TillRequest,
  inTime: readonly JudgedPayment[],
  received: bigint,
  now: number,
): RequestState["step"] {
  if (inTime.some(({ verdict }) => verdict === "probable")) return "probable";
  if (received >= cents) return "paid";
  if (received > 0n) return "partial";
  if (cancelledBlock !== undefined) return "cancelled";
  return now > expires ? "expired" : "waiting";
}

/** What a person has to look at: everything but what was asked for and paid, and what no request of this till is about. */
export function isRemarkable({ verdict }: JudgedPayment): boolean {
  return verdict !== "exact" && verdict !== "other";
}
