// SPDX-License-Identifier: EUPL-1.2
import {
  AccessManagerAbi,
  IssuanceAbi,
  MerchantRegistryAbi,
  RegionalTokenAbi,
} from "@monnaie-commune/sdk/generated/abis";
import { ROLES } from "@monnaie-commune/sdk/generated/roles";
import type { JournalContracts } from "@monnaie-commune/sdk/ledger/acts";
import { buildBooks } from "@monnaie-commune/sdk/ledger/books";
import { decodeCall } from "@monnaie-commune/sdk/ledger/calls";
import { accountsOf, centsOf, findLines, topicOf } from "@monnaie-commune/sdk/ledger/find-lines";
import { journalOf, linesOf } from "@monnaie-commune/sdk/ledger/journal";
import { monthsOf } from "@monnaie-commune/sdk/ledger/months";
import { changesOf, operationOf } from "@monnaie-commune/sdk/ledger/operation";
import { roleOfCall } from "@monnaie-commune/sdk/ledger/role-of-call";
import type { ChainLog } from "@monnaie-commune/sdk/ledger/source";
import { statementOf } from "@monnaie-commune/sdk/ledger/statements";
import { expect } from "chai";
import { id, Interface } from "ethers";
import { encodeFunctionData, toFunctionSelector, type Hex } from "viem";
import {
  account,
  authorisationUsed,
  chunkPaid,
  contracts,
  NOBODY,
  redemptionRequested,
  transfer,
  type At,
} from "./made-up.ts";

const [ANA, BEN, OFFICER] = [account(1), account(2), account(3)];
const MANAGER = account(0xac_ce);
const ADDRESSES: JournalContracts = {
  AccessManager: MANAGER,
  RegionalToken: contracts.token,
  MerchantRegistry: account(0x5e_90),
  Issuance: contracts.issuance,
  Redemptions: contracts.redemptions,
};

function told(address: Hex, abi: unknown, event: string, args: unknown[], at: At): ChainLog {
  const { topics, data } = new Interface(abi as never).encodeEventLog(event, args);
  const { block, logIndex = 0, tx = String(block), day = 1_000 + block } = at;
  return { address, topics: topics as Hex[], data: data as Hex, block, logIndex, tx: id(tx) as Hex, day };
}

const PROPOSE = toFunctionSelector("announceRate(uint8,uint16,uint32)");
const LOGS = [
  told(MANAGER, AccessManagerAbi, "RoleGranted", [ROLES.COUNCIL, OFFICER, 0, 500, true], { block: 1 }),
  told(MANAGER, AccessManagerAbi, "TargetFunctionRoleUpdated", [contracts.token, PROPOSE, ROLES.COUNCIL], {
    block: 1,
    logIndex: 1,
  }),
  told(contracts.issuance, IssuanceAbi, "ProgrammeOpened", [7n, 0, id("decision"), 900n, 1, 2], { block: 2 }),
  told(contracts.issuance, IssuanceAbi, "RunProposed", [1n, 7n, OFFICER, id("r"), id("p"), 1n, 500n], { block: 3 }),
  transfer(NOBODY, ANA, 500n, { block: 4 }),
  chunkPaid(1n, 7n, 0n, { block: 4, logIndex: 1 }),
  told(ADDRESSES.MerchantRegistry, MerchantRegistryAbi, "MerchantApproved", [BEN, OFFICER], { block: 5 }),
  transfer(ANA, contracts.token, 3n, { block: 6 }),
  authorisationUsed(ANA, id("nonce") as Hex, { block: 6, logIndex: 1 }),
  transfer(ANA, BEN, 100n, { block: 6, logIndex: 2 }),
  transfer(BEN, contracts.redemptions, 40n, { block: 40 }),
  redemptionRequested(0n, BEN, 40n, 1n, { block: 40, logIndex: 1 }),
  told(MANAGER, AccessManagerAbi, "RoleRevoked", [ROLES.COUNCIL, OFFICER], { block: 41 }),
  transfer(contracts.token, BEN, 2n, { block: 42 }),
];
const journal = journalOf(LOGS, ADDRESSES, 42);
const lines = linesOf(journal);
const blocks = (filter: Parameters<typeof findLines>[1]) => findLines(lines, filter).map(({ block }) => block);

