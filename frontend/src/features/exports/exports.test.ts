// SPDX-License-Identifier: EUPL-1.2
import { dayOf } from "@monnaie-commune/sdk/days";
import { TRANSFER_TOPIC } from "@monnaie-commune/sdk/ledger/entries";
import { addressTopic } from "@monnaie-commune/sdk/ledger/authorised";
import { journalOf } from "@monnaie-commune/sdk/ledger/journal";
import type { ChainLog } from "@monnaie-commune/sdk/ledger/source";
import { numberToHex, sha256, zeroAddress, type Hex } from "viem";
import { describe, expect, it } from "vitest";
import { ledgerOf } from "../../lib/ledger/ledger.ts";
import { runtimeConfig } from "../../testing/runtime-config.ts";
import { answerFiles, answerLineCount, type FilesWanted } from "./api/answer-files.ts";
import { readExportLink } from "./export-link.ts";
import { datesOf, pickOf } from "./pick-of-link.ts";

const { AccessManager, RegionalToken, MerchantRegistry, Issuance, Redemptions } = runtimeConfig().deployment.contracts;
const ANA = "0xABaBaBaBABabABabAbAbABAbABabababaBaBABaB";
const BEN = `0x${"12".repeat(20)}` as const;
const DAY = dayOf(Date.UTC(2026, 10, 30) / 1_000);

function transfer(from: Hex, to: Hex, cents: number, block: number, day: number): ChainLog {
  const topics = [TRANSFER_TOPIC, addressTopic(from), addressTopic(to)];
  const tx = numberToHex(block, { size: 32 });
  return {
    address: RegionalToken.address,
    topics,
    data: numberToHex(cents, { size: 32 }),
    block,
    logIndex: 0,
    tx,
    day,
  };
}

const LOGS = [transfer(zeroAddress, ANA, 1_250, 1, DAY), transfer(ANA, BEN, 300, 2, DAY + 1)];

const LEDGER = ledgerOf(
  journalOf(
    LOGS,
    {
      AccessManager: AccessManager.address,
      RegionalToken: RegionalToken.address,
      MerchantRegistry: MerchantRegistry.address,
      Issuance: Issuance.address,
      Redemptions: Redemptions.address,
    },
    7,
  ),
  LOGS,
  (DAY + 1) * 86_400,
);

const WANTED: FilesWanted = {
  pick: {},
  language: "fr",
  symbol: "MDC",
  siren: "123456789",
  origin: { chainId: 31_337, genesisHash: `0x${"00".repeat(32)}`, fromBlock: 1 },
};

describe("the files of the page Exports", () => {
  it("are those of the manifest, by name, size and fingerprint", async () => {
    const { files, manifest } = answerFiles(LEDGER, WANTED);
    expect(files.map(({ written }) => written.name)).toEqual([
      "MDC-7-journal.csv",
      "MDC-7-journal.jsonl",
      "123456789FEC20261201.txt",
    ]);
    const told = JSON.parse(manifest.text) as { files: { name: string; sha256: string; bytes: number }[] };
    for (const [i, { blob }] of files.entries()) {
      const bytes = new Uint8Array(await blob.arrayBuffer());
      expect(told.files[i]?.bytes).toBe(bytes.length);
      expect(`0x${told.files[i]?.sha256}`).toBe(sha256(bytes));
    }
    expect(await files[0]?.blob.text()).toContain("émission;;0xABaBaBaBABabABabAbAbABAbABabababaBaBABaB;12,50;");
  });

  it("speak the language of their reader, and have no FEC for one account", async () => {
    const { files } = answerFiles(LEDGER, { ...WANTED, language: "en", pick: { account: BEN } });
    expect(files.map(({ written }) => written.rows)).toEqual([1, 1]);
    expect(files[0]?.written.name).toBe("MDC-121212-7-journal.csv");
    expect(await files[0]?.blob.text()).toContain(";payment;");
  });

  it("count the lines before they are made", () => {
    expect(answerLineCount(LEDGER, {})).toBe(2);
    expect(answerLineCount(LEDGER, { lastDay: DAY })).toBe(1);
  });
});

describe("the address of the page Exports", () => {
  it("keeps an account and days, and drops what is malformed", () => {
    expect(readExportLink({ compte: ANA, du: "2026-11-01", au: "2026-13-01" })).toEqual({
      compte: ANA,
      du: "2026-11-01",
    });
    expect(readExportLink({ compte: "0x12", du: "1" })).toEqual({});
  });

  it("says which lines are meant, unless the end comes first", () => {
    expect(pickOf({ compte: BEN, du: "2026-11-30", au: "2026-12-01" })).toEqual({
      account: BEN,
      firstDay: DAY,
      lastDay: DAY + 1,
    });
    expect(pickOf({ du: "2026-12-01", au: "2026-11-30" })).toBeUndefined();
  });

  it("knows the usual periods", () => {
    expect(datesOf("all", DAY)).toEqual({});
    expect(datesOf("thisMonth", DAY)).toEqual({ du: "2026-11-01", au: "2026-11-30" });
    expect(datesOf("lastMonth", DAY)).toEqual({ du: "2026-10-01", au: "2026-10-31" });
    expect(datesOf("thisYear", DAY)).toEqual({ du: "2026-01-01", au: "2026-12-31" });
    expect(datesOf("lastYear", DAY)).toEqual({ du: "2025-01-01", au: "2025-12-31" });
  });
});
