// SPDX-License-Identifier: EUPL-1.2
import { expect } from "chai";
import { getAddress, type Hex } from "viem";
import { startOfDay } from "../../sdk/days.ts";
import type { Act } from "../../sdk/ledger/acts.ts";
import type { Entry } from "../../sdk/ledger/entries.ts";
import { PURPOSES } from "../../sdk/purposes.ts";
import { conventionsIn, subsidyProgrammesIn } from "../../sdk/structures/from-journal.ts";
import { structuresCsv, structuresJson } from "../../sdk/structures/structure-files.ts";
import { structureFigures, type Convention, type StructureFigures } from "../../sdk/structures/structures.ts";

const account = (digit: string): Hex => getAddress(`0x${digit.repeat(40)}`);
const TOKEN = account("e");
const REDEMPTIONS = account("d");
const MUSEUM = account("a");
const CINEMA = account("b");
const CITIZEN = account("1");
const HASH: Hex = `0x${"12".repeat(32)}`;
const TODAY = 20_500;
const SUBSIDY = 3n;

const convention = (of: Hex, sinceDay: number, untilDay?: number): Convention => ({
  account: of.toLowerCase(),
  acceptedShareBps: 2500,
  since: startOfDay(sinceDay),
  until: untilDay === undefined ? 0 : startOfDay(untilDay),
  conventionHash: HASH,
});

let block = 0;
const place = (day: number): { day: number; block: number; logIndex: number; tx: Hex } => ({
  day,
  block: ++block,
  logIndex: 0,
  tx: `0x${"00".repeat(32)}`,
});
const pay = (from: Hex, to: Hex, cents: bigint, day: number): Entry => ({
  kind: "payment",
  from,
  to,
  cents,
  ...place(day),
});
const issue = (to: Hex, cents: bigint, day: number, programmeId = SUBSIDY): Entry => ({
  kind: "issue",
  to,
  cents,
  ...place(day),
  story: { runId: 7n, programmeId, decisionHash: HASH, chunkIndex: 0n, proposer: CITIZEN, approver: CITIZEN },
});
const exit = (step: "requested" | "cancelled", cents: bigint, day: number): Entry => ({
  kind: "redemption",
  step,
  from: step === "requested" ? MUSEUM : REDEMPTIONS,
  to: step === "requested" ? REDEMPTIONS : MUSEUM,
  cents,
  requestId: 1n,
  shop: MUSEUM,
  ...place(day),
});

function figures(conventions: Convention[], entries: Entry[], now = startOfDay(TODAY)): StructureFigures {
  const [first] = structureFigures(conventions, entries, (id) => id === SUBSIDY, now);
  if (first === undefined) throw new Error("No structure");
  return first;
}

