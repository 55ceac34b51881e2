// SPDX-License-Identifier: EUPL-1.2
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { transferHash } from "@monnaie-commune/sdk/exits/request";
import { expect } from "chai";
import { keccak256, toUtf8Bytes, Wallet } from "ethers";
import { isIban, readBankAccounts } from "../../scripts/exits/bank-accounts.ts";
import { readExits } from "../../scripts/exits/read.ts";
import { confirmExit, orderHashOf, refuseExit } from "../../scripts/exits/settle.ts";
import { contractErrorOf } from "../../scripts/lib/contract-errors.ts";
import { signerFor } from "../../scripts/lib/signers.ts";
import { systemAt } from "../../scripts/lib/system.ts";
import { type Ended, runScript } from "../helpers/command.ts";
import { expectFailure } from "../helpers/failures.ts";
import { fund, payerNamed } from "../helpers/payments.ts";
import { startRelayChain } from "../helpers/relay.ts";
import { registerShops } from "../helpers/signed-exits.ts";

const REGION = "centre-val-de-loire";
const shop = payerNamed("shop");
const IBAN = "FR14 2004 1010 0505 0001 3M02 606";

describe("npm run exits", function () {
  this.timeout(180_000);

  let world: Awaited<ReturnType<typeof startRelayChain>>;
  let folder: string;

  before(async function () {
    world = await startRelayChain();
    folder = mkdtempSync(join(tmpdir(), "exits-"));
    const { chain, deployment } = world;
    await fund(chain, deployment, [shop], 1_000_00n);
    await registerShops(chain, deployment, [shop]);
    await (await signerFor(chain, "deployer")).sendTransaction({ to: shop.address, value: 10n ** 18n });
    const key = keccak256(toUtf8Bytes("payer shop"));
    const { token, redemptions } = systemAt(deployment, new Wallet(key, chain.provider));
    await (await token.approve(redemptions, 1_000_00n)).wait();
    for (const cents of [100_00n, 50_00n, 7_00n]) await (await redemptions.request(cents, 300)).wait();
  });

  after(async function () {
    rmSync(folder, { recursive: true });
    await world.local.close();
  });

  const place = () => ({ chain: world.chain, region: REGION, deployments: world.deployments, runs: folder });
  const treasurer = async () => await signerFor(world.chain, "treasurer");
  const run = async (...args: string[]): Promise<Ended> =>
    await runScript("exits", [...args, "--network", "localhost", "--region", REGION], {
      env: { RPC_URL: world.local.url, DEPLOYMENTS_FOLDER: world.deployments, RUNS_FOLDER: folder },
    });

  it("lists what waits, with fee and euros, and writes it for the bank", async function () {
    const file = join(folder, "bank.csv");
    const accounts = join(folder, "accounts.csv");
    writeFileSync(accounts, `account;iban\n${shop.address};${IBAN}\n`);
    const { code, stdout } = await run("list", "--csv", file, "--accounts", accounts);
    expect([code, /100,00\s+3,00\s+97,00/u.test(stdout), stdout.includes("3 demandes")]).to.deep.equal([0, true, true]);
    const lines = readFileSync(file, "utf8").trimEnd().split("\r\n");
    expect(lines).to.have.length(4);
    expect(lines[1]).to.equal(`1;${shop.address};${shop.address};${IBAN.replaceAll(" ", "")};97,00;MC SORTIE 1`);
  });

  it("confirms a transfer once, whatever it is called with, and changes nothing on a dry run", async function () {
    const dry = await run("confirm", "1", "--reference", "VIR 2026-118", "--dry-run");
    expect([dry.code, dry.stdout.includes("Rien n’a été envoyé")]).to.deep.equal([0, true]);
    const { redemptions } = systemAt(world.deployment, world.chain.provider);
    expect((await redemptions.requestOf(1)).state).to.equal(1n);
    const done = await run("confirm", "1", "--reference", " VIR  2026-118 ");
    expect([done.code, done.stdout.includes("Demande 1 payée")]).to.deep.equal([0, true]);
    expect((await redemptions.requestOf(1)).orderHash).to.equal(transferHash("VIR 2026-118"));
    const again = await run("confirm", "1", "--reference", "VIR 2026-118");
    expect([again.code, again.stdout.includes("déjà confirmée")]).to.deep.equal([0, true]);
    const job = { ...place(), treasurer: await treasurer(), request: "1" };
    await expectFailure(confirmExit({ ...job, orderHash: transferHash("another") }), 3, "exits.settled");
  });

  it("refuses with a reason of the list, once", async function () {
    const wrong = await run("refuse", "2", "--reason", "because");
    expect([wrong.code, wrong.stderr.includes("n’est pas un motif")]).to.deep.equal([1, true]);
    const job = { ...place(), treasurer: await treasurer(), request: "2", reasonCode: 1 };
    expect((await refuseExit(job)).outcome).to.equal("done");
    expect((await refuseExit(job)).outcome).to.equal("already");
    await expectFailure(refuseExit({ ...job, reasonCode: 2 }), 3, "exits.settled");
    await expectFailure(refuseExit({ ...job, request: "9" }), 1, "exits.noRequest");
  });

  it("tells a transfer that was used, and a treasurer who is none, from the contract's own answer", async function () {
    const job = { ...place(), request: "3", orderHash: transferHash("VIR 2026-118") };
    const used = await confirmExit({ ...job, treasurer: await treasurer() }).catch((error: unknown) => error);
    expect(contractErrorOf(used)?.name).to.equal("RedemptionOrderUsed");
    const stranger = { ...job, treasurer: await signerFor(world.chain, "approver"), orderHash: transferHash("new") };
    const denied = await confirmExit(stranger).catch((error: unknown) => error);
    expect(contractErrorOf(denied)?.name).to.equal("AccessManagedUnauthorized");
    expect((await readExits(place())).requests[2]?.state).to.equal("waiting");
  });

  it("reports what became of all, and that the reserve covers what circulates", async function () {
    const file = join(folder, "report.csv");
    const { code, stdout } = await run("report", "--csv", file);
    expect([code, stdout.includes("La réserve couvre")]).to.deep.equal([0, true]);
    expect(readFileSync(file, "utf8")).to.match(/refusée;.+Coordonnées bancaires/u);
    const { reserve, totalSupply } = await readExits(place());
    expect(reserve).to.equal(totalSupply);
  });
});

