// SPDX-License-Identifier: EUPL-1.2
import { CLAIMS_PER_SHEET } from "@monnaie-commune/sdk/claims/sheet-size";
import {
  buildSheetTree,
  type Claim,
  claimNumberOf,
  claimSheet,
  placeOfClaim,
} from "@monnaie-commune/sdk/claims/sheets";
import { buildRunTree } from "@monnaie-commune/sdk/runs";
import { expect } from "chai";
import { AbiCoder, concat, id, keccak256, toBeHex } from "ethers";
import fc from "fast-check";
import type { Hex } from "viem";

const abi = AbiCoder.defaultAbiCoder();
const claims = (count: number): Claim[] =>
  Array.from({ length: count }, (_, place) => ({
    claimKey: toBeHex(place + 1, 20) as Hex,
    amount: BigInt(place) + 1n,
  }));

/** The leaf of a claim, as IClaims says it. */
function leafOf(claimNumber: number, { claimKey, amount }: Claim): string {
  return keccak256(keccak256(abi.encode(["uint256", "address", "uint256"], [claimNumber, claimKey, amount])));
}

/** The root a proof leads to, computed as the contract does. */
function rootOf(leaf: string, proof: readonly string[]): string {
  return proof.reduce((node, other) => keccak256(node < other ? concat([node, other]) : concat([other, node])), leaf);
}

describe("claimNumberOf and placeOfClaim", () => {
  it("number the places of a sheet through, 128 to each", () => {
    expect([claimNumberOf(0, 0), claimNumberOf(0, 127), claimNumberOf(1, 0), claimNumberOf(3, 5)]).to.deep.equal([
      0, 127, 128, 389,
    ]);
    expect(placeOfClaim(127)).to.deep.equal({ chunkIndex: 0, place: 127 });
    expect(placeOfClaim(128)).to.deep.equal({ chunkIndex: 1, place: 0 });
  });

  it("undo each other", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(CLAIMS_PER_SHEET - 1), (chunkIndex, place) => {
        expect(placeOfClaim(claimNumberOf(chunkIndex, place))).to.deep.equal({ chunkIndex, place });
      }),
    );
  });
});

describe("buildSheetTree", () => {
  for (const count of [1, 2, 3, 127, 128]) {
    it(`proves every claim of ${count}`, () => {
      const list = claims(count);
      const { root, proof } = buildSheetTree(7, list);
      list.forEach((claim, place) => {
        expect(rootOf(leafOf(7 * 128 + place, claim), proof(place))).to.equal(root);
      });
      expect(proof(0).length).to.be.at.most(7);
    });
  }

  it("has a claim that is alone for its root", () => {
    const [only] = claims(1);
    if (only === undefined) throw new Error("One claim was asked for");
    const { root, proof } = buildSheetTree(0, [only]);
    expect(root).to.equal(leafOf(0, only));
    expect(proof(0)).to.deep.equal([]);
  });

  it("gives the same claims another root on another sheet", () => {
    expect(buildSheetTree(0, claims(3)).root).not.to.equal(buildSheetTree(1, claims(3)).root);
  });

  it("refuses no claims, 129 claims, and places that are not on the sheet", () => {
    for (const count of [0, 129]) expect(() => buildSheetTree(0, claims(count))).to.throw(RangeError);
    const { proof } = buildSheetTree(0, claims(3));
    for (const place of [-1, 3, 0.5, Number.NaN]) expect(() => proof(place)).to.throw(RangeError);
  });
});

describe("claimSheet", () => {
  it("says what the run declares of its claims", () => {
    expect(claimSheet(2, claims(3), 1_800_000_000)).to.deep.equal({
      chunkIndex: 2,
      root: buildSheetTree(2, claims(3)).root,
      claimCount: 3,
      amount: 6n,
      deadline: 1_800_000_000,
    });
  });
});

describe("a run with claim sheets", () => {
  const payments = [{ payee: toBeHex(9, 20) as Hex, amount: 5n }];
  const sheets = [claimSheet(1, claims(3), 1_800_000_000), claimSheet(2, claims(1), 1_800_000_000)];

  it("has its chunks and then its sheets for leaves, as IIssuance and IClaims say them", () => {
    const tree = buildRunTree([payments], sheets);
    const words = abi.encode(["address", "uint256"], [payments[0]?.payee, 5n]);
    const chunk = keccak256(keccak256(abi.encode(["uint256", "bytes32"], [0, keccak256(words)])));
    expect(rootOf(chunk, tree.proof(0))).to.equal(tree.root);
    for (const { chunkIndex, root, claimCount, amount, deadline } of sheets) {
      const types = ["uint256", "bytes32", "uint256", "uint256", "uint256"];
      const leaf = keccak256(keccak256(abi.encode(types, [chunkIndex, root, claimCount, amount, deadline])));
      expect(rootOf(leaf, tree.proof(chunkIndex))).to.equal(tree.root);
    }
  });

  it("may have nothing but sheets, and has another root when a deadline moves", () => {
    const [first] = sheets;
    if (first === undefined) throw new Error("There are two sheets");
    const { root, proof } = buildRunTree([], [first]);
    expect(proof(0)).to.deep.equal([]);
    expect(buildRunTree([], [{ ...first, deadline: first.deadline + 1 }]).root).not.to.equal(root);
    expect(buildRunTree([], [{ ...first, root: id("another") as Hex }]).root).not.to.equal(root);
  });

  it("is refused without anything, and with an empty chunk", () => {
    expect(() => buildRunTree([], [])).to.throw(RangeError);
    expect(() => buildRunTree([[]], sheets)).to.throw(RangeError);
    expect(() => buildRunTree([payments], sheets).proof(3)).to.throw(RangeError);
  });
});