describe("Funded structures", function () {
  const since = TODAY - 100;

  it("are told what they took in, spent and got out of, apart from what they were given", function () {
    const found = figures(
      [convention(MUSEUM, since), convention(CINEMA, since)],
      [
        pay(CITIZEN, MUSEUM, 5_00n, since - 1),
        issue(MUSEUM, 100_00n, since + 1),
        issue(MUSEUM, 9_00n, since + 1, 4n),
        pay(CITIZEN, MUSEUM, 12_00n, since + 20),
        { kind: "collection", from: TOKEN, to: MUSEUM, cents: 3_00n, ...place(since + 21) },
        pay(CITIZEN, MUSEUM, 0n, since + 90),
        pay(MUSEUM, CINEMA, 20_00n, since + 22),
        pay(MUSEUM, MUSEUM, 1_00n, since + 23),
        { kind: "fonte", from: MUSEUM, cents: 50n, ...place(since + 24) },
        exit("requested", 10_00n, since + 25),
        exit("requested", 4_00n, since + 26),
        exit("cancelled", 4_00n, since + 27),
      ],
    );
    expect(found).to.include({
      account: MUSEUM,
      standing: "holds",
      subsidised: 100_00n,
      takings: 12_00n,
      takingsCount: 1,
      lastTaking: since + 20,
      spent: 20_00n,
      spentCount: 1,
      lastSpending: since + 26,
      exited: 10_00n,
      balance: 98_50n,
    });
  });

  it("have each subsidy tied to the convention that held on its day, or to none", function () {
    const { subsidies } = figures(
      [convention(MUSEUM, since, TODAY - 10)],
      [issue(MUSEUM, 1_00n, since - 1), issue(MUSEUM, 2_00n, since), issue(MUSEUM, 3_00n, TODAY - 9)],
    );
    expect(subsidies.map(({ conventionHash }) => conventionHash)).to.deep.equal([undefined, HASH, undefined]);
    expect(subsidies[1]).to.include({ runId: 7n, decisionHash: HASH, cents: 2_00n });
  });

  describe("lag", function () {
    const lags = (sinceDay: number, entries: Entry[], until?: number) =>
      figures([convention(MUSEUM, sinceDay, until)], entries).lags;

    it("90 days after the convention's first day, not a day before", function () {
      expect(lags(TODAY - 89, [])).to.deep.equal([]);
      expect(lags(TODAY - 90, [])).to.deep.equal(["noTakings"]);
    });

    it("when the last taking, or the last spending of what they have, is 90 days ago", function () {
      const old = TODAY - 200;
      expect(lags(old, [pay(CITIZEN, MUSEUM, 5_00n, TODAY - 90)])).to.deep.equal(["noTakings", "noSpending"]);
      expect(lags(old, [pay(CITIZEN, MUSEUM, 5_00n, TODAY - 89)])).to.deep.equal([]);
      const both = [pay(CITIZEN, MUSEUM, 5_00n, TODAY - 120), pay(CITIZEN, MUSEUM, 5_00n, TODAY - 9)];
      expect(lags(old, both)).to.deep.equal(["noSpending"]);
      const spends = pay(MUSEUM, CITIZEN, 1_00n, TODAY - 1);
      expect(lags(old, [...both, spends])).to.deep.equal([]);
    });

    it("not for money they do not have, nor when their convention has ended or is to come", function () {
      expect(lags(TODAY - 200, [])).to.deep.equal(["noTakings"]);
      expect(lags(TODAY - 200, [], TODAY - 1)).to.deep.equal([]);
      expect(figures([convention(MUSEUM, TODAY + 1)], []).standing).to.equal("notYet");
    });
  });

  it("come as a table for spreadsheets and as data for programs", function () {
    const one = figures([convention(MUSEUM, since)], [issue(MUSEUM, 1234_56n, since)]);
    const words = { column: String, standing: String, lag: String, name: () => "=Musée" };
    const [head, row] = structuresCsv([one], words).split("\r\n");
    expect(head).to.match(/^\uFEFFname;account;acceptedShare;/);
    expect(row).to.contain(`'=Musée;${MUSEUM};25;`);
    expect(row).to.contain(";1234,56;0,00;0;;");
    const json = JSON.parse(structuresJson([one], 9)) as { block: number; structures: Record<string, unknown>[] };
    expect(json.block).to.equal(9);
    expect(json.structures[0]).to.include({ subsidised: "123456", until: null, conventionHash: HASH });
  });
});

describe("The journal's conventions and subsidy programmes", function () {
  const recorded = (of: Hex, acceptedShareBps: number, day: number): Act => ({
    kind: "act",
    contract: "MerchantRegistry",
    event: "StructureRecorded",
    args: { account: of, acceptedShareBps, since: BigInt(startOfDay(day)), conventionHash: HASH },
    ...place(day),
  });
  const ended = (of: Hex, day: number): Act => ({
    kind: "act",
    contract: "MerchantRegistry",
    event: "StructureEnded",
    args: { account: of, conventionHash: HASH },
    ...place(day),
  });
  const programme = (programmeId: bigint, purpose: (typeof PURPOSES)[number]): Act => ({
    kind: "act",
    contract: "Issuance",
    event: "ProgrammeOpened",
    args: {
      programmeId,
      purpose: PURPOSES.indexOf(purpose),
      decisionHash: HASH,
      budget: 1n,
      opensAt: 0n,
      closesAt: 1n,
    },
    ...place(TODAY),
  });

  it("are as the last acts left them, in the order in which structures came", function () {
    const acts = [recorded(MUSEUM, 1000, 100), recorded(CINEMA, 2000, 110), ended(MUSEUM, 120), ended(CINEMA, 130)];
    const told = conventionsIn([...acts, recorded(CINEMA, 3000, 140)]);
    expect(
      told.map(({ account: of, acceptedShareBps, since, until }) => [of, acceptedShareBps, since, until]),
    ).to.deep.equal([
      [MUSEUM, 1000, startOfDay(100), startOfDay(120)],
      [CINEMA, 3000, startOfDay(140), 0],
    ]);
  });

  it("tell subsidies from other purposes", function () {
    const acts = [programme(1n, "bonus"), programme(2n, "subsidy"), programme(3n, "reward"), recorded(MUSEUM, 1, 1)];
    expect([...subsidyProgrammesIn(acts)]).to.deep.equal([2n]);
  });
});
