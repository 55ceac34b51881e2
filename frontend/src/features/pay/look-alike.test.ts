// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from "vitest";
import type { Address } from "../../lib/runtime-config.ts";
import { lookAlikeOf } from "./look-alike.ts";

const BAKERY = { address: "0xBcd4042DE499D14e55001CcbB24a551F3b954096", name: "La Fournée" } as const;
const BOOKS = { address: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8", name: "Les Halles" } as const;

/** An address with the same first and last digits. */
function twin(address: Address, digits: number): Address {
  const filling = "1".repeat(40 - 2 * digits);
  return `0x${address.slice(2, 2 + digits)}${filling}${address.slice(-digits)}`;
}

describe("lookAlikeOf", () => {
  it("finds whom an address was made to look like", () => {
    expect(lookAlikeOf(twin(BAKERY.address, 4), [BOOKS, BAKERY])).toBe(BAKERY);
    expect(lookAlikeOf(twin(BAKERY.address, 6).toLowerCase() as Address, [BOOKS, BAKERY])).toBe(BAKERY);
  });

  it("takes neither the address itself nor a vague likeness for one", () => {
    expect(lookAlikeOf(BAKERY.address.toLowerCase() as Address, [BAKERY])).toBeUndefined();
    expect(lookAlikeOf(twin(BAKERY.address, 3), [BAKERY])).toBeUndefined();
    expect(lookAlikeOf(BOOKS.address, [BAKERY])).toBeUndefined();
  });
});
