// SPDX-License-Identifier: EUPL-1.2
import { eip681Uri } from "@monnaie-commune/sdk/payments/eip681";
import { requestLink, type Here, type PaymentRequest } from "@monnaie-commune/sdk/payments/request";
import { shopCode } from "@monnaie-commune/sdk/payments/short-code";
import { describe, expect, it } from "vitest";
import { readScanned } from "./read-scanned.ts";

const SHOP = "0xBcd4042DE499D14e55001CcbB24a551F3b954096";
const HERE: Here = { chainId: 31337, token: "0x5FbDB2315678afecb367f032d93F642f64180aa3", now: 1_800_000_000 };
const REQUEST: PaymentRequest = { payee: SHOP, cents: 1_250_00n, label: "Pain", chainId: 31337, token: HERE.token };
const ORIGINS = ["https://region.example", "http://127.0.0.1:5173"];

const read = (text: string) => readScanned(text, HERE, ORIGINS);

describe("readScanned", () => {
  it("reads links of this page and of the region's site", () => {
    for (const origin of ORIGINS) {
      const link = requestLink(origin, REQUEST);
      expect(read(` ${link}\n`)).toEqual({
        kind: "payment",
        link: Object.fromEntries(new URL(link).searchParams),
      });
    }
  });

  it("reads what other wallets show: EIP-681 and addresses", () => {
    expect(read(eip681Uri(REQUEST))).toEqual({ kind: "payment", link: { a: SHOP, m: "1250,00" } });
    expect(read(SHOP)).toEqual({ kind: "payment", link: { a: SHOP } });
    expect(read(SHOP.toLowerCase())).toEqual({ kind: "payment", link: { a: SHOP } });
  });

  it("reads letters of the region, and codes in letters", () => {
    expect(read("https://region.example/prime#2-ABCDE")).toEqual({ kind: "letter", code: "2-ABCDE" });
    const code = shopCode(SHOP);
    expect(read(code)).toEqual({ kind: "code", text: code });
  });

  it("opens no other site, however much its address looks like ours", () => {
    for (const url of [
      "https://region.example.evil.example/payer?a=1",
      "https://region.example@evil.example/payer",
      "http://region.example/payer",
      "https://region.example:444/payer",
    ]) {
      expect(read(url), url).toMatchObject({ kind: "problem", problem: { kind: "otherSite" } });
    }
    expect(read("javascript:alert(1)")).toMatchObject({ kind: "problem", problem: { kind: "unknown" } });
  });

  it("says what else it saw", () => {
    const problem = (text: string) => {
      const scanned = read(text);
      return scanned.kind === "problem" ? scanned.problem : scanned;
    };
    expect(problem("https://region.example/payer?a=1&m=1,00&m=9,00")).toEqual({ kind: "altered" });
    expect(problem("https://region.example/reglages")).toEqual({ kind: "other" });
    expect(problem(`ethereum:${SHOP}?value=1e18`)).toEqual({ kind: "coin" });
    expect(problem(`ethereum:${HERE.token}@1/transfer?address=${SHOP}`)).toEqual({ kind: "wrongNetwork", chainId: 1 });
    expect(problem(SHOP.replace("B", "b"))).toEqual({ kind: "malformedPart", part: "account" });
    expect(problem("  Bonjour\n\u202ele monde")).toEqual({ kind: "unknown", text: "Bonjour le monde" });
    expect(problem("x".repeat(500))).toEqual({ kind: "unknown", text: "x".repeat(60) });
  });
});
