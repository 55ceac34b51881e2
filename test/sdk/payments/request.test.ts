// SPDX-License-Identifier: EUPL-1.2
import {
  cleanLabel,
  type Here,
  isReference,
  type LinkField,
  type PaymentRequest,
  readRequestLink,
  requestCode,
  requestLink,
} from "@monnaie-commune/sdk/payments/request";
import { expect } from "chai";
import { getAddress } from "ethers";
import fc from "fast-check";
import type { Hex } from "viem";

const SHOP = "0xBcd4042DE499D14e55001CcbB24a551F3b954096";
const TOKEN = "0x5FbDB2315678afecb367f032d93F642f64180aa3";
const OTHER = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
const HERE: Here = { chainId: 31337, token: TOKEN, now: 1_800_000_000 };
const WHOLE: PaymentRequest = {
  payee: SHOP,
  cents: 12_50n,
  label: "Pain & brioche",
  reference: "F-2026/117",
  expires: HERE.now + 900,
  chainId: HERE.chainId,
  token: TOKEN,
};

const addresses = fc
  .uint8Array({ minLength: 20, maxLength: 20 })
  .map((bytes) => getAddress(`0x${Buffer.from(bytes).toString("hex")}`) as Hex);
const labels = fc.string({ unit: "grapheme", maxLength: 60 }).map(cleanLabel);
const references = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }).filter(isReference);
const requests: fc.Arbitrary<PaymentRequest> = fc.record(
  {
    payee: addresses,
    cents: fc.bigInt({ min: 1n, max: 2n ** 80n - 1n }),
    label: labels.filter((label) => label !== ""),
    reference: references,
    expires: fc.integer({ min: HERE.now, max: HERE.now + 1e6 }),
    chainId: fc.constant(HERE.chainId),
    token: fc.constant(HERE.token),
  },
  { requiredKeys: ["payee", "chainId", "token"] },
);

/** The fields of a link, as a page finds them. */
function fieldsOf(request: PaymentRequest): Partial<Record<LinkField, string>> {
  return Object.fromEntries(new URL(requestLink("https://region.example", request)).searchParams);
}

/** Which problem the link has with some fields changed; `undefined` takes one out. */
function problem(changes: Partial<Record<LinkField, unknown>>, request = WHOLE, here = HERE) {
  const entries = Object.entries({ ...fieldsOf(request), ...changes }).filter(([, value]) => value !== undefined);
  const read = readRequestLink(Object.fromEntries(entries), here);
  return read.ok ? undefined : read.problem;
}

describe("requestLink", () => {
  it("is an https link to the dApp with everything a payer is shown", () => {
    const url = new URL(requestLink("https://region.example", WHOLE));
    expect(url.origin + url.pathname).to.equal("https://region.example/payer");
    expect(fieldsOf(WHOLE)).to.deep.equal({
      a: SHOP,
      m: "12,50",
      l: "Pain & brioche",
      r: "F-2026/117",
      x: "1800000900",
      n: "31337",
      t: TOKEN,
      k: requestCode(WHOLE),
    });
  });

  it("writes large amounts without a space", () => {
    expect(fieldsOf({ ...WHOLE, cents: 1_234_567_89n }).m).to.equal("1234567,89");
  });
});

