// SPDX-License-Identifier: EUPL-1.2
import { eip681Uri, readEip681 } from "@monnaie-commune/sdk/payments/eip681";
import type { Here, PaymentRequest } from "@monnaie-commune/sdk/payments/request";
import { expect } from "chai";
import { formatUnits } from "ethers";
import fc from "fast-check";

const SHOP = "0xBcd4042DE499D14e55001CcbB24a551F3b954096";
const TOKEN = "0x5FbDB2315678afecb367f032d93F642f64180aa3";
const OTHER = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
const HERE: Here = { chainId: 31337, token: TOKEN, now: 1_800_000_000 };
const REQUEST: PaymentRequest = { payee: SHOP, cents: 12_50n, chainId: 31337, token: TOKEN };

/** The cents of a transfer whose amount is written so; or the problem. */
function amount(text: string) {
  const read = readEip681(`ethereum:${TOKEN}@31337/transfer?address=${SHOP}&uint256=${encodeURIComponent(text)}`, HERE);
  return read.ok ? read.request.cents : read.problem;
}

function problem(text: string) {
  const read = readEip681(text, HERE);
  return read.ok ? undefined : read.problem;
}

describe("eip681Uri", () => {
  it("asks for a transfer of the currency on its network, in cents", () => {
    expect(eip681Uri(REQUEST)).to.equal(`ethereum:${TOKEN}@31337/transfer?address=${SHOP}&uint256=1250`);
    const { cents: _, ...open } = REQUEST;
    expect(eip681Uri(open)).to.equal(`ethereum:${TOKEN}@31337/transfer?address=${SHOP}`);
  });

  it("is read again as it was", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 2n ** 80n - 1n }), (cents) => {
        const request = { ...REQUEST, cents };
        expect(readEip681(eip681Uri(request), HERE)).to.deep.equal({ ok: true, request });
      }),
    );
  });
});

describe("readEip681", () => {
  it("reads what other wallets write: pay-, capitals, no network, no amount", () => {
    const { cents: _, ...open } = REQUEST;
    for (const text of [
      `ethereum:pay-${TOKEN}@31337/transfer?address=${SHOP}`,
      `ETHEREUM:${TOKEN.toLowerCase()}@31337/transfer?address=${SHOP.toLowerCase()}`,
      `ethereum:${TOKEN}/transfer?address=${SHOP}`,
      `  ethereum:${SHOP}@31337\n`,
      `ethereum:${SHOP}`,
    ]) {
      expect(readEip681(text, HERE), text).to.deep.equal({ ok: true, request: open });
    }
  });

  it("reads decimals and exponents exactly", () => {
    const amounts: [string, bigint][] = [
      ["1250", 1250n],
      ["12.5e2", 1250n],
      ["1.25E3", 1250n],
      ["+1250", 1250n],
      ["1250.00", 1250n],
      ["1e2", 100n],
      [".5e1", 5n],
      ["0001", 1n],
      ["1208925819614629174706175", 2n ** 80n - 1n],
    ];
    for (const [text, cents] of amounts) expect(amount(text), text).to.equal(cents);
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 20n }), fc.integer({ min: 0, max: 18 }), (cents, exponent) => {
        expect(amount(`${formatUnits(cents, exponent)}e${exponent}`)).to.equal(cents);
      }),
    );
  });

  it("refuses odd numbers", () => {
    const odd = "0 0e9 0.5 1.005e2 -1 1e 1e-2 1e1000 1e999 9e80 1,5 0x10 NaN Infinity 1208925819614629174706176 ١٢";
    for (const text of [...odd.split(" "), "", "1 0", "9".repeat(81)]) {
      expect(amount(text), text).to.deep.equal({ kind: "malformedPart", part: "amount" });
    }
  });

  it("tells another network and another currency", () => {
    expect(problem(`ethereum:${TOKEN}@1/transfer?address=${SHOP}&uint256=1`)).to.deep.equal({
      kind: "wrongNetwork",
      chainId: 1,
    });
    expect(problem(`ethereum:${OTHER}@31337/transfer?address=${SHOP}&uint256=1`)).to.deep.equal({
      kind: "wrongCurrency",
    });
  });

  const problems: [kind: string, texts: string[]][] = [
    ["coin", [`ethereum:${SHOP}@31337?value=1e18`, `ethereum:${TOKEN}/transfer?address=${SHOP}&uint256=1&value=1`]],
    [
      "other",
      [
        `ethereum:${TOKEN}@31337/approve?address=${SHOP}&uint256=1`,
        `ethereum:${TOKEN}@31337/transferFrom?address=${SHOP}`,
        `ethereum:${TOKEN}@31337/transfer?address=${SHOP}&address=${OTHER}&uint256=1`,
        `ethereum:${TOKEN}@31337/transfer?address=${SHOP}&uint256=1&uint256=2`,
      ],
    ],
    ["name", [`ethereum:shop.eth`, `ethereum:${TOKEN}@31337/transfer?address=shop.eth&uint256=1`]],
    ["notOne", ["", "https://example.org", "bitcoin:1", SHOP, "ethereumm:0x"]],
    [
      "malformedPart",
      [
        "ethereum:",
        "ethereum:0x12",
        `ethereum:${SHOP.replace("B", "b")}`,
        `ethereum:${SHOP}@0x1`,
        `ethereum:${SHOP}@`,
        `ethereum:${TOKEN}@31337/transfer`,
        `ethereum:${TOKEN}@31337/transfer?address=0x12`,
      ],
    ],
  ];
  for (const [kind, texts] of problems) {
    it(`says what else it is: ${kind}`, () => {
      for (const text of texts) expect(problem(text), text).to.have.property("kind", kind);
    });
  }

  it("never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
        expect(readEip681(`ethereum:${text}`, HERE)).to.have.property("ok");
      }),
    );
  });
});
