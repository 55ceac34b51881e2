// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseAmount } from "@monnaie-commune/sdk/amounts";
import { readStaffFile } from "@monnaie-commune/sdk/bonus/read-staff-file";
import { dayOf } from "@monnaie-commune/sdk/days";
import { CATEGORIES, encodeCommune } from "@monnaie-commune/sdk/merchants";
import { findCode } from "@monnaie-commune/sdk/public-list";
import { expect } from "chai";
import { parse } from "csv-parse/sync";
import { getAddress, id } from "ethers";
import { DEMO_IDENTITIES } from "../../scripts/demo/identities.ts";
import { demoMerchantsCsv } from "../../scripts/demo/merchants.ts";
import { demoRewardsCsv } from "../../scripts/demo/rewards.ts";
import { demoStructures, demoSubsidiesCsv } from "../../scripts/demo/subsidies.ts";
import { demoStaffCsv, latestBonusYear } from "../../scripts/demo/staff.ts";
import { readMerchants } from "../../scripts/lib/merchant-csv.ts";
import { loadRegion } from "../../scripts/lib/region-file.ts";

type Row = Record<string, string>;
const rowsOf = (csv: string): Row[] => parse(csv, { columns: true, delimiter: ";" });
const distinct = (rows: Row[], column: string) => new Set(rows.map((row) => row[column])).size;

function centsOf(text: string | undefined): bigint {
  const parsed = parseAmount(text ?? "");
  if (!parsed.ok) throw new Error(`${text}: ${parsed.problem}`);
  return parsed.cents;
}

/** Cents the opted-in of a file are paid in the currency. */
function totalOf(rows: Row[]): bigint {
  return rows.reduce((sum, { amount, share }) => {
    return share === "" ? sum : sum + (centsOf(amount) * BigInt(share ?? "0")) / 100n;
  }, 0n);
}

describe("demoMerchantsCsv", () => {
  const rows = rowsOf(demoMerchantsCsv());

  it("has 30 shops in each department of the region", () => {
    expect(rows).to.have.length(180);
    for (const { code } of loadRegion("centre-val-de-loire").departments) {
      expect(
        rows.filter(({ commune }) => commune?.startsWith(code)),
        code,
      ).to.have.length(30);
    }
  });

  it("starts with the shops anyone may play", () => {
    const shops = DEMO_IDENTITIES.filter(({ shop }) => shop !== undefined);
    expect(rows.slice(0, 2).map(({ account, name }) => ({ account, name }))).to.deep.equal(
      shops.map(({ address, shop }) => ({ account: address, name: shop })),
    );
  });

  it("has valid, distinct accounts, known trades and complete addresses", () => {
    for (const column of ["account", "name", "website"]) expect(distinct(rows, column), column).to.equal(180);
    for (const row of rows) {
      expect(getAddress(row.account ?? "")).to.equal(row.account);
      expect(findCode(CATEGORIES, row.category ?? ""), row.category).to.not.equal(undefined);
      expect(() => encodeCommune(row.commune ?? "")).to.not.throw();
      expect(row.postcode).to.match(/^[0-9]{5}$/);
      expect(row.postcode?.slice(0, 2)).to.equal(row.commune?.slice(0, 2));
      expect(row.website).to.match(/^https:\/\/[a-z0-9-]+\.example$/);
      for (const [column, value] of Object.entries(row)) expect(value, column).to.not.equal("");
    }
  });

  it("is accepted by the import of merchants", () => {
    const { rows: accepted, problems } = readMerchants(Buffer.from(demoMerchantsCsv()), true, []);
    expect(problems).to.deep.equal([]);
    expect(accepted).to.have.length(180);
  });

  it("uses every trade of the public list", () => {
    expect(distinct(rows, "category")).to.equal(21);
  });
});

