// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from "vitest";
import type { Address } from "../../lib/runtime-config.ts";
import { obstacleTo } from "./obstacle.ts";

const PAYEE = "0xBcd4042DE499D14e55001CcbB24a551F3b954096";
const OTHER = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
const TILL = "0x5FbDB2315678afecb367f032d93F642f64180aa3";
const ISSUANCE = "0xe7f1725E7734CE288F8367e1Bb143E90bb3F0512";

const ask = (changes: Partial<Parameters<typeof obstacleTo>[0]>) =>
  obstacleTo({ payee: PAYEE, payer: OTHER, till: TILL, contracts: [TILL, ISSUANCE], status: "approved", ...changes });

describe("obstacleTo", () => {
  it("lets shops, people and strangers be paid", () => {
    expect(ask({})).toBeUndefined();
    expect(ask({ status: undefined, payer: undefined })).toBeUndefined();
    expect(ask({ status: "left" })).toBeUndefined();
  });

  it("keeps money from where nobody could use it, however the address is written", () => {
    expect(ask({ payer: PAYEE.toLowerCase() as Address })).toBe("self");
    expect(ask({ payee: TILL.toLowerCase() as Address })).toBe("till");
    expect(ask({ payee: ISSUANCE })).toBe("contract");
    expect(ask({ payee: "0x0000000000000000000000000000000000000000" })).toBe("contract");
  });

  it("does not pay a shop that is suspended", () => {
    expect(ask({ status: "suspended" })).toBe("suspended");
  });
});
