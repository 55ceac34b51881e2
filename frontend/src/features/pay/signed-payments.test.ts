// SPDX-License-Identifier: EUPL-1.2
import type { SignedAuthorisation } from "@monnaie-commune/sdk/payments/authorisation";
import { beforeEach, describe, expect, it, vi } from "vitest";
import {
  dropSignedPayment,
  keepSignedPayment,
  readSignedPayments,
  signedPaymentsKey,
  subscribeSignedPayments,
} from "./signed-payments.ts";

const KEY = signedPaymentsKey(31337, "0xabc");
const NOW = 1_800_000_000;

function signed(nonce: `0x${string}`, validBefore = NOW + 600): SignedAuthorisation {
  return {
    chainId: 31337,
    token: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
    from: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
    to: "0xBcd4042DE499D14e55001CcbB24a551F3b954096",
    value: "1250",
    validAfter: 0,
    validBefore,
    nonce,
    signature: "0xab",
  };
}

const nonces = () => readSignedPayments(KEY).map((payment) => payment.signed.nonce);

beforeEach(() => localStorage.clear());

describe("signed payments", () => {
  it("are kept until they are dropped, each number once", () => {
    keepSignedPayment(KEY, { signed: signed("0x01"), block: 7, reference: "F-1" }, NOW);
    keepSignedPayment(KEY, { signed: signed("0x02"), block: 7 }, NOW);
    keepSignedPayment(KEY, { signed: signed("0x01", NOW + 900), block: 9 }, NOW);
    expect(nonces()).toEqual(["0x02", "0x01"]);
    expect(readSignedPayments(KEY)[1]).toEqual({ signed: signed("0x01", NOW + 900), block: 9 });
    dropSignedPayment(KEY, signed("0x02"));
    expect(nonces()).toEqual(["0x01"]);
  });

  it("go when they have run out", () => {
    keepSignedPayment(KEY, { signed: signed("0x01", NOW), block: 7 }, NOW - 1);
    keepSignedPayment(KEY, { signed: signed("0x02"), block: 7 }, NOW);
    expect(nonces()).toEqual(["0x02"]);
  });

  it("are those of one chain", () => {
    keepSignedPayment(KEY, { signed: signed("0x01"), block: 7 }, NOW);
    expect(readSignedPayments(signedPaymentsKey(31337, "0xdef"))).toEqual([]);
  });

  it("leave out what is damaged", () => {
    for (const text of ["{", "7", '[1,{"block":1}]', '[{"block":1,"signed":{"from":"0x12","value":"x"}}]']) {
      localStorage.setItem(KEY, text);
      expect(readSignedPayments(KEY)).toEqual([]);
    }
  });

  it("tell who listens", () => {
    const heard = vi.fn<() => void>();
    const stop = subscribeSignedPayments(heard);
    keepSignedPayment(KEY, { signed: signed("0x01"), block: 7 }, NOW);
    stop();
    dropSignedPayment(KEY, signed("0x01"));
    expect(heard).toHaveBeenCalledTimes(1);
  });
});
