// SPDX-License-Identifier: EUPL-1.2
import type { Incoming } from "@monnaie-commune/sdk/ledger/incoming";
import { referenceNonce, sequenceNonce } from "@monnaie-commune/sdk/payments/authorisation";
import { describe, expect, it } from "vitest";
import { isRemarkable, judgePayments, paymentKey, stateOf } from "./judge-payments.ts";
import { newRequest, REQUEST_SECONDS, type TillRequest } from "./till-request.ts";

const NOW = 1_790_000_000;
const [CAMILLE, NAIMA] = [
  "0x000000000000000000000000000000000000000A",
  "0x000000000000000000000000000000000000000b",
] as const;

const asked = (cents: bigint, block = 10, at = NOW) => newRequest(cents, undefined, { block, at }, NOW);

function paid(cents: bigint, more: Partial<Incoming> = {}): Incoming {
  return { from: CAMILLE, cents, block: 11, logIndex: 0, tx: "0x01", at: NOW + 20, ...more };
}

const to = (request: TillRequest) => ({ nonce: referenceNonce(request.reference) });
const verdicts = (requests: TillRequest[], payments: Incoming[]) =>
  judgePayments(requests, payments).map(({ verdict }) => verdict);
const stepAt = (request: TillRequest, payments: Incoming[], now = NOW + 30) =>
  stateOf(request, judgePayments([request], payments), now).step;

describe("a request", () => {
  it("waits, then is over", () => {
    const request = asked(12_50n);
    expect(stepAt(request, [])).toBe("waiting");
    expect(stepAt(request, [], NOW + REQUEST_SECONDS)).toBe("waiting");
    expect(stepAt(request, [], NOW + REQUEST_SECONDS + 1)).toBe("expired");
    expect(stepAt({ ...request, cancelledBlock: 10 }, [])).toBe("cancelled");
  });

  it("is paid by its reference and the whole amount", () => {
    const request = asked(12_50n);
    const payments = [paid(12_50n, to(request))];
    expect(verdicts([request], payments)).toEqual(["exact"]);
    expect(stepAt(request, payments)).toBe("paid");
  });

  it("is not paid by another till's reference, though the amount is the same", () => {
    const request = asked(12_50n);
    const payments = [paid(12_50n, { nonce: referenceNonce("caisse:other") })];
    expect(verdicts([request], payments)).toEqual(["other"]);
    expect(stepAt(request, payments)).toBe("waiting");
  });

  it("is paid by two who share it, and says what is missing until then", () => {
    const request = asked(12_50n);
    const first = paid(5_00n, to(request));
    const second = paid(7_50n, { ...to(request), from: NAIMA, block: 12 });
    expect(stateOf(request, judgePayments([request], [first]), NOW + 30)).toMatchObject({
      step: "partial",
      received: 5_00n,
    });
    expect(verdicts([request], [first, second])).toEqual(["part", "exact"]);
    expect(stepAt(request, [first, second])).toBe("paid");
  });

  it("names what is too much", () => {
    const request = asked(12_50n);
    expect(verdicts([request], [paid(13_00n, to(request))])).toEqual(["over"]);
  });

  it("names a second payment double, and stays paid", () => {
    const request = asked(12_50n);
    const payments = [paid(12_50n, to(request)), paid(12_50n, { ...to(request), from: NAIMA, block: 12 })];
    expect(verdicts([request], payments)).toEqual(["exact", "double"]);
    expect(stateOf(request, judgePayments([request], payments), NOW + 30)).toMatchObject({
      step: "paid",
      received: 12_50n,
    });
  });

  it("names a payment late that came after its end, or after it was taken back", () => {
    const request = asked(12_50n);
    const afterEnd = paid(12_50n, { ...to(request), at: request.expires + 1 });
    expect(verdicts([request], [afterEnd])).toEqual(["late"]);
    expect(stepAt(request, [afterEnd], request.expires + 2)).toBe("expired");
    expect(verdicts([{ ...request, cancelledBlock: 10 }], [paid(12_50n, to(request))])).toEqual(["late"]);
  });

  it("measures lateness by the chain's clock when that one is ahead", () => {
    const inAMonth = NOW + 30 * 86_400;
    const request = asked(12_50n, 10, inAMonth);
    expect(verdicts([request], [paid(12_50n, { ...to(request), at: inAMonth + 60 })])).toEqual(["exact"]);
    expect(verdicts([request], [paid(12_50n, { ...to(request), at: inAMonth + 601 })])).toEqual(["late"]);
  });
});

describe("a payment without a reference", () => {
  it("is probable when the amount and the moment fit, signed for or not", () => {
    const request = asked(12_50n);
    for (const payment of [paid(12_50n), paid(12_50n, { nonce: sequenceNonce(7n) })]) {
      expect(verdicts([request], [payment])).toEqual(["probable"]);
      expect(stepAt(request, [payment])).toBe("probable");
    }
  });

  it("is no payment of a request that came after it, nor of another amount", () => {
    const request = asked(12_50n);
    expect(verdicts([request], [paid(12_50n, { block: 10 })])).toEqual(["other"]);
    expect(verdicts([request], [paid(12_49n)])).toEqual(["other"]);
  });

  it("is left alone once somebody said that it is for something else", () => {
    const request = asked(12_50n);
    const payment = paid(12_50n);
    const judged = judgePayments([request], [payment], [paymentKey(payment)]);
    expect(judged[0]?.verdict).toBe("other");
    expect(stateOf(request, judged, NOW + 30).step).toBe("waiting");
  });

  it("gives way to the one with the reference, whichever came first", () => {
    const request = asked(12_50n);
    const plain = paid(12_50n, { from: NAIMA });
    const referenced = paid(12_50n, { ...to(request), block: 12 });
    expect(verdicts([request], [plain, referenced])).toEqual(["other", "exact"]);
    expect(stepAt(request, [plain, referenced])).toBe("paid");
  });

  it("pays one of two equal requests, the older", () => {
    const [older, newer] = [asked(4_00n), asked(4_00n)];
    const judged = judgePayments([older, newer], [paid(4_00n)]);
    expect(judged[0]?.request).toBe(older);
    expect(verdicts([older, newer], [paid(4_00n), paid(4_00n, { block: 12 })])).toEqual(["probable", "probable"]);
  });
});

describe("isRemarkable", () => {
  it("leaves alone what was asked for, and what is not about this till", () => {
    const all = ["exact", "part", "over", "double", "late", "probable", "other"] as const;
    const remarkable = all.filter((verdict) => isRemarkable({ payment: paid(1n), verdict }));
    expect(remarkable).toEqual(["part", "over", "double", "late", "probable"]);
  });
});
