// SPDX-License-Identifier: EUPL-1.2
import { buildBooks } from "@monnaie-commune/sdk/ledger/books";
import { dayOf } from "@monnaie-commune/sdk/days";
import { journalPlace } from "@monnaie-commune/sdk/ledger/acts";
import { checkEverything } from "@monnaie-commune/sdk/ledger/checks/check-everything";
import { journalCsv } from "@monnaie-commune/sdk/ledger/files/journal-csv";
import { IndependentDecay } from "@monnaie-commune/sdk/ledger/independent-decay";
import { type Journal, type JournalLine, linesOf, readJournal } from "@monnaie-commune/sdk/ledger/journal";
import { changesOf } from "@monnaie-commune/sdk/ledger/operation";
import { readBalances, readFigures } from "@monnaie-commune/sdk/ledger/read-figures";
import { createRpcSource } from "@monnaie-commune/sdk/ledger/rpc-source";
import { entriesByAccount, statementOf } from "@monnaie-commune/sdk/ledger/statements";
import { expect } from "chai";
import { parse } from "csv-parse/sync";
import { createPublicClient, custom, getAddress, type Hex, zeroAddress } from "viem";
import { deployedRegion, ethers, loadFixture } from "../helpers/fixtures.ts";
import { live, type Life } from "../helpers/random-life.ts";

const PLAN = { seed: "24 months", months: 24, people: 850, shops: 150, operationsAMonth: 2_084, blocksAMonth: 8 };
const OPERATIONS_AT_LEAST = 49_900;

const request = async (method: string, params: readonly unknown[] = []): Promise<unknown> =>
  await ethers.provider.send(method, [...params]);
const source = createRpcSource(request);
const client = createPublicClient({
  transport: custom({ request: async ({ method, params }) => await request(method, (params ?? []) as unknown[]) }),
});

/** What the contract says of everybody the journal names, and of itself, at the journal's last block. */
async function evidenceFor({ contracts, entries, acts, toBlock: block }: Journal) {
  const moved = buildBooks(entries, contracts.RegionalToken).balances.keys();
  const classed = acts.flatMap((act) => (act.event === "RateClassSet" ? [act.args.account] : []));
  const accounts = [...new Set([...moved, ...classed])];
  return {
    figures: await readFigures(client, contracts, block),
    day: dayOf(await source.timestampOf(block)),
    balances: await readBalances(client, contracts.RegionalToken, accounts, { block }),
  };
}

/** The decay by its definition alone, after each block that has a sample. */
function* independently(lines: readonly JournalLine[], token: Hex, blocks: readonly number[]) {
  const decay = new IndependentDecay(600, 200);
  let next = 0;
  for (const line of lines) {
    for (let block = blocks[next]; block !== undefined && line.block > block; block = blocks[++next]) {
      yield { block, decay };
    }
    if (line.kind === "act") {
      if (line.event === "RateClassSet") decay.setClass(line.args.account, line.args.rateClass, line.day);
      if (line.event === "RateAnnounced") decay.announce(line.args.rateClass, line.args);
    } else if (line.kind === "fonte") decay.add(token, line.cents, line.day);
    else for (const [account, cents] of changesOf(line, token)) decay.add(account, cents, line.day);
  }
  for (let block = blocks[next]; block !== undefined; block = blocks[++next]) yield { block, decay };
}

/** The chain before that life: tests after these find it as they left it. */
async function untouched(): Promise<void> {}

