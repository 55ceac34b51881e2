// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from "vitest";
import { circuitOf, rankSuppliers } from "./circuit.ts";
import { idleCents } from "./idle.ts";
import type { Shop } from "./shop.ts";

const shop = (address: string) => ({ address }) as Shop;
const partOf = circuitOf(
  [
    { from: "0xA", to: "0xME" },
    { from: "0xB", to: "0xC" },
    { from: "0xB", to: "0xD" },
    { from: "0xB", to: "0xd" },
    { from: "0xE", to: "0xE" },
  ],
  "0xme",
);

describe("circuitOf", () => {
  it("counts the shops that a shop bought from, each once and never itself", () => {
    expect(partOf("0xb")).toEqual({ isCustomer: false, buysFrom: 2 });
    expect(partOf("0xa")).toEqual({ isCustomer: true, buysFrom: 1 });
    expect(partOf("0xE")).toEqual({ isCustomer: false, buysFrom: 0 });
  });
});

describe("rankSuppliers", () => {
  it("puts customers first, then those who buy from others, then the nearest", () => {
    const far = [
      { shop: shop("0xNear"), km: 1 },
      { shop: shop("0xB"), km: 90 },
      { shop: shop("0xFar"), km: 80 },
      { shop: shop("0xA"), km: 120 },
      { shop: shop("0xUnknown") },
    ];
    const order = rankSuppliers(far, partOf).map((supplier) => supplier.shop.address);
    expect(order).toEqual(["0xA", "0xB", "0xNear", "0xFar", "0xUnknown"]);
  });
});

describe("idleCents", () => {
  const lines = [
    { day: 100, balance: 80_00n },
    { day: 120, balance: 30_00n },
    { day: 125, balance: 90_00n },
  ];

  it("is the least that lay there since a day, and no more than there is now", () => {
    expect(idleCents(lines, 110, 95_00n)).toBe(30_00n);
    expect(idleCents(lines, 122, 95_00n)).toBe(30_00n);
    expect(idleCents(lines, 126, 95_00n)).toBe(90_00n);
    expect(idleCents(lines, 126, 20_00n)).toBe(20_00n);
  });

  it("is nothing when there was none yet on that day", () => {
    expect(idleCents(lines, 99, 95_00n)).toBe(0n);
    expect(idleCents([], 99, 95_00n)).toBe(0n);
  });
});
