// SPDX-License-Identifier: EUPL-1.2
import { dayOf } from "@monnaie-commune/sdk/days";
import type { Act, ActNamed } from "@monnaie-commune/sdk/ledger/acts";
import type { Check, CheckKey } from "@monnaie-commune/sdk/ledger/checks/check";
import { privilegedActs } from "@monnaie-commune/sdk/ledger/checks/check-actors";
import { checkEverything, type Evidence } from "@monnaie-commune/sdk/ledger/checks/check-everything";
import { accountsOf } from "@monnaie-commune/sdk/ledger/checks/check-decay";
import { readJournal, type Journal } from "@monnaie-commune/sdk/ledger/journal";
import { readAccesses, readBalances, readFigures } from "@monnaie-commune/sdk/ledger/read-figures";
import { rolePeriods } from "@monnaie-commune/sdk/ledger/role-periods";
import { createRpcSource } from "@monnaie-commune/sdk/ledger/rpc-source";
import { expect } from "chai";
import { createPublicClient, custom, type Hex } from "viem";
import { ethers, loadFixture } from "../../helpers/fixtures.ts";
import { livelyRegion } from "../../helpers/lively-region.ts";

const request = async (method: string, params: readonly unknown[]): Promise<unknown> =>
  await ethers.provider.send(method, [...params]);
const client = createPublicClient({
  transport: custom({ request: async ({ method, params }) => await request(method, (params ?? []) as unknown[]) }),
});

/** The region's journal and everything it is held against, read as an audit reads it. */
async function readEverything(): Promise<{ journal: Journal; evidence: Evidence }> {
  const { deployment } = await loadFixture(livelyRegion);
  const { AccessManager, RegionalToken, MerchantRegistry, Issuance, Redemptions } = deployment.contracts;
  const contracts = {
    AccessManager: AccessManager.address,
    RegionalToken: RegionalToken.address,
    MerchantRegistry: MerchantRegistry.address,
    Issuance: Issuance.address,
    Redemptions: Redemptions.address,
  };
  const source = createRpcSource(request);
  const journal = await readJournal(source, contracts, { fromBlock: AccessManager.block });
  const block = journal.toBlock;
  const accounts = accountsOf(journal);
  const senders = new Map(
    await Promise.all(
      privilegedActs(journal.acts).map(async ({ act: { tx } }) => {
        const sent = (await request("eth_getTransactionByHash", [tx])) as { from: Hex; to: Hex | null };
        return [tx, { from: sent.from, to: sent.to ?? undefined }] as const;
      }),
    ),
  );
  const evidence = {
    figures: await readFigures(client, contracts, block),
    day: dayOf(await source.timestampOf(block)),
    balances: await readBalances(client, RegionalToken.address, accounts, { block }),
    accesses: await readAccesses(client, AccessManager.address, rolePeriods(journal.acts), block),
    senders,
  };
  return { journal, evidence };
}