describe("24 months of random life, 1,000 accounts, 50,000 operations", function () {
  this.timeout(300_000);

  let life: Life;
  let journal: Journal;
  let token: Hex;
  let evidence: Awaited<ReturnType<typeof evidenceFor>>;

  before(async function () {
    await loadFixture(untouched);
    const region = await deployedRegion();
    life = await live(region, PLAN);
    const { contracts, fromBlock } = journalPlace(region.deployment);
    token = getAddress(contracts.RegionalToken);
    journal = await readJournal(source, contracts, { fromBlock });
    evidence = await evidenceFor(journal);
  });

  after(async function () {
    await loadFixture(untouched);
  });

  it("was lived: nothing that was sent was refused", function () {
    expect(life.operations).to.be.greaterThan(OPERATIONS_AT_LEAST);
    expect(life.accounts).to.have.length(1_000);
    for (const account of life.accounts) {
      const said = evidence.balances.get(account)?.settled ?? 0n;
      expect(said, account).to.equal(life.books.account(account).worth >> 48n);
    }
    const kinds = new Set(journal.entries.map(({ kind }) => kind));
    expect([...kinds].toSorted()).to.deep.equal(["fonte", "issue", "payment", "redemption"]);
  });

  it("closes each month of each account with what opens the next, and the last with what the contract says", function () {
    const { months } = life;
    const byAccount = entriesByAccount(journal.entries, token);
    const accounts = [...evidence.balances.keys()].filter((account) => account !== zeroAddress);
    expect(accounts.length).to.be.greaterThan(1_000);
    for (const account of accounts) {
      const own = byAccount.get(account) ?? [];
      const first = months[0] ?? 0;
      let closing = statementOf(own, account, token, { lastDay: first - 1 }).closing;
      for (let n = 0; n + 1 < months.length; n++) {
        const [firstDay = 0, next = 0] = months.slice(n, n + 2);
        const month = statementOf(own, account, token, { firstDay, lastDay: next - 1 });
        expect(month.opening, `${account} on day ${firstDay}`).to.equal(closing);
        const { opening, received, paid, fonte } = month;
        expect(month.closing).to.equal(opening + received - paid - fonte);
        closing = month.closing;
      }
      expect(closing, account).to.equal(evidence.balances.get(account)?.settled);
    }
  });

  it("gives the same statement from an account's own entries as from all", function () {
    const byAccount = entriesByAccount(journal.entries, token);
    for (const account of [...life.accounts.slice(-3), token, getAddress(journal.contracts.Redemptions)]) {
      const own = statementOf(byAccount.get(account) ?? [], account, token);
      expect(own).to.deep.equal(statementOf(journal.entries, account, token));
    }
  });

  it("adds up to the contract's balances in the table for spreadsheets", function () {
    const words = { column: String, movement: String, act: String };
    const text = [...journalCsv(linesOf(journal), words)].join("");
    const rows = parse(text, { bom: true, columns: true, delimiter: ";" }) as Record<string, string>[];
    const sums = new Map<string, bigint>();
    const add = (account: string, cents: bigint) => sums.set(account, (sums.get(account) ?? 0n) + cents);
    for (const { kind = "", from = "", to = "", amount = "" } of rows) {
      if (amount === "") continue;
      const cents = BigInt(amount.replace(",", ""));
      if (from !== "") add(from, -cents);
      const payee = kind === "fonte" ? token : to;
      if (payee !== "" && payee !== zeroAddress) add(payee, cents);
    }
    for (const [account, { settled }] of evidence.balances) expect(sums.get(account) ?? 0n, account).to.equal(settled);
  });

  it("melts as the decay's definition says, at the end of every month and in every account at the end", function () {
    const blocks = [...new Set(life.samples.map(({ block }) => block))];
    expect(blocks).to.have.length(PLAN.months);
    let compared = 0;
    for (const { block, decay } of independently(linesOf(journal), token, blocks)) {
      for (const { account, day, cents } of life.samples.filter((sample) => sample.block === block)) {
        const { least, most } = decay.on(account, day);
        expect(cents >= least && cents <= most, `${account} on day ${day}: ${cents}, not ${least}`).to.equal(true);
        compared++;
      }
    }
    expect(compared).to.equal(life.samples.length);
  });

  it("passes every check of the books", function () {
    const checks = checkEverything(journal, evidence);
    expect(checks.filter(({ holds }) => !holds)).to.deep.equal([]);
    expect(checks.map(({ key }) => key)).to.include.members([
      "fonteIsExact",
      "liveBalancesAgree",
      "balancesMakeSupply",
    ]);
  });
});