describe("Lines of the journal", function () {
  it("are each about one thing", function () {
    expect(lines.map(topicOf)).to.deep.equal([
      "role",
      "role",
      "decision",
      "decision",
      "issue",
      "shop",
      "fonte",
      "payment",
      "exit",
      "role",
      "commons",
    ]);
  });

  it("are found by topic, programme, account, day and amount", function () {
    expect(blocks({ topic: "exit" })).to.deep.equal([40]);
    expect(blocks({ programmeId: 7n })).to.deep.equal([2, 3, 4]);
    expect(blocks({ accounts: [BEN.toLowerCase() as Hex] })).to.deep.equal([5, 6, 40, 42]);
    expect(blocks({ accounts: [OFFICER], firstDay: 1_003, lastDay: 1_005 })).to.deep.equal([3, 5]);
    expect(blocks({ least: 100n, most: 500n })).to.deep.equal([3, 4, 6]);
    expect(blocks({ accounts: [] })).to.deep.equal([]);
  });

  it("name accounts once, and amounts where they have one", function () {
    expect(accountsOf(lines.at(-1)!)).to.deep.equal([contracts.token, BEN]);
    expect(lines.map(centsOf).filter((cents) => cents !== undefined)).to.have.length(7);
  });
});

describe("An operation", function () {
  const payment = operationOf(journal, id("6") as Hex)!;

  it("tells what every account it touched had before and after", function () {
    expect(payment.changes).to.deep.equal([
      { account: ANA, before: 500n, after: 397n },
      { account: contracts.token, before: 0n, after: 3n },
      { account: BEN, before: 0n, after: 100n },
    ]);
    expect(payment.lines.map(({ kind }) => kind)).to.deep.equal(["fonte", "payment"]);
    expect(payment.details.map(({ event }) => event)).to.deep.equal(["AuthorizationUsed"]);
  });

  it("is unknown when no contract of the region told anything", function () {
    expect(operationOf(journal, id("elsewhere") as Hex)).to.equal(undefined);
  });

  it("changes balances as the books add them up", function () {
    const sums = new Map<Hex, bigint>();
    for (const entry of journal.entries) {
      for (const [owner, cents] of changesOf(entry, contracts.token)) sums.set(owner, (sums.get(owner) ?? 0n) + cents);
    }
    expect(sums).to.deep.equal(buildBooks(journal.entries, contracts.token).balances);
  });
});

describe("The months of an account", function () {
  it("begin with what the month before ended with, and leave none out", function () {
    const statement = statementOf(journal.entries, BEN, contracts.token);
    const months = monthsOf(statement, 1_100);
    // Day 1,006 is 3 October 1972, day 1,040 is 6 November.
    expect(months.map(({ month }) => month)).to.deep.equal(["1972-10", "1972-11", "1972-12", "1973-01"]);
    for (const [index, { opening }] of months.entries()) expect(opening).to.equal(months[index - 1]?.closing ?? 0n);
    expect(months[1]).to.include({ received: 2n, paid: 40n, closing: 62n });
    for (const { firstDay, lastDay, ...month } of months) {
      const { opening, closing } = statementOf(journal.entries, BEN, contracts.token, { firstDay, lastDay });
      expect({ opening, closing }).to.deep.equal({ opening: month.opening, closing: month.closing });
    }
  });
});

describe("A call", function () {
  const input = encodeFunctionData({ abi: RegionalTokenAbi, functionName: "announceRate", args: [0, 600, 1_050] });

  it("is decoded, and what the manager hands on too", function () {
    const call = decodeCall(ADDRESSES, contracts.token.toLowerCase(), input);
    expect(call).to.deep.include({ contract: "RegionalToken", functionName: "announceRate", selector: PROPOSE });
    expect(call?.arguments[1]).to.deep.equal({ name: "yearlyRateBps", type: "uint16", value: 600 });
    const execute = encodeFunctionData({
      abi: AccessManagerAbi,
      functionName: "execute",
      args: [contracts.token, input],
    });
    expect(decodeCall(ADDRESSES, MANAGER, execute)?.inner).to.deep.equal([call]);
  });

  it("is left alone when it is to a stranger, or no call of ours", function () {
    expect(decodeCall(ADDRESSES, BEN, input)).to.equal(undefined);
    expect(decodeCall(ADDRESSES, contracts.token, "0x12345678")).to.equal(undefined);
  });

  it("needs the role that the manager told for its function before it", function () {
    const call = decodeCall(ADDRESSES, contracts.token, input)!;
    expect(roleOfCall(journal.acts, ADDRESSES, call, { block: 1, logIndex: 0 })).to.equal(undefined);
    expect(roleOfCall(journal.acts, ADDRESSES, call, { block: 2, logIndex: 0 })).to.equal("COUNCIL");
  });

  it("about a run needs the officer of what its programme is for", function () {
    const data = encodeFunctionData({ abi: IssuanceAbi, functionName: "cancelRun", args: [1n] });
    const call = decodeCall(ADDRESSES, contracts.issuance, data)!;
    expect(roleOfCall(journal.acts, ADDRESSES, call, { block: 9, logIndex: 0 })).to.equal("BONUS_OFFICER");
  });
});