describe("The checks", function () {
  let journal: Journal;
  let evidence: Evidence;
  before(async () => {
    ({ journal, evidence } = await readEverything());
  });

  const wrongOf = (checks: readonly Check[]) => checks.filter(({ holds }) => !holds);
  const keysOf = (checks: readonly Check[]): CheckKey[] => [...new Set(wrongOf(checks).map(({ key }) => key))];
  /** What does not hold any more once an act is another one. */
  const withAct = <Name extends Act["event"]>(
    event: Name,
    change: (act: ActNamed<Name>) => Act | undefined,
  ): { keys: CheckKey[]; culprits: (Hex | undefined)[]; act: Act } => {
    const place = journal.acts.findIndex((act) => act.event === event);
    const act = journal.acts[place] as ActNamed<Name>;
    const changed = change(act);
    const acts = journal.acts.toSpliced(place, 1, ...(changed === undefined ? [] : [changed]));
    const wrong = wrongOf(checkEverything({ ...journal, acts }, evidence));
    return { keys: keysOf(wrong), culprits: wrong.map(({ culprit }) => culprit?.tx), act };
  };

  it("all hold for a region that lives, each with something it looked at", function () {
    const checks = checkEverything(journal, evidence);
    expect(wrongOf(checks)).to.deep.equal([]);
    const idle = checks.filter(({ unit, actual }) => unit === "count" && actual === 0n).map(({ key }) => key);
    expect(idle).to.deep.equal(["ratesAnnouncedInTime"]);
  });

  it("find an account whose balance the contract raised or lowered by a cent", function () {
    const [account, balance] = [...(evidence.balances ?? [])].find(([, { live }]) => live > 100n) ?? [];
    if (account === undefined || balance === undefined) throw new Error("Nobody has anything");
    for (const off of [
      { live: 1n, settled: 0n },
      { live: 0n, settled: -1n },
    ]) {
      const other = { live: balance.live + off.live, settled: balance.settled + off.settled };
      const balances = new Map([...(evidence.balances ?? []), [account, other] as const]);
      const wrong = wrongOf(checkEverything(journal, { ...evidence, balances }));
      expect(wrong.map(({ key }) => key)).to.include(off.live === 0n ? "settledBalancesAgree" : "liveBalancesAgree");
      expect(wrong[0]?.culprit?.account).to.equal(account);
    }
  });

  it("find a fonte that is a cent off, or a day late, and name its transaction", function () {
    const place = journal.entries.findIndex((entry) => entry.kind === "fonte" && entry.cents > 1n);
    const fonte = journal.entries[place];
    if (fonte === undefined) throw new Error("Nothing melted");
    for (const change of [{ cents: fonte.cents - 1n }, { day: fonte.day - 1 }]) {
      const entries = journal.entries.toSpliced(place, 1, { ...fonte, ...change });
      const wrong = wrongOf(checkEverything({ ...journal, entries }, evidence));
      expect(wrong.find(({ key }) => key === "fonteIsExact")?.culprit?.tx).to.equal(fonte.tx);
    }
  });

  it("find money without a run, and a burn without an order", function () {
    const issue = journal.entries.findIndex((entry) => entry.kind === "issue");
    const { story: _, ...stray } = journal.entries[issue] as Extract<Journal["entries"][number], { kind: "issue" }>;
    const strayIssue = { ...journal, entries: journal.entries.toSpliced(issue, 1, stray) };
    expect(keysOf(checkEverything(strayIssue, evidence))).to.include.members(["everyIssueExplained", "chunkSumsAgree"]);
    const exit = journal.entries.findIndex((entry) => entry.kind === "redemption" && entry.step === "paid");
    const { from, cents, day, block, logIndex, tx } = journal.entries[exit] as {
      from: Hex;
    } & Journal["entries"][number];
    const burn = { kind: "burn", from, cents, day, block, logIndex, tx } as const;
    const wrong = wrongOf(checkEverything({ ...journal, entries: journal.entries.toSpliced(exit, 1, burn) }, evidence));
    expect(wrong.map(({ key }) => key)).to.include.members(["everyBurnExplained", "exitsPaidOnce"]);
    expect(wrong.find(({ key }) => key === "everyBurnExplained")?.culprit?.tx).to.equal(tx);
  });

  it("find a run that was approved by its proposer, by somebody without the role, or by nobody", function () {
    const proposed = journal.acts.find((act) => act.event === "RunProposed");
    const proposer = (proposed as ActNamed<"RunProposed">).args.proposer;
    const self = withAct("RunApproved", (act) => ({ ...act, args: { ...act.args, approver: proposer } }));
    expect(self.keys).to.include.members(["runsByTwoPersons", "chunksOfApprovedRuns", "namedActorsHadRole"]);
    expect(self.culprits).to.include(self.act.tx);
    const nobody = withAct("RunApproved", () => undefined);
    expect(nobody.keys).to.include.members(["chunksOfApprovedRuns", "programmesAlwaysWithinLimits"]);
  });

  it("find euros attested twice, and issued before they were there", function () {
    const twice = withAct("EurosAttested", (act) => ({ ...act, args: { ...act.args, amount: 1n } }));
    expect(twice.keys).to.include.members(["programmesAlwaysWithinLimits", "programmesAsTold", "reserveAlwaysCovered"]);
    const attested = journal.acts.find((act) => act.event === "EurosAttested") as Act;
    const again = { ...journal, acts: [...journal.acts, { ...attested, block: journal.toBlock, logIndex: 999 }] };
    expect(keysOf(checkEverything(again, evidence))).to.include("attestationsCountOnce");
  });

  it("find an exit whose order was used before, or that is not what was asked for", function () {
    const paid = withAct("RedemptionPaid", (act) => ({ ...act, args: { ...act.args, fee: act.args.fee - 1n } }));
    expect(paid.keys).to.deep.equal(["exitsPaidOnce"]);
    expect(paid.culprits).to.deep.equal([paid.act.tx]);
  });

  it("find a forged label, a role for somebody else, and a function that asks for another role", function () {
    const label = withAct("RoleLabel", (act) => ({ ...act, args: { ...act.args, label: "MINTER" } }));
    expect(label.keys).to.deep.equal(["roleLabelsAgree"]);
    const minted = journal.acts.find((act) => act.event === "RoleGranted" && act.args.roleId === 9n);
    const stranger = `0x${"ab".repeat(20)}` as const;
    const given = minted as ActNamed<"RoleGranted">;
    const extra = { ...given, logIndex: given.logIndex + 1_000, args: { ...given.args, account: stranger } };
    const wrong = wrongOf(checkEverything({ ...journal, acts: [...journal.acts, extra] }, evidence));
    expect(wrong.map(({ key }) => key)).to.deep.equal(["contractRolesAgree"]);
    expect(wrong[0]?.culprit).to.include({ tx: given.tx, account: stranger });
    const open = withAct("TargetFunctionRoleUpdated", (act) => ({ ...act, args: { ...act.args, roleId: 99n } }));
    expect(open.keys).to.include("functionRolesAgree");
  });

  it("find a role the manager does not confirm, and acts before it was given or by who never had it", function () {
    const accesses = (evidence.accesses ?? []).map((access, i) => (i === 3 ? { ...access, since: 0 } : access));
    expect(keysOf(checkEverything(journal, { ...evidence, accesses }))).to.deep.equal(["rolesConfirmed"]);
    const opened = journal.acts.find((act) => act.event === "ProgrammeOpened") as Act;
    const other = { from: `0x${"cd".repeat(20)}`, to: journal.contracts.Issuance } as const;
    const senders = new Map([...(evidence.senders ?? []), [opened.tx, other]]);
    const wrong = wrongOf(checkEverything(journal, { ...evidence, senders }));
    expect(wrong.map(({ key, culprit }) => [key, culprit?.tx])).to.deep.equal([["sendersHadRole", opened.tx]]);
  });

  it("find a rate that was announced too late, too high, or that the token does not have", function () {
    const [first] = journal.acts.filter((act) => act.event === "EurosAttested");
    const place = first as Act;
    const announced = (days: number, yearlyRateBps: number): Act => ({
      kind: "act",
      contract: "RegionalToken",
      event: "RateAnnounced",
      args: { rateClass: 1, yearlyRateBps, fromDay: place.day + days },
      day: place.day,
      block: journal.toBlock,
      logIndex: 998,
      tx: place.tx,
    });
    const keys = (act: Act) => keysOf(checkEverything({ ...journal, acts: [...journal.acts, act] }, evidence));
    expect(keys(announced(30, 300)))
      .to.include("ratesAgree")
      .and.not.include("ratesAnnouncedInTime");
    expect(keys(announced(29, 300))).to.include("ratesAnnouncedInTime");
    expect(keys(announced(30, 5_001))).to.include("ratesWithinCeiling");
  });
});
