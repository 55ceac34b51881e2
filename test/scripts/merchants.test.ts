// SPDX-License-Identifier: EUPL-1.2
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { canonicalRecord, type MerchantRecord, recordHash } from "@monnaie-commune/sdk/merchants";
import { detailsOf } from "@monnaie-commune/sdk/merchants/record";
import { expect } from "chai";
import { Wallet } from "ethers";
import { network } from "hardhat";
import { demoMerchantsCsv } from "../../scripts/demo/merchants.ts";
import { deploySystem } from "../../scripts/lib/deploy-system.ts";
import { deploymentPath, fileStore } from "../../scripts/lib/deployment-file.ts";
import { applicationsOf, decide, publishRecord } from "../../scripts/lib/merchant-applications.ts";
import { readMerchants } from "../../scripts/lib/merchant-csv.ts";
import { importMerchants } from "../../scripts/lib/merchants-verb.ts";
import { type Chain, chainOf } from "../../scripts/lib/network.ts";
import { loadRegion } from "../../scripts/lib/region-file.ts";
import { signerFor } from "../../scripts/lib/signers.ts";
import type { System } from "../../scripts/lib/system.ts";
import { failureOf } from "../helpers/failures.ts";
import { silently } from "../helpers/output.ts";

const region = loadRegion("centre-val-de-loire");
const TOKEN = "0x5FbDB2315678afecb367f032d93F642f64180aa3";
const HEADER = "account;name;legal_name;category;commune;town;postcode;street;website;hours";
const BAKERY =
  "0xFABB0ac9d68B0B445fB7357272Ff202C5651694a;La Fournée;La Fournée SARL;bakery;45234;Orléans;45000;1 rue Haute;https://fournee.example;mar.–sam.";
const BOOKSHOP =
  "0x1CBd3b2770909D4e10f157cABC84C7264073C9Ec;Librairie des Halles;Librairie SARL;7;37261;Tours;37000;;;";

const bytes = (...lines: string[]) => new TextEncoder().encode(lines.join("\n"));
const read = (...lines: string[]) => readMerchants(bytes(...lines), false, [TOKEN]);

describe("readMerchants", () => {
  it("reads records, by trade key or code, without what is empty", () => {
    const { rows, problems } = read(HEADER, BAKERY, BOOKSHOP);
    expect(problems).to.deep.equal([]);
    expect(rows.map(({ line }) => line)).to.deep.equal([2, 3]);
    expect(rows[1]).to.deep.equal({
      line: 3,
      account: "0x1CBd3b2770909D4e10f157cABC84C7264073C9Ec",
      record: {
        name: "Librairie des Halles",
        legalName: "Librairie SARL",
        category: 7,
        commune: "37261",
        town: "Tours",
        postcode: "37000",
      },
    });
    expect(rows[0]?.record.hours).to.equal("mar.–sam.");
  });

  it("reads commas, a byte order mark, carriage returns, quotes and columns in another order", () => {
    const text =
      '\uFEFFname,account,legal_name,category,commune,town,postcode\r\n"Pain, vin","0xFABB0ac9d68B0B445fB7357272Ff202C5651694a",P,3,2A004,Ajaccio,20000\r\n';
    const { rows, problems } = readMerchants(new TextEncoder().encode(text), true, []);
    expect(problems).to.deep.equal([]);
    expect(rows[0]?.record).to.include({ name: "Pain, vin", commune: "2A004", fictitious: true });
  });

  const line = (column: string, value: string) => {
    const names = HEADER.split(";");
    return BAKERY.split(";")
      .map((cell, i) => (names[i] === column ? value : cell))
      .join(";");
  };
  const refused: [name: string, column: string, value: string, key: string][] = [
    ["an address cut short", "account", "0xFABB0ac9d68B0B445fB7357272Ff202C565169", "address"],
    ["a name of the Ethereum name service", "account", "fournee.eth", "address"],
    ["a wrong checksum", "account", "0xfABB0ac9d68B0B445fB7357272Ff202C5651694a", "checksum"],
    ["an address without capitals", "account", "0xfabb0ac9d68b0b445fb7357272ff202c5651694a", "checksum"],
    ["the zero address", "account", "0x0000000000000000000000000000000000000000", "reserved"],
    ["a contract of the region", "account", TOKEN, "reserved"],
    ["no name", "name", "", "empty"],
    ["a name that turns its direction", "name", "La \u202Eeénruof", "hidden"],
    ["a name without end", "name", "a".repeat(161), "tooLong"],
    ["an unknown trade", "category", "banker", "category"],
    ["a commune code that is none", "commune", "Orléans", "commune"],
    ["a postcode cut short", "postcode", "4500", "postcode"],
    ["a site without https", "website", "http://fournee.example", "website"],
    ["a site that runs a script", "website", "javascript:alert(1)", "website"],
  ];
  for (const [name, column, value, key] of refused) {
    it(`refuses ${name}`, () => {
      const { problems } = read(HEADER, BOOKSHOP, line(column, value));
      const found = problems.map((problem) => `${problem.line} ${problem.column} ${problem.key}`);
      expect(found).to.include(`3 ${column} ${key}`);
    });
  }

  it("refuses an account twice, and names the first line", () => {
    expect(read(HEADER, BAKERY, BOOKSHOP, BAKERY).problems).to.deep.equal([
      { line: 4, column: "account", key: "duplicate", value: "2" },
    ]);
  });

  it("refuses missing, unknown and repeated columns", () => {
    const keys = read("account;name;name;legal_name;trade;commune;town;postcode", BAKERY).problems.map(
      ({ key }) => key,
    );
    expect(keys).to.have.members(["missingColumn", "unknownColumn", "columnTwice"]);
  });

  it("refuses an empty file, a line with other cells, an open quote and another encoding", () => {
    expect(read("").problems[0]).to.include({ key: "missingColumn" });
    expect(read(HEADER).problems[0]).to.include({ key: "noLines" });
    expect(read(HEADER, `${BAKERY};more`).problems[0]).to.include({ line: 2, key: "cellCount" });
    expect(read(HEADER, `"${BAKERY}`).problems[0]).to.include({ key: "quotes" });
    const latin = new Uint8Array([...bytes(HEADER, ""), 0x4c, 0xe9, 0x6f]);
    expect(readMerchants(latin, false, []).problems[0]).to.include({ key: "encoding" });
  });
});

