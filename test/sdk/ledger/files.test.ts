// SPDX-License-Identifier: EUPL-1.2
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dayOf } from "@monnaie-commune/sdk/days";
import { FEC_ACCOUNTS, readFecAccounts, type FecAccounts } from "@monnaie-commune/sdk/ledger/files/fec-accounts";
import { fecFile, fecName } from "@monnaie-commune/sdk/ledger/files/fec";
import { journalCsv } from "@monnaie-commune/sdk/ledger/files/journal-csv";
import { journalJsonl } from "@monnaie-commune/sdk/ledger/files/journal-jsonl";
import { pickLines, type Pick } from "@monnaie-commune/sdk/ledger/files/pick";
import { writeOut, type FileSums, type TextFile } from "@monnaie-commune/sdk/ledger/files/text-file";
import { buildBooks } from "@monnaie-commune/sdk/ledger/books";
import { everythingOf, lineId, linesOf, readJournal, type Journal } from "@monnaie-commune/sdk/ledger/journal";
import { createRpcSource } from "@monnaie-commune/sdk/ledger/rpc-source";
import { expect } from "chai";
import { parse } from "csv-parse/sync";
import { ethers, loadFixture } from "../../helpers/fixtures.ts";
import { journalWords, writeLedgerFiles } from "../../../scripts/lib/write-ledger-files.ts";
import { setLanguage } from "../../../scripts/lib/messages.ts";
import { livelyRegion } from "../../helpers/lively-region.ts";

const request = async (method: string, params: readonly unknown[]): Promise<unknown> =>
  await ethers.provider.send(method, [...params]);

async function livelyJournal() {
  const region = await loadFixture(livelyRegion);
  const { contracts } = region.deployment;
  const addresses = {
    AccessManager: contracts.AccessManager.address,
    RegionalToken: contracts.RegionalToken.address,
    MerchantRegistry: contracts.MerchantRegistry.address,
    Issuance: contracts.Issuance.address,
    Redemptions: contracts.Redemptions.address,
    AuthorizationBatch: contracts.AuthorizationBatch.address,
  };
  const fromBlock = contracts.AccessManager.block;
  const journal = await readJournal(createRpcSource(request), addresses, { fromBlock });
  const last = await ethers.provider.getBlock(journal.toBlock);
  const first = await ethers.provider.getBlock(0);
  const origin = {
    chainId: 31_337,
    genesisHash: (first?.hash ?? "0x") as `0x${string}`,
    fromBlock,
    block: journal.toBlock,
    at: last?.timestamp ?? 0,
  };
  return { ...region, journal, origin };
}

function textOf(file: TextFile): FileSums & { text: string; longestPiece: number } {
  let text = "";
  let longestPiece = 0;
  const sums = writeOut(file, (piece) => {
    text += piece;
    longestPiece = Math.max(longestPiece, piece.length);
  });
  return { ...sums, text, longestPiece };
}

const folder = () => mkdtempSync(join(tmpdir(), "files-"));

const centsOf = (amount: string | undefined): bigint => BigInt((amount ?? "").replace(",", ""));

function csvOf(journal: Journal, pick: Pick = {}): Record<string, string>[] {
  const { text } = textOf(journalCsv(pickLines(linesOf(journal), pick), journalWords));
  return parse(text, { bom: true, delimiter: ";", columns: true });
}

type FecRow = Record<string, string>;

function fecOf(journal: Journal, pick: Pick = {}, accounts?: FecAccounts): FecRow[] {
  const { text } = textOf(fecFile(journal, pick, accounts));
  return parse(text, { delimiter: "\t", columns: true, quote: null });
}

/** Credits less debits of each account and part that holds anything. */
function fecBalances(rows: readonly FecRow[]): Map<string, bigint> {
  const balances = new Map<string, bigint>();
  for (const { CompteNum, CompAuxNum, Debit, Credit } of rows) {
    const key = `${CompteNum} ${CompAuxNum}`.trim();
    balances.set(key, (balances.get(key) ?? 0n) + centsOf(Credit) - centsOf(Debit));
  }
  for (const [key, cents] of balances) if (cents === 0n) balances.delete(key);
  return balances;
}