describe("readRequestLink", () => {
  it("reads every link that was written, with its code", () => {
    fc.assert(
      fc.property(requests, (request) => {
        const read = readRequestLink(fieldsOf(request), HERE);
        expect(read).to.deep.equal({ ok: true, request, code: requestCode(request) });
      }),
    );
  });

  it("reads older links with payee, amount and label alone, for this place", () => {
    const place = { chainId: HERE.chainId, token: TOKEN };
    expect(readRequestLink({ a: SHOP }, HERE)).to.deep.equal({ ok: true, request: { payee: SHOP, ...place } });
    expect(readRequestLink({ a: SHOP.toLowerCase(), m: "1\u202f250,5", l: " deux  pains " }, HERE)).to.deep.equal({
      ok: true,
      request: { payee: SHOP, cents: 1_250_50n, label: "deux pains", ...place },
    });
  });

  it("refuses any field that was changed, taken out or added", () => {
    const changes: Partial<Record<LinkField, string | undefined>>[] = [
      { a: OTHER },
      { m: "12,51" },
      { m: "1250,00" },
      { m: undefined },
      { l: "Pain" },
      { l: undefined },
      { r: "F-2026/118" },
      { r: undefined },
      { x: "1800000901" },
      { x: undefined },
      { n: "100" },
      { n: undefined },
      { t: OTHER },
      { t: undefined },
      { k: undefined },
      { k: "0000000000" },
      { k: requestCode(WHOLE).toLowerCase() },
    ];
    for (const change of changes) expect(problem(change), JSON.stringify(change)).to.deep.equal({ kind: "altered" });
    expect(problem({ r: "new" }, { payee: SHOP, chainId: 31337, token: TOKEN })).to.deep.equal({ kind: "altered" });
  });

  it("does not take a link for an older one because its code was taken out", () => {
    for (const field of ["r", "x", "n", "t"] as const) {
      const read = readRequestLink({ a: SHOP, m: "99,00", [field]: fieldsOf(WHOLE)[field] }, HERE);
      expect(read, field).to.deep.equal({ ok: false, problem: { kind: "altered" } });
    }
  });

  it("reads the same amount in another writing", () => {
    expect(problem({ m: "12.50" })).to.equal(undefined);
    expect(problem({ m: "12,5" })).to.equal(undefined);
  });

  it("names what is malformed", () => {
    const malformed: [LinkField, unknown[]][] = [
      ["a", ["", "0x12", `${SHOP}00`, SHOP.replace("B", "b"), "javascript:alert(1)", 7, null]],
      [
        "m",
        [
          "",
          "0",
          "0,00",
          "-1",
          "1,250",
          "1.250,50",
          "1e3",
          "NaN",
          "Infinity",
          "12,501",
          "9".repeat(26),
          "<b>1</b>",
          12,
        ],
      ],
      ["l", [12, {}]],
      ["r", ["", " F1", "F1 ", "a\u0000b", "a\u202eb", "a\u200bb", "e\u0301", "r".repeat(121), 4]],
      ["x", ["", "0", "-1", "1.5", "1e9", "0x10", "9".repeat(16), "99999999999999999", 5]],
      ["n", ["", "0", "1.0", "0x7a69", "9".repeat(17), 31337]],
      ["t", ["", "0x00", SHOP.slice(2), 3]],
    ];
    for (const [field, values] of malformed) {
      for (const value of values) {
        expect(problem({ [field]: value }), `${field}=${String(value)}`).to.deep.equal({ kind: "malformed", field });
      }
    }
  });

  it("tells another network, another currency and a request that is over", () => {
    expect(problem({}, { ...WHOLE, chainId: 100 })).to.deep.equal({ kind: "wrongNetwork", chainId: 100 });
    expect(problem({}, { ...WHOLE, token: OTHER })).to.deep.equal({ kind: "wrongCurrency" });
    const { now } = HERE;
    expect(problem({}, { ...WHOLE, expires: now })).to.equal(undefined);
    expect(problem({}, { ...WHOLE, expires: now - 1 })).to.deep.equal({ kind: "expired", expires: now - 1 });
  });

  it("never throws, and never finds a code in what has none", () => {
    const values = fc.oneof(fc.string({ unit: "binary", maxLength: 60 }), fc.integer(), fc.constant(SHOP));
    const fields = fc.dictionary(fc.constantFrom("a", "m", "l", "r", "x", "n", "t", "k"), values);
    fc.assert(
      fc.property(fields, (search) => {
        const read = readRequestLink({ a: SHOP, ...search }, HERE);
        if (read.ok) expect(read.code).to.equal(undefined);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("requestCode", () => {
  it("stays what it is, so that tills and payers of any version agree", () => {
    expect(requestCode(WHOLE)).to.equal("34BTHS183G");
    expect(requestCode({ payee: SHOP, chainId: 31337, token: TOKEN })).to.equal("HQX1KB1WJY");
  });

  it("does not mix up one field's text with another's", () => {
    const { payee, chainId, token } = WHOLE;
    const codes = [
      { label: "12" },
      { reference: "12" },
      { cents: 12n },
      { expires: 12 },
      { label: "1", reference: "2" },
      { label: '1","2' },
      {},
    ].map((fields) => requestCode({ payee, chainId, token, ...fields }));
    expect(new Set(codes).size).to.equal(codes.length);
  });
});

describe("cleanLabel", () => {
  it("leaves one line, without anything that is not seen or turns letters around", () => {
    expect(cleanLabel("  deux\n pains\t\u00a0bis ")).to.equal("deux pains bis");
    expect(cleanLabel("12,00\u202e00,5\u200b\u0000")).to.equal("12,0000,5");
    expect(cleanLabel("\u2066\u2069")).to.equal("");
    expect(cleanLabel("e\u0301")).to.equal("\u00e9");
  });

  it("cuts what is too long between letters, and is the same twice", () => {
    expect([...cleanLabel("\u{1f956}".repeat(100))]).to.have.length(80);
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        expect(cleanLabel(cleanLabel(text))).to.equal(cleanLabel(text));
      }),
    );
  });
});