describe("importMerchants", () => {
  let chain: Chain;
  let system: System;
  let registrar: Wallet;
  let folder: string;

  beforeEach(async () => {
    chain = await chainOf(await network.create("local"));
    folder = mkdtempSync(join(tmpdir(), "deployments-"));
    registrar = await signerFor(chain, "registrar");
    const store = fileStore(deploymentPath(chain.chainId, region.slug, folder));
    ({ system } = await deploySystem(chain, region, await signerFor(chain, "deployer"), store));
  });

  afterEach(async () => {
    rmSync(folder, { recursive: true });
    await chain.close();
  });

  const run = async (text: string, options: { dryRun?: boolean; by?: Wallet } = {}) =>
    await silently(
      async () =>
        await importMerchants({
          chain,
          region,
          file: { name: "shops.csv", bytes: new TextEncoder().encode(text) },
          fictitious: true,
          dryRun: options.dryRun ?? false,
          registrar: async () => Promise.resolve(options.by ?? registrar),
          deployments: folder,
        }),
    );
  const records = () =>
    JSON.parse(readFileSync(join(folder, "31337", `${region.slug}-merchants.json`), "utf8")) as Record<
      string,
      MerchantRecord
    >;
  const nonce = async () => await registrar.getNonce();

  it("registers the demo's shops at the merchant rate, and keeps records that match the hashes on chain", async () => {
    await run(demoMerchantsCsv());
    expect(await system.registry.merchantCount()).to.equal(180n);
    const merchants = await system.registry.merchants(0, 180);
    for (const { account, status, details } of merchants) {
      expect(status).to.equal(2n);
      const record = records()[account];
      expect(record === undefined ? "" : recordHash(record)).to.equal(details.recordHash);
      expect((await system.token.accountOf(account)).rateClass).to.equal(1n);
    }
  });

  it("sends nothing when run again, and corrects what changed", async () => {
    await run([HEADER, BAKERY, BOOKSHOP].join("\n"));
    const before = await nonce();
    await run([HEADER, BAKERY, BOOKSHOP].join("\n"));
    expect(await nonce()).to.equal(before);
    await run([HEADER, BAKERY.replace("45234", "45235"), BOOKSHOP].join("\n"));
    expect(await nonce()).to.equal(before + 1);
    const merchant = await system.registry.merchantOf(BAKERY.split(";")[0] ?? "");
    expect(merchant.details.commune).to.equal("0x3435323335");
    expect(records()[merchant.account]?.commune).to.equal("45235");
  });

  it("sends nothing on a dry run, or when one line is bad", async () => {
    await run([HEADER, BAKERY].join("\n"), { dryRun: true });
    const bad = run([HEADER, BAKERY, BOOKSHOP.replace("37261", "0")].join("\n"));
    expect(await failureOf(bad)).to.include({ key: "merchants.badLines", exitCode: 1 });
    expect(await nonce()).to.equal(0);
  });

  it("goes on after it was killed, and has every record in the end", async () => {
    const signed = registrar.signTransaction.bind(registrar);
    let left = 1;
    registrar.signTransaction = async (transaction) => {
      if (left-- <= 0) throw new Error("killed");
      return await signed(transaction);
    };
    await run([HEADER, BAKERY, BOOKSHOP].join("\n")).catch(() => undefined);
    expect(await system.registry.merchantCount()).to.equal(1n);
    await run([HEADER, BAKERY, BOOKSHOP].join("\n"), { by: await signerFor(chain, "registrar") });
    expect(await system.registry.merchantCount()).to.equal(2n);
    expect(Object.keys(records())).to.have.length(2);
  });

  it("leaves a shop alone that left of its own will", async () => {
    const shop = new Wallet(Wallet.createRandom().privateKey, chain.provider);
    await (await registrar.sendTransaction({ to: shop, value: 10n ** 18n })).wait();
    const row = BAKERY.replace(/^[^;]+/u, shop.address);
    await run([HEADER, row].join("\n"));
    await (await system.registry.connect(shop).leave()).wait();
    const before = await nonce();
    await run([HEADER, row].join("\n"));
    expect(await nonce()).to.equal(before);
  });

  it("refuses a key that does not hold the role", async () => {
    const by = await signerFor(chain, "guardian");
    const refused = run([HEADER, BAKERY].join("\n"), { by });
    expect(await failureOf(refused)).to.include({ key: "merchants.notRegistrar", exitCode: 3 });
  });

  describe("applications", () => {
    const usual = process.env.DEPLOYMENTS_FOLDER;
    let shop: Wallet;
    const record: MerchantRecord = {
      name: "La Fournée",
      legalName: "La Fournée SARL",
      category: 3,
      commune: "45234",
      town: "Orléans",
      postcode: "45000",
    };
    const job = () => ({ chain, region });
    const status = async () => (await system.registry.merchantOf(shop.address)).status;

    beforeEach(async () => {
      process.env.DEPLOYMENTS_FOLDER = folder;
      shop = new Wallet(Wallet.createRandom().privateKey, chain.provider);
      await (await registrar.sendTransaction({ to: shop, value: 10n ** 18n })).wait();
      await (await system.registry.connect(shop).applyAsMerchant(detailsOf(record))).wait();
    });

    afterEach(() => {
      if (usual === undefined) delete process.env.DEPLOYMENTS_FOLDER;
      else process.env.DEPLOYMENTS_FOLDER = usual;
    });

    const publish = async (text: string) => await silently(async () => await publishRecord(job(), "fiche.json", text));
    const decideOn = async (reason?: string) =>
      await silently(async () => await decide(job(), [shop.address], registrar, reason));

    it("are shown with the record that was handed over, and approved", async () => {
      expect(await applicationsOf(job())).to.deep.equal([{ account: shop.address, record: undefined }]);
      await publish(canonicalRecord(record));
      expect(await applicationsOf(job())).to.deep.equal([{ account: shop.address, record }]);
      await decideOn();
      expect(await status()).to.equal(2n);
      expect(await applicationsOf(job())).to.deep.equal([]);
    });

    it("are refused with a reason of the public list, and no other", async () => {
      expect(await failureOf(decideOn("ugly"))).to.include({ key: "merchants.badReason", exitCode: 1 });
      await decideOn("outsideRegion");
      const { status: now, reasonCode } = await system.registry.merchantOf(shop.address);
      expect([now, reasonCode]).to.deep.equal([5n, 103n]);
    });

    it("publish no record that the register does not know, and nothing that is none", async () => {
      const other = publish(canonicalRecord({ ...record, name: "Forgée" }));
      expect(await failureOf(other)).to.include({ key: "merchants.strangeRecord", exitCode: 1 });
      for (const text of ["{", "{}", canonicalRecord({ ...record, postcode: "1" })]) {
        expect(await failureOf(publish(text))).to.include({ key: "merchants.badRecord", exitCode: 1 });
      }
    });

    it("are decided by nobody but the registrar", async () => {
      const by = await signerFor(chain, "guardian");
      const refused = silently(async () => await decide(job(), [shop.address], by));
      expect(await failureOf(refused)).to.include({ key: "merchants.notRegistrar", exitCode: 3 });
    });
  });
});
