// SPDX-License-Identifier: EUPL-1.2
import { buildBooks } from "@monnaie-commune/sdk/ledger/books";
import { entriesOf } from "@monnaie-commune/sdk/ledger/entries";
import { readAccountLedger } from "@monnaie-commune/sdk/ledger/read";
import { statementOf } from "@monnaie-commune/sdk/ledger/statements";
import type { ChainLog } from "@monnaie-commune/sdk/ledger/source";
import { expect } from "chai";
import { id } from "ethers";
import {
  account,
  chunkPaid,
  contracts,
  madeUpSource,
  NOBODY,
  redemptionCancelled,
  redemptionPaid,
  redemptionRefused,
  redemptionRequested,
  transfer,
} from "./made-up.ts";

const [shop, other] = [account(1), account(2)];
const { token, redemptions } = contracts;

// Two shops ask for euros four times in all: paid with a fee, cancelled, refused, and one that still waits. Somebody gives
// to the account in which it waits.
const logs: ChainLog[] = [
  transfer(NOBODY, shop, 10_000n, { block: 1, logIndex: 0 }),
  transfer(NOBODY, other, 5_000n, { block: 1, logIndex: 1 }),
  chunkPaid(1n, 4n, 0n, { block: 1, logIndex: 2 }),
  transfer(shop, token, 7n, { block: 2, logIndex: 0 }),
  transfer(shop, redemptions, 1_000n, { block: 2, logIndex: 1 }),
  redemptionRequested(1n, shop, 1_000n, 30n, { block: 2, logIndex: 2 }),
  transfer(shop, redemptions, 400n, { block: 3, logIndex: 0 }),
  redemptionRequested(2n, shop, 400n, 12n, { block: 3, logIndex: 1 }),
  transfer(other, redemptions, 300n, { block: 4, logIndex: 0 }),
  redemptionRequested(3n, other, 300n, 9n, { block: 4, logIndex: 1 }),
  transfer(redemptions, NOBODY, 970n, { block: 5, logIndex: 0 }),
  transfer(redemptions, token, 30n, { block: 5, logIndex: 1 }),
  redemptionPaid(1n, shop, 970n, 30n, { block: 5, logIndex: 2 }),
  transfer(redemptions, shop, 400n, { block: 6, logIndex: 0 }),
  redemptionCancelled(2n, shop, 400n, { block: 6, logIndex: 1 }),
  transfer(other, token, 2n, { block: 7, logIndex: 0 }),
  transfer(redemptions, other, 300n, { block: 7, logIndex: 1 }),
  redemptionRefused(3n, other, 4, 300n, { block: 7, logIndex: 2 }),
  transfer(other, redemptions, 50n, { block: 8, logIndex: 0 }),
  redemptionRequested(4n, other, 50n, 1n, { block: 8, logIndex: 1 }),
  transfer(other, redemptions, 5n, { block: 9 }),
];
const entries = entriesOf(logs, contracts);

describe("the books of exits to euros", () => {
  it("call each step by its name, the fee apart from what melted", () => {
    const steps = entries.flatMap((entry) =>
      entry.kind === "redemption" ? [[entry.step, entry.requestId, entry.cents, entry.shop]] : [],
    );
    expect(steps).to.deep.equal([
      ["requested", 1n, 1_000n, shop],
      ["requested", 2n, 400n, shop],
      ["requested", 3n, 300n, other],
      ["paid", 1n, 970n, shop],
      ["fee", 1n, 30n, shop],
      ["cancelled", 2n, 400n, shop],
      ["refused", 3n, 300n, other],
      ["requested", 4n, 50n, other],
    ]);
    const of = (step: string) => entries.find((entry) => entry.kind === "redemption" && entry.step === step);
    expect(of("refused")).to.include({ reasonCode: 4 });
    expect(of("paid")).to.include({ orderHash: id("transfer 1"), to: NOBODY });
    expect(of("fee")).to.include({ from: redemptions, to: token });
    expect(entries.filter(({ kind }) => kind === "fonte").map(({ cents }) => cents)).to.deep.equal([7n, 2n]);
    expect(entries.at(-1)).to.include({ kind: "payment", from: other, to: redemptions });
  });

  it("know at every moment what waits, what left and what the commons got", () => {
    const after = (block: number) =>
      buildBooks(
        entries.filter((entry) => entry.block <= block),
        token,
      );
    const blocks = [1, 2, 3, 4, 5, 6, 7, 8];
    const waiting = blocks.map((block) => after(block).waitingForEuros);
    expect(waiting).to.deep.equal([0n, 1_000n, 1_400n, 1_700n, 700n, 300n, 0n, 50n]);
    expect(blocks.map((block) => after(block).exitEscrow)).to.deep.equal(waiting);
    const books = buildBooks(entries, token);
    expect(books).to.include({ redeemed: 970n, burned: 970n, fees: 30n, fonte: 9n, till: 39n, exitEscrow: 55n });
    expect([...books.balances.values()].reduce((sum, cents) => sum + cents, 0n)).to.equal(15_000n - 970n);
  });

  it("give a shop the lines that moved its money", async () => {
    const read = async (who: typeof shop) => {
      const own = await readAccountLedger(madeUpSource(logs), contracts, who, { fromBlock: 0, toBlock: 9 });
      const statement = statementOf(own.entries, who, token);
      expect(statement).to.deep.equal(statementOf(entries, who, token));
      return statement.lines.map((line) => [
        line.kind === "redemption" ? `${line.step} ${line.requestId}` : line.kind,
        line.cents,
        line.balance,
      ]);
    };
    expect(await read(shop)).to.deep.equal([
      ["issued", 10_000n, 10_000n],
      ["fonte", -7n, 9_993n],
      ["requested 1", -1_000n, 8_993n],
      ["requested 2", -400n, 8_593n],
      ["cancelled 2", 400n, 8_993n],
    ]);
    expect((await read(other)).at(-3)).to.deep.equal(["refused 3", 300n, 4_998n]);
    expect((await read(token)).at(-2)).to.deep.equal(["fee 1", 30n, 37n]);
    expect((await read(redemptions)).slice(3, 5)).to.deep.equal([
      ["paid 1", -970n, 730n],
      ["fee 1", -30n, 700n],
    ]);
  });

  it("explain nothing by an event of another place or transaction", () => {
    const stray = entriesOf(
      [
        transfer(shop, redemptions, 10n, { block: 2, logIndex: 0 }),
        redemptionRequested(1n, shop, 10n, 0n, { block: 2, logIndex: 2 }),
        transfer(redemptions, shop, 10n, { block: 3, logIndex: 0 }),
        redemptionCancelled(1n, shop, 10n, { block: 3, logIndex: 1, tx: "another" }),
        { ...redemptionCancelled(1n, shop, 10n, { block: 3, logIndex: 1 }), address: account(99) },
      ],
      contracts,
    );
    expect(stray.map(({ kind }) => kind)).to.deep.equal(["payment", "payment"]);
  });
});