describe("demoStaffCsv", () => {
  const rows = rowsOf(demoStaffCsv({ year: 2026 }));
  const optedIn = rows.filter(({ share }) => share !== "");

  it("has 3,500 people, of whom 770 opted in, 40 of them without a wallet", () => {
    expect(rows).to.have.length(3_500);
    expect(distinct(rows, "payee_id")).to.equal(3_500);
    expect(optedIn).to.have.length(770);
    const withWallet = optedIn.filter(({ wallet }) => wallet !== "");
    expect(withWallet).to.have.length(730);
    expect(distinct(withWallet, "wallet")).to.equal(730);
  });

  it("leaves wallet, consent and share empty for the others", () => {
    for (const row of rows.filter(({ share }) => share === "")) {
      expect([row.consent_reference, row.consent_date, row.wallet]).to.deep.equal(["", "", ""]);
    }
  });

  it("pays bonuses from 100 to 1,200 euros, 300 for the median", () => {
    const amounts = rows.map(({ amount }) => centsOf(amount)).toSorted((a, b) => Number(a - b));
    expect(Number(amounts[0])).to.be.within(100_00, 102_00);
    expect(Number(amounts[1_750])).to.be.within(290_00, 310_00);
    expect(Number(amounts.at(-1))).to.be.within(1_150_00, 1_200_00);
  });

  it("pays a share of 25 to 100 percent, within the budget of 150,000", () => {
    for (const { share } of optedIn) expect(Number(share)).to.be.within(25, 100);
    expect(Number(totalOf(rows))).to.be.within(140_000_00, 150_000_00);
  });

  it("pays 250,00 to Camille and 180,00 to Naïma", () => {
    const paid = DEMO_IDENTITIES.filter(({ bonus }) => bonus !== undefined).map(({ address }) =>
      totalOf(rows.filter(({ wallet }) => wallet === address)),
    );
    expect(paid).to.deep.equal([250_00n, 180_00n]);
  });

  it("is accepted by the checks of a bonus plan, on the first day all mandates are signed", () => {
    const context = { purpose: "bonus", planDate: "2026-10-31", reserved: [], letters: true } as const;
    for (const lines of [3_500, 300]) {
      const file = readStaffFile(Buffer.from(demoStaffCsv({ year: 2026, lines })), context);
      expect(file.ok || file.errors.slice(0, 3)).to.equal(true);
    }
  });

  it("never changes", () => {
    expect(id(demoStaffCsv({ year: 2026 }))).to.equal(
      "0x05cf62fe2302ab3f8b165ff9720db75948c4cb42ade3bad3c8ef52274b734b71",
    );
    expect(id(demoMerchantsCsv())).to.equal("0xbdbc3d4fc3b93c30d64a780e6931a62bac38431bdff8cced29af055eb2900746");
  });

  it("opts everybody in for the load test, below the demo region's cap", () => {
    const many = rowsOf(demoStaffCsv({ year: 2026, lines: 10_000 }));
    expect(distinct(many, "wallet")).to.equal(10_000);
    const { capCents } = loadRegion("centre-val-de-loire").currency;
    expect(totalOf(many) + totalOf(rows) < BigInt(capCents)).to.equal(true);
  });

  it("is complete with two lines only", () => {
    expect(rowsOf(demoStaffCsv({ year: 2026, lines: 2 })).every(({ wallet }) => wallet !== "")).to.equal(true);
  });
});

describe("demoRewardsCsv and demoSubsidiesCsv", () => {
  const rewards = rowsOf(demoRewardsCsv({ year: 2026 }));
  const context = { planDate: "2026-11-23", reserved: [] };

  it("reward some dozens of acts of each kind, and are accepted by the checks", () => {
    expect(rewards.length).to.be.within(36, 72);
    expect(distinct(rewards, "act")).to.equal(3);
    expect(distinct(rewards, "payee_id")).to.equal(distinct(rewards, "wallet")).and.to.be.lessThan(rewards.length);
    const file = readStaffFile(Buffer.from(demoRewardsCsv({ year: 2026 })), { ...context, purpose: "reward" });
    expect(file.ok || file.errors.slice(0, 3)).to.equal(true);
  });

  it("subsidise shops of the demo up to what they accept", () => {
    const shops = new Set(rowsOf(demoMerchantsCsv()).map(({ account }) => account));
    const structures = demoStructures().map(({ account, acceptedSharePercent }) => {
      expect(shops.has(account)).to.equal(true);
      return { account, acceptedShareBps: acceptedSharePercent * 100, since: 0, until: 0 };
    });
    const bytes = Buffer.from(demoSubsidiesCsv({ year: 2026 }));
    const file = readStaffFile(bytes, { ...context, purpose: "subsidy", structures });
    expect(file.ok ? file.lines.length : file.errors.slice(0, 3)).to.equal(12);
    const total = totalOf(rowsOf(bytes.toString()));
    expect(Number(total)).to.be.lessThan(60_000_00);
  });
});

describe("latestBonusYear", () => {
  it("is the year whose mandates are all signed", () => {
    const on = (date: string) => latestBonusYear(dayOf(Date.parse(date) / 1000));
    expect(on("2026-10-30T12:00:00Z")).to.equal(2025);
    expect(on("2026-10-31T12:00:00Z")).to.equal(2026);
    expect(on("2027-01-01T00:00:00Z")).to.equal(2026);
  });
});

describe("npm run demo:data", () => {
  const run = (...words: string[]) =>
    spawnSync(process.execPath, ["--import", "tsx", "scripts/demo/data.ts", ...words], { encoding: "utf8" });

  it("writes the files, and those of the load test beside them", () => {
    const folder = mkdtempSync(join(tmpdir(), "demo-"));
    try {
      expect(run("--out", folder).status).to.equal(0);
      expect(run("--out", folder, "--lines", "20").status).to.equal(0);
      expect(readdirSync(folder)).to.have.members([
        "merchants.csv",
        "staff-2026.csv",
        "staff-2026-20.csv",
        "rewards-2026.csv",
        "subsidies-2026.csv",
      ]);
      expect(readFileSync(join(folder, "staff-2026.csv"), "utf8")).to.equal(demoStaffCsv({ year: 2026 }));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("refuses a wrong number of lines with 1", () => {
    for (const lines of ["0", "1", "1e3", "-5", "ten"]) expect(run("--lines", lines).status, lines).to.equal(1);
  });
});
