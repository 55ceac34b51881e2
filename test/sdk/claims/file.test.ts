// SPDX-License-Identifier: EUPL-1.2
import { expect } from "chai";
import { AbiCoder, concat, getAddress, keccak256, toBeHex } from "ethers";
import { type ClaimsFile, claimsFileText, findClaim, readClaimsFile } from "@monnaie-commune/sdk/claims/file";
import { buildSheetTree } from "@monnaie-commune/sdk/claims/sheets";

const address = (n: number) => getAddress(toBeHex(2n ** 100n + BigInt(n), 20)) as `0x${string}`;

function sheet(chunkIndex: number, count: number): ClaimsFile["sheets"][number] {
  return {
    chunkIndex,
    claims: Array.from({ length: count }, (_, i) => [address(chunkIndex * 1000 + i), String(100 + i)]),
  };
}

const FILE: ClaimsFile = {
  version: 1,
  chainId: 31337,
  region: "centre-val-de-loire",
  issuance: address(900_001),
  token: address(900_002),
  runId: "12",
  planHash: `0x${"ab".repeat(32)}`,
  deadline: 1_800_000_000,
  sheets: [sheet(3, 128), sheet(4, 3)],
};

/** What the contract computes from a claim and its proof. */
function climb(claimNumber: number, claimKey: string, amount: bigint, proof: readonly string[]): string {
  const leaf = AbiCoder.defaultAbiCoder().encode(["uint256", "address", "uint256"], [claimNumber, claimKey, amount]);
  return proof.reduce(
    (node, sibling) => keccak256(concat(BigInt(node) < BigInt(sibling) ? [node, sibling] : [sibling, node])),
    keccak256(keccak256(leaf)),
  );
}

describe("readClaimsFile", function () {
  it("gives back what was written", function () {
    expect(readClaimsFile(claimsFileText(FILE))).to.deep.equal({ file: FILE });
  });

  it("reads the same file whatever the order of its fields, and writes it the same", function () {
    const { sheets, ...rest } = FILE;
    const read = readClaimsFile(JSON.stringify({ sheets, ...rest }, undefined, 2));
    expect("file" in read && claimsFileText(read.file)).to.equal(claimsFileText(FILE));
  });

  const lowerCase = FILE.issuance.toLowerCase();
  const refusals: [string, string, unknown][] = [
    ["a list", "shape", [FILE]],
    ["null", "shape", null],
    ["another version", "version", { ...FILE, version: 2 }],
    ["a field too many", "shape", { ...FILE, name: "Camille" }],
    ["a missing field", "shape", { ...FILE, token: undefined }],
    ["a chain that is no number", "shape", { ...FILE, chainId: "31337" }],
    ["a region that is no slug", "shape", { ...FILE, region: "../../etc" }],
    ["an address without its checksum", "shape", { ...FILE, issuance: lowerCase }],
    ["an address of 19 bytes", "shape", { ...FILE, token: FILE.token.slice(0, -2) }],
    ["a run that is a number", "shape", { ...FILE, runId: 12 }],
    ["run 0", "shape", { ...FILE, runId: "0" }],
    ["a hash in upper case", "shape", { ...FILE, planHash: `0x${"AB".repeat(32)}` }],
    ["a deadline with a fraction", "shape", { ...FILE, deadline: 1.5 }],
    ["no sheet", "shape", { ...FILE, sheets: [] }],
    ["an empty sheet", "shape", { ...FILE, sheets: [sheet(3, 0)] }],
    ["a sheet of 129 claims", "shape", { ...FILE, sheets: [sheet(3, 129)] }],
    ["a sheet with a negative number", "shape", { ...FILE, sheets: [{ ...sheet(3, 1), chunkIndex: -1 }] }],
    ["sheets out of order", "shape", { ...FILE, sheets: FILE.sheets.toReversed() }],
    ["a sheet twice", "shape", { ...FILE, sheets: [sheet(3, 1), sheet(3, 1)] }],
    ["a key twice", "shape", { ...FILE, sheets: [sheet(3, 1), { ...sheet(3, 1), chunkIndex: 4 }] }],
    ...["0", "-1", "01", "1.5", "1e3", "", " 1", 1, (2n ** 80n).toString()].map((cents): [string, string, unknown] => [
      `${JSON.stringify(cents)} cents`,
      "shape",
      { ...FILE, sheets: [{ chunkIndex: 3, claims: [[address(1), cents]] }] },
    ]),
    ["a claim of three parts", "shape", { ...FILE, sheets: [{ chunkIndex: 3, claims: [[address(1), "1", "x"]] }] }],
  ];
  for (const [what, problem, value] of refusals) {
    it(`refuses ${what} (${problem})`, function () {
      expect(readClaimsFile(JSON.stringify(value))).to.deep.equal({ problem });
    });
  }

  it("refuses what is no JSON, and what is too long to be read", function () {
    expect(readClaimsFile(claimsFileText(FILE).slice(0, -3))).to.deep.equal({ problem: "json" });
    expect(readClaimsFile("<!doctype html>")).to.deep.equal({ problem: "json" });
    expect(readClaimsFile(" ".repeat(16_000_001))).to.deep.equal({ problem: "size" });
  });
});

describe("findClaim", function () {
  it("numbers a claim through its sheet, and proves it up to the sheet's root", function () {
    const [, second] = FILE.sheets;
    const found = findClaim(FILE, address(4_002));
    expect(found).to.deep.include({ chunkIndex: 4, place: 2, claimNumber: 4 * 128 + 2, amount: 102n });
    const claims = second?.claims.map(([claimKey, cents]) => ({ claimKey, amount: BigInt(cents) })) ?? [];
    expect(found?.root).to.equal(buildSheetTree(4, claims).root);
    expect(climb(514, address(4_002), 102n, found?.proof ?? [])).to.equal(found?.root);
  });

  it("finds the first and the last place of a full sheet", function () {
    for (const place of [0, 127]) {
      const found = findClaim(FILE, address(3_000 + place));
      expect(found?.place).to.equal(place);
      expect(climb(3 * 128 + place, address(3_000 + place), BigInt(100 + place), found?.proof ?? [])).to.equal(
        found?.root,
      );
    }
  });

  it("knows nothing of another key", function () {
    expect(findClaim(FILE, address(5_000))).to.equal(undefined);
  });
});