describe("what a transfer is called", function () {
  it("is one of a file, a hash and a reference", async function () {
    expect(orderHashOf({ order: `0x${"ab".repeat(32)}` })).to.equal(`0x${"ab".repeat(32)}`);
    expect(orderHashOf({ reference: "VIR 1" })).to.equal(keccak256(toUtf8Bytes("VIR 1")));
    for (const given of [{}, { reference: " " }, { order: "x", reference: "y" }]) {
      await expectFailure(async () => await Promise.resolve(orderHashOf(given)), 1, "exits.oneOrder");
    }
  });
});

describe("bank accounts of shops", function () {
  const read = (...lines: string[]) => readBankAccounts(new TextEncoder().encode(lines.join("\n")));

  it("are known by their check digits", function () {
    for (const good of ["FR1420041010050500013M02606", "DE89370400440532013000"]) expect(isIban(good)).to.equal(true);
    for (const bad of ["FR1420041010050500013M02607", "FR14", "", "12345"]) expect(isIban(bad)).to.equal(false);
  });

  it("are read from the treasurer's own table, each line checked", async function () {
    expect(read("iban,account", `${IBAN},${shop.address}`).get(shop.address)).to.equal(IBAN.replaceAll(" ", ""));
    const wrong: [lines: string[], key: string][] = [
      [["account;bic", `${shop.address};X`], "columns"],
      [["account;iban", `0x12;${IBAN}`], "address"],
      [["account;iban", `${shop.address};FR15`], "iban"],
      [["account;iban", `${shop.address};${IBAN}`, `${shop.address};${IBAN}`], "twice"],
    ];
    for (const [lines, key] of wrong) {
      await expectFailure(async () => await Promise.resolve(read(...lines)), 1, `exits.badAccounts.${key}`);
    }
  });
});
