// SPDX-License-Identifier: EUPL-1.2
import {
  immutableValues,
  isPublishedProgram,
  maskedCode,
  matchCode,
  noteOf,
  programHash,
  programOf,
  readImmutable,
} from "@monnaie-commune/sdk/runtime-code";
import { expect } from "chai";
import type { Hex } from "viem";

const note = (digit: string) => `a2646970667358221220${digit.repeat(64)}64736f6c63430008220033`;
const word = (digits: string) => digits.padStart(64, "0");
const PLACES = { cap: [2, 36], token: [70] };
const code = (cap: string, other: string, token: string, end = note("a"), start = "6001"): Hex =>
  `0x${start}${word(cap)}6002${word(other)}6003${word(token)}fe${end}`;
const COMPILED = code("", "", "");

describe("the code of a contract", () => {
  it("is a program and the compiler's note, where there is one", () => {
    expect(programOf(code("1", "1", "2"))).to.equal(`0x6001${word("1")}6002${word("1")}6003${word("2")}fe`);
    expect(noteOf(COMPILED)).to.equal(`0x${note("a")}`);
    expect(programOf("0x6001fe")).to.equal("0x6001fe");
    expect(noteOf("0x6001fe")).to.equal("0x");
  });

  it("is compared without its immutables and its note, and with everything else", () => {
    const deployed = code("5", "5", "abc");
    expect(maskedCode(deployed, PLACES)).to.equal(COMPILED);
    expect(matchCode(deployed, COMPILED, PLACES)).to.equal("exact");
    expect(matchCode(code("5", "5", "abc", note("b")), COMPILED, PLACES)).to.equal("sameProgram");
    expect(matchCode(code("5", "5", "abc", note("a"), "6101"), COMPILED, PLACES)).to.equal("different");
    expect(matchCode(`${deployed}00`, COMPILED, PLACES)).to.equal("different");
    expect(matchCode(deployed.slice(0, 60) as Hex, COMPILED, PLACES)).to.equal("different");
    expect(matchCode("0x", COMPILED, PLACES)).to.equal("none");
  });

  it("is known again by the hash that was published", () => {
    const published = { hash: programHash(COMPILED, PLACES), immutables: PLACES };
    expect(isPublishedProgram(code("5", "5", "abc", note("b")), published)).to.equal(true);
    expect(isPublishedProgram(code("5", "5", "abc", note("b"), "6000"), published)).to.equal(false);
    expect(isPublishedProgram("0x", published)).to.equal(false);
  });

  it("holds each immutable once, whatever the number of its places", () => {
    expect(immutableValues(code("5", "5", "abc"), PLACES)).to.deep.equal({
      cap: `0x${word("5")}`,
      token: `0x${word("abc")}`,
    });
    expect(immutableValues(code("5", "6", "abc"), PLACES).cap).to.equal(undefined);
    expect(immutableValues("0x6001", PLACES).cap).to.equal(undefined);
  });

  it("holds immutables as their types read", () => {
    const address = "70997970c51812dc3a010c7d01b50e0d17dc79c8";
    expect(readImmutable(`0x${word(address)}`, "contract IRegionalToken")).to.equal(`0x${address}`);
    expect(readImmutable(`0x${word(address)}`, "address")).to.equal(`0x${address}`);
    expect(readImmutable(`0x${word("1f4")}`, "uint16")).to.equal("500");
    expect(readImmutable(`0x${"f".repeat(64)}`, "int256")).to.equal("-1");
    expect(readImmutable(`0x${word("1")}`, "bool")).to.equal("true");
    expect(readImmutable(`0x${word("1f4")}`, "bytes32")).to.equal(`0x${word("1f4")}`);
    expect(readImmutable(`0x${"4d43".padEnd(62, "0")}02`, "ShortString")).to.equal('"MC"');
    expect(readImmutable(`0x${word("0")}`, "ShortString")).to.equal('""');
    expect(readImmutable(`0x${"f".repeat(64)}`, "ShortString")).to.equal(`0x${"f".repeat(64)}`);
  });
});
