// SPDX-License-Identifier: EUPL-1.2
import { buildBooks } from "@monnaie-commune/sdk/ledger/books";
import { checkBooks } from "@monnaie-commune/sdk/ledger/checks/check-books";
import { journalPlace } from "@monnaie-commune/sdk/ledger/acts";
import { readJournal } from "@monnaie-commune/sdk/ledger/journal";
import { readAccountLedger } from "@monnaie-commune/sdk/ledger/read";
import { createRpcSource } from "@monnaie-commune/sdk/ledger/rpc-source";
import { groupFonte, statementOf } from "@monnaie-commune/sdk/ledger/statements";
import { createViemSource } from "@monnaie-commune/sdk/ledger/viem-source";
import { expect } from "chai";
import { id } from "ethers";
import { createPublicClient, custom, type Hex } from "viem";
import { ethers, loadFixture } from "../../helpers/fixtures.ts";
import { livelyRegion } from "../../helpers/lively-region.ts";
import { days } from "../../helpers/time.ts";

const request = async (method: string, params: readonly unknown[]): Promise<unknown> =>
  await ethers.provider.send(method, [...params]);

type Lively = Awaited<ReturnType<typeof livelyRegion>>;

function readingOf({ deployment }: Lively) {
  const { RegionalToken, Issuance, Redemptions, AccessManager } = deployment.contracts;
  return {
    contracts: {
      token: RegionalToken.address,
      issuance: Issuance.address,
      redemptions: Redemptions.address,
    },
    options: { fromBlock: AccessManager.block },
    place: journalPlace(deployment).contracts,
  };
}

describe("the ledger of a region on a real chain", () => {
  it("agrees with the contracts in every check", async () => {
    const lively = await loadFixture(livelyRegion);
    const { contracts, place, options } = readingOf(lively);
    const { entries } = await readJournal(createRpcSource(request), place, options);
    const { issued, attested } = await lively.issuance.programmeOf(1n);
    const checks = checkBooks(buildBooks(entries, contracts.token), {
      totalSupply: await lively.token.totalSupply(),
      cap: await lively.token.cap(),
      till: await lively.token.balanceOf(contracts.token),
      programmes: [{ programmeId: 1n, issued, attested }],
      redeemed: await lively.redemptions.redeemed(),
      waitingForEuros: await lively.redemptions.waiting(),
    });
    expect(checks.filter(({ holds }) => !holds)).to.deep.equal([]);
    expect(checks.find(({ key }) => key === "programmeAgrees")?.actual).to.equal(15_334n + 1_500n);
    const books = buildBooks(entries, contracts.token);
    expect(books).to.include({ waiting: 0n, escrow: 0n });
    expect(books).to.include({ redeemed: 485n, fees: 15n, waitingForEuros: 200n, exitEscrow: 200n });
  });

  it("rebuilds the settled balance of every account", async () => {
    const lively = await loadFixture(livelyRegion);
    const { contracts, place, options } = readingOf(lively);
    const { entries } = await readJournal(createRpcSource(request), place, options);
    const { balances, fonte } = buildBooks(entries, contracts.token);
    for (const [account, cents] of balances) {
      expect(await lively.token.settledBalanceOf(account), account).to.equal(cents);
    }
    expect(fonte > 0n).to.equal(true);
  });

  it("gives the same statement from an account's own logs, with the days of its blocks", async () => {
    const lively = await loadFixture(livelyRegion);
    const { contracts, place, options } = readingOf(lively);
    const source = createRpcSource(request);
    const all = await readJournal(source, place, options);
    const [ana, shop] = [lively.ana.address as Hex, lively.shop.address as Hex];
    for (const account of [ana, shop, contracts.token, contracts.redemptions]) {
      const own = await readAccountLedger(source, contracts, account, options);
      const statement = statementOf(own.entries, account, contracts.token);
      expect(statement).to.deep.equal(statementOf(all.entries, account, contracts.token));
      expect(statement.closing).to.equal(await lively.token.settledBalanceOf(account));
      expect(groupFonte(statement.lines).at(-1)?.balance).to.equal(statement.closing);
      for (const { block, day } of statement.lines) {
        expect(day).to.equal(Math.floor(((await ethers.provider.getBlock(block))?.timestamp ?? 0) / days(1)));
      }
    }
  });

  it("tells who decided, proposed and approved what came in", async () => {
    const lively = await loadFixture(livelyRegion);
    const { contracts, options } = readingOf(lively);
    const ana = lively.ana.address as Hex;
    const { entries } = await readAccountLedger(createRpcSource(request), contracts, ana, options);
    const stories = entries.flatMap((entry) => (entry.kind === "issue" ? [entry.story] : []));
    expect(stories.map((story) => story?.chunkIndex)).to.deep.equal([0n, 1n]);
    const [claim] = entries.flatMap((entry) => (entry.kind === "claim" ? [entry] : []));
    expect(claim).to.include({ to: ana, cents: 800n, runId: 1n, claimNumber: 257n });
    expect(claim?.story?.approver).to.equal(lively.approver.address);
    expect(stories[0]).to.include({
      runId: 1n,
      programmeId: 1n,
      decisionHash: id("decision"),
      proposer: lively.bonusOfficer.address,
      approver: lively.approver.address,
    });
  });

  it("reads the same through viem", async () => {
    const lively = await loadFixture(livelyRegion);
    const { place, options } = readingOf(lively);
    const provider = {
      request: async (call: { method: string; params?: unknown[] }) => await request(call.method, call.params ?? []),
    };
    const client = createPublicClient({ transport: custom(provider) });
    const throughViem = await readJournal(createViemSource(client), place, options);
    expect(throughViem).to.deep.equal(await readJournal(createRpcSource(request), place, options));
  });
});
