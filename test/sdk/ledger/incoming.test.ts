// SPDX-License-Identifier: EUPL-1.2
import { readAuthorised, readUses } from "@monnaie-commune/sdk/ledger/authorised";
import { createMemoryStore } from "@monnaie-commune/sdk/ledger/store";
import { readIncoming } from "@monnaie-commune/sdk/ledger/incoming";
import { referenceNonce, sequenceNonce } from "@monnaie-commune/sdk/payments/authorisation";
import { expect } from "chai";
import { account, authorisationUsed, contracts, madeUpSource, NOBODY, transfer } from "./made-up.ts";

const [SHOP, CAMILLE, NAIMA, OTHER] = [account(1), account(2), account(3), account(4)];
const { token } = contracts;
const FIRST = referenceNonce("caisse:1");
const SECOND = referenceNonce("caisse:2");

const incoming = (logs: Parameters<typeof madeUpSource>[0], withTimestamps = false) =>
  readIncoming(madeUpSource(logs, { withTimestamps }), token, SHOP, { fromBlock: 0, toBlock: 99 });

describe("readIncoming", () => {
  it("gives each payment the number its payer signed, in a transaction that makes several", async () => {
    const tx = "batch";
    const found = await incoming([
      authorisationUsed(CAMILLE, FIRST, { block: 5, logIndex: 0, tx }),
      transfer(CAMILLE, token, 3n, { block: 5, logIndex: 1, tx }),
      transfer(SHOP, token, 1n, { block: 5, logIndex: 2, tx }),
      transfer(CAMILLE, SHOP, 12_50n, { block: 5, logIndex: 3, tx }),
      authorisationUsed(NAIMA, SECOND, { block: 5, logIndex: 4, tx }),
      transfer(NAIMA, SHOP, 4_00n, { block: 5, logIndex: 5, tx }),
    ]);
    expect(found.map(({ from, cents, nonce }) => ({ from, cents, nonce }))).to.deep.equal([
      { from: CAMILLE, cents: 12_50n, nonce: FIRST },
      { from: NAIMA, cents: 4_00n, nonce: SECOND },
    ]);
  });

  it("gives no number to a payment nobody signed, though the payer signed another one in the same transaction", async () => {
    const tx = "both";
    const found = await incoming([
      authorisationUsed(CAMILLE, FIRST, { block: 5, logIndex: 0, tx }),
      transfer(CAMILLE, OTHER, 12_50n, { block: 5, logIndex: 1, tx }),
      transfer(CAMILLE, SHOP, 12_50n, { block: 5, logIndex: 2, tx }),
      transfer(NAIMA, SHOP, 2_00n, { block: 6, logIndex: 0 }),
    ]);
    expect(found.map(({ nonce }) => nonce)).to.deep.equal([undefined, undefined]);
  });

  it("leaves out new money, what the shop pays itself, and payments of 0", async () => {
    const found = await incoming([
      transfer(NOBODY, SHOP, 5_00n, { block: 1 }),
      transfer(SHOP, SHOP, 5_00n, { block: 2 }),
      transfer(CAMILLE, SHOP, 0n, { block: 3 }),
      transfer(SHOP, CAMILLE, 1_00n, { block: 4 }),
    ]);
    expect(found).to.deep.equal([]);
  });

  it("knows the time of each, whether the node gives it along or not", async () => {
    const logs = [transfer(CAMILLE, SHOP, 1_00n, { block: 7, day: 20_000 })];
    const [[asked], [given]] = await Promise.all([incoming(logs), incoming(logs, true)]);
    expect(asked?.at).to.equal(20_000 * 86_400 + 86_399);
    expect(given?.at).to.equal(20_000 * 86_400 + 5);
  });
});

describe("readAuthorised", () => {
  it("finds what an account signed, and nothing of others", async () => {
    const logs = [
      authorisationUsed(SHOP, sequenceNonce(0n), { block: 3 }),
      authorisationUsed(CAMILLE, FIRST, { block: 4 }),
      authorisationUsed(SHOP, SECOND, { block: 5, logIndex: 2 }),
    ];
    const options = { fromBlock: 0, toBlock: 99, store: createMemoryStore() };
    const found = await readAuthorised(madeUpSource(logs), token, SHOP, options);
    expect(found.map(({ nonce, block }) => [nonce, block])).to.deep.equal([
      [sequenceNonce(0n), 3],
      [SECOND, 5],
    ]);
  });
});

describe("readUses", () => {
  it("finds where some numbers were used, whoever signed", async () => {
    const logs = [
      authorisationUsed(CAMILLE, FIRST, { block: 4, tx: "a" }),
      authorisationUsed(NAIMA, FIRST, { block: 5, tx: "b" }),
      authorisationUsed(NAIMA, sequenceNonce(1n), { block: 6 }),
    ];
    const range = { fromBlock: 0, toBlock: 99 };
    const found = await readUses(madeUpSource(logs), token, [FIRST, SECOND], range);
    expect(found.map(({ block, nonce }) => [block, nonce])).to.deep.equal([
      [4, FIRST],
      [5, FIRST],
    ]);
    expect(await readUses(madeUpSource(logs), token, [], range)).to.deep.equal([]);
  });
});
