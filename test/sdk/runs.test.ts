// SPDX-License-Identifier: EUPL-1.2
import { buildRunTree, paymentsHash, type Payment } from "@monnaie-commune/sdk/runs";
import { expect } from "chai";
import { AbiCoder, concat, getAddress, keccak256, toBeHex, zeroPadValue } from "ethers";

const account = (n: number) => getAddress(toBeHex(n, 20)) as `0x${string}`;
const chunk = (first: number, count: number): Payment[] =>
  Array.from({ length: count }, (_, i) => ({ payee: account(first + i), amount: BigInt(100 * (first + i)) }));

/** What the contract computes from a leaf and a proof: OpenZeppelin's MerkleProof.processProof. */
function climb(index: number, payments: readonly Payment[], proof: readonly string[]): string {
  const encoded = AbiCoder.defaultAbiCoder().encode(["uint256", "bytes32"], [index, paymentsHash(payments)]);
  return proof.reduce(
    (node, sibling) => keccak256(concat(BigInt(node) < BigInt(sibling) ? [node, sibling] : [sibling, node])),
    keccak256(keccak256(encoded)),
  );
}

describe("paymentsHash", () => {
  it("hashes the words payee and amount, one after another", () => {
    const payments = chunk(7, 2);
    const words = payments.flatMap(({ payee, amount }) => [zeroPadValue(payee, 32), toBeHex(amount, 32)]);
    expect(paymentsHash(payments)).to.equal(keccak256(concat(words)));
  });

  it("depends on the order", () => {
    expect(paymentsHash(chunk(7, 2))).to.not.equal(paymentsHash(chunk(7, 2).toReversed()));
  });
});

describe("buildRunTree", () => {
  for (const count of [1, 2, 3, 7, 20]) {
    it(`proves each of ${count} chunks`, () => {
      const chunks = Array.from({ length: count }, (_, i) => chunk(1 + i * 10, 10));
      const tree = buildRunTree(chunks);
      chunks.forEach((payments, index) => expect(climb(index, payments, tree.proof(index))).to.equal(tree.root));
    });
  }

  it("tells equal chunks at different places apart", () => {
    const tree = buildRunTree([chunk(1, 3), chunk(1, 3)]);
    expect(climb(0, chunk(1, 3), tree.proof(1))).to.not.equal(tree.root);
    expect(climb(1, chunk(1, 3), tree.proof(1))).to.equal(tree.root);
  });

  it("refuses a run without a payment", () => {
    expect(() => buildRunTree([])).to.throw(RangeError);
    expect(() => buildRunTree([chunk(1, 1), []])).to.throw(RangeError);
  });

  it("has no proof for a chunk that is not in it", () => {
    const tree = buildRunTree([chunk(1, 1)]);
    for (const index of [-1, 1, 0.5]) expect(() => tree.proof(index)).to.throw(RangeError);
  });
});