describe("the files of the ledger", function () {
  before(() => setLanguage("fr"));

  describe("the table for spreadsheets", function () {
    it("has every line once, and amounts that add up to the balances of the chain", async function () {
      const { journal, token } = await livelyJournal();
      const rows = csvOf(journal);
      expect(rows.map((row) => row.ligne)).to.deep.equal(linesOf(journal).map(lineId));
      const balances = new Map<string, bigint>();
      const add = (account: string, cents: bigint) => balances.set(account, (balances.get(account) ?? 0n) + cents);
      const till = await token.getAddress();
      for (const row of rows) {
        const cents = row.montant === "" ? 0n : centsOf(row.montant);
        if (row.de !== "" && row.nature !== "émission") add(row.de as string, -cents);
        if (row.nature === "fonte") add(till, cents);
        else if (row.à !== "" && row.nature !== "euros versés") add(row.à as string, cents);
      }
      balances.delete("");
      expect(balances.size).to.be.greaterThan(5);
      for (const [account, cents] of balances) expect(await token.settledBalanceOf(account), account).to.equal(cents);
    });

    it("opens in spreadsheets: byte order mark, semicolons, CRLF, decimal commas, ISO dates, no formula", async function () {
      const { journal } = await livelyJournal();
      const { text, rows, cents } = textOf(journalCsv(linesOf(journal), journalWords));
      expect(text.startsWith("\uFEFFligne;date;nature;de;à;montant;")).to.equal(true);
      expect(text.split("\r\n")).to.have.length(rows + 2);
      expect(text.match(/\uFEFF/gu)).to.have.length(1);
      expect(text).to.match(/;émission;;0x[0-9A-Fa-f]{40};100,00;/u);
      expect(text).not.to.match(/(^|;)[=+@-]/mu);
      expect(cents).to.equal(journal.entries.reduce((sum, entry) => sum + entry.cents, 0n));
    });

    it("neutralises a text from the chain that a spreadsheet would run", async function () {
      const { journal } = await livelyJournal();
      const [act] = journal.acts;
      if (act === undefined) throw new Error("no act");
      const words = { ...journalWords, act: () => "=HYPERLINK(1)" };
      expect(textOf(journalCsv([act], words)).text).to.include(";'=HYPERLINK(1);");
    });

    it("has a name for everything that can happen, in both languages", async function () {
      const { journal } = await livelyJournal();
      for (const language of ["fr", "en"] as const) {
        setLanguage(language);
        expect(textOf(journalCsv(everythingOf(journal), journalWords)).rows).to.equal(everythingOf(journal).length);
      }
      setLanguage("fr");
    });
  });

  describe("the lines for programs", function () {
    it("has everything the contracts told, exactly, in order", async function () {
      const { journal } = await livelyJournal();
      const { text, rows, cents } = textOf(journalJsonl(everythingOf(journal)));
      const lines = text
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as Record<string, unknown>);
      expect(lines).to.have.length(rows);
      expect(rows).to.equal(journal.entries.length + journal.acts.length);
      const sum = lines.reduce((total, line) => total + BigInt((line.cents as string | undefined) ?? 0), 0n);
      expect(sum).to.equal(cents);
      const places = lines.map(({ block, logIndex }) => (block as number) * 1_000 + (logIndex as number));
      expect(places).to.deep.equal(places.toSorted((a, b) => a - b));
      const attested = lines.find(({ event }) => event === "EurosAttested");
      expect(attested?.args).to.include({ programmeId: "1", amount: "100000" });
      const issue = lines.find(({ kind }) => kind === "issue");
      expect(issue?.story).to.include({ runId: "1", chunkIndex: "0" });
    });
  });

  describe("the file in the FEC format", function () {
    it("has 18 columns in the legal order, in ASCII, tabs and CRLF", async function () {
      const { journal } = await livelyJournal();
      const { text, rows } = textOf(fecFile(journal));
      const lines = text.split("\r\n");
      expect(lines[0]?.split("\t").join(" ")).to.equal(
        "JournalCode JournalLib EcritureNum EcritureDate CompteNum CompteLib CompAuxNum CompAuxLib PieceRef PieceDate " +
          "EcritureLib Debit Credit EcritureLet DateLet ValidDate Montantdevise Idevise",
      );
      expect(lines).to.have.length(rows + 2);
      for (const line of lines.slice(0, -1)) expect(line.split("\t")).to.have.length(18);
      expect(text).to.match(/^[\t\r\n -~]*$/u);
    });

    it("balances each entry, and numbers those of each journal without a gap", async function () {
      const { journal } = await livelyJournal();
      const entries = new Map<string, bigint>();
      const numbers = new Map<string, number>();
      for (const row of fecOf(journal)) {
        const journalCode = row.JournalCode as string;
        const last = numbers.get(journalCode) ?? 0;
        const number = Number(row.EcritureNum);
        expect([last, last + 1], `${journalCode} ${number} after ${last}`).to.include(number);
        numbers.set(journalCode, number);
        const key = `${journalCode} ${number}`;
        entries.set(key, (entries.get(key) ?? 0n) + centsOf(row.Debit) - centsOf(row.Credit));
        expect(row.EcritureDate).to.match(/^\d{8}$/u);
        expect([row.PieceDate, row.ValidDate]).to.deep.equal([row.EcritureDate, row.EcritureDate]);
        expect(row.CompteNum).to.match(/^\d{3}/u);
        expect([centsOf(row.Debit), centsOf(row.Credit)].filter((cents) => cents === 0n)).to.have.length(1);
      }
      expect([...numbers.keys()].toSorted()).to.deep.equal(["EM", "EU", "FO", "OP"]);
      expect([...entries.values()].filter((difference) => difference !== 0n)).to.deep.equal([]);
    });

    it("adds up to what the chain says of every account, of the programmes and of the reserve", async function () {
      const { journal, token, issuance, redemptions } = await livelyJournal();
      const balances = fecBalances(fecOf(journal));
      const { number } = FEC_ACCOUNTS.holders;
      let holders = 0;
      const own = new Set(Object.values(journal.contracts));
      for (const account of buildBooks(journal.entries, journal.contracts.RegionalToken).balances.keys()) {
        if (own.has(account)) continue;
        holders++;
        const expected = await token.settledBalanceOf(account);
        expect(balances.get(`${number} ${account}`) ?? 0n, account).to.equal(expected);
      }
      expect(holders).to.equal(3);
      const { attested, issued } = await issuance.programmeOf(1n);
      const redeemed = await redemptions.redeemed();
      expect(balances.get(FEC_ACCOUNTS.reserve.number)).to.equal(redeemed - attested);
      expect(balances.get(`${FEC_ACCOUNTS.unissued.number} Programme 1`)).to.equal(attested - issued);
      expect(balances.get(FEC_ACCOUNTS.till.number)).to.equal(await token.settledBalanceOf(token));
      expect(balances.get(FEC_ACCOUNTS.exits.number)).to.equal(await redemptions.waiting());
      expect(balances.has(FEC_ACCOUNTS.claims.number)).to.equal(false);
      expect(balances.has(FEC_ACCOUNTS.unexplained.number)).to.equal(false);
    });

    it("begins a later period with what each account held, in one balanced entry", async function () {
      const { journal } = await livelyJournal();
      const middle = journal.entries.at(-6)?.day ?? 0;
      const before = fecBalances(fecOf(journal, { lastDay: middle - 1 }));
      const later = fecOf(journal, { firstDay: middle });
      const opening = later.filter(({ JournalCode }) => JournalCode === "AN");
      expect(later.slice(0, opening.length)).to.deep.equal(opening);
      expect(fecBalances(opening)).to.deep.equal(before);
      expect(opening.every(({ EcritureNum }) => EcritureNum === "1")).to.equal(true);
      expect(fecBalances(later)).to.deep.equal(fecBalances(fecOf(journal)));
    });

    it("opens a period in which nothing happens too", async function () {
      const { journal, origin } = await livelyJournal();
      const rows = fecOf(journal, { firstDay: dayOf(origin.at) + 1 });
      expect(new Set(rows.map(({ JournalCode }) => JournalCode))).to.deep.equal(new Set(["AN"]));
    });

    it("uses the accounts it is given, and refuses those no such file may hold", async function () {
      const { journal } = await livelyJournal();
      const accounts = { ...FEC_ACCOUNTS, reserve: { number: "5121REG", label: "Banque" } };
      expect(fecOf(journal, {}, accounts).map(({ CompteNum }) => CompteNum)).to.include("5121REG");
      const refuse = (number: string, label: string) => () =>
        textOf(fecFile(journal, {}, { ...FEC_ACCOUNTS, till: { number, label } }));
      expect(refuse("4x7", "Caisse")).to.throw("Account till: Its number does not begin with three digits");
      expect(refuse("467300", "Caisse\tde la fonte")).to.throw("Account till: Its label is not of 1 to 100");
    });

    it("takes accounts from a file, and says what is wrong with one", function () {
      const own = { number: "512200", label: "Banque" };
      expect(readFecAccounts(JSON.stringify({ reserve: own }))).to.deep.equal({ ...FEC_ACCOUNTS, reserve: own });
      const wrong: [unknown, string][] = [
        [{ bank: own }, "Account bank: It is none of reserve, unissued"],
        [{ till: { number: 467, label: "Caisse" } }, "Account till: It needs a number and a label"],
        [[], "The accounts are not JSON"],
        [{ till: null }, "Account till: It needs a number and a label"],
        [{ till: { number: "46", label: "Caisse" } }, "Account till: Its number does not begin with three digits"],
      ];
      for (const [accounts, sentence] of wrong) {
        expect(() => readFecAccounts(JSON.stringify(accounts))).to.throw(sentence);
      }
      expect(() => readFecAccounts("{")).to.throw("The accounts are not JSON");
    });

    it("is named after whose books it is, and their last day", function () {
      expect(fecName("123456789", dayOf(1_798_675_200))).to.equal("123456789FEC20261231.txt");
      expect(() => fecName("12345678", 20_000)).to.throw("A SIREN has 9 digits");
    });
  });

  describe("of one account, or of a period", function () {
    it("have the lines that are about it, and no others", async function () {
      const { journal, shop, ana } = await livelyJournal();
      const lines = pickLines(linesOf(journal), { account: shop.address.toLowerCase() as `0x${string}` });
      const kinds = new Set(lines.map((line) => (line.kind === "act" ? line.event : line.kind)));
      expect([...kinds]).to.include.members(["MerchantApproved", "payment", "redemption", "fonte"]);
      expect(lines.some((line) => line.kind === "issue")).to.equal(false);
      const books = buildBooks(
        lines.filter((line) => line.kind !== "act"),
        journal.contracts.RegionalToken,
      );
      expect(books.balances.get(shop.address as `0x${string}`)).to.equal(
        buildBooks(journal.entries, journal.contracts.RegionalToken).balances.get(shop.address as `0x${string}`),
      );
      const days = pickLines(linesOf(journal), { firstDay: lines[0]?.day ?? 0, lastDay: lines[0]?.day ?? 0 });
      expect(new Set(days.map(({ day }) => day)).size).to.equal(1);
      expect(csvOf(journal, { account: ana.address as `0x${string}` }).length).to.be.lessThan(linesOf(journal).length);
    });
  });

  describe("written with their manifest", function () {
    it("are what the manifest says, byte for byte, whoever writes them", async function () {
      const { journal, origin } = await livelyJournal();
      const [one, other] = [folder(), folder()];
      const style = { prefix: "MDC", siren: "123456789" };
      const { files, manifest } = writeLedgerFiles(one, journal, origin, {}, style);
      writeLedgerFiles(other, journal, origin, {}, style);
      const text = readFileSync(manifest, "utf8");
      expect(readFileSync(join(other, "MDC-manifest.json"), "utf8")).to.equal(text);
      const told = JSON.parse(text) as { files: { name: string; sha256: string; rows: number; notice?: unknown }[] };
      expect(told.files).to.have.length(3);
      for (const { name, sha256 } of told.files) {
        const bytes = readFileSync(join(one, name));
        expect(createHash("sha256").update(bytes).digest("hex"), name).to.equal(sha256);
        expect(files.find((file) => file.name === name)?.bytes).to.equal(bytes.length);
      }
      expect(told.files.filter(({ notice }) => notice !== undefined).map(({ name }) => name)).to.deep.equal([
        fecName("123456789", dayOf(origin.at)),
      ]);
      expect(told).to.deep.include({ chainId: 31_337, block: origin.block, fromBlock: origin.fromBlock });
      expect(told).to.have.nested.property("totals.issue.cents", "17784");
    });
  });

  it("never holds a long file as a whole", async function () {
    const { journal } = await livelyJournal();
    const [entry] = journal.entries;
    if (entry === undefined) throw new Error("no entry");
    const entries = Array.from({ length: 20_000 }, (_, n) => ({ ...entry, logIndex: n }));
    const long = { ...journal, entries };
    for (const file of [journalJsonl(entries), journalCsv(entries, journalWords), fecFile(long)]) {
      const { text, longestPiece } = textOf(file);
      expect(text.length).to.be.greaterThan(2_000_000);
      expect(longestPiece).to.be.lessThan(300_000);
    }
  });
});
