// SPDX-License-Identifier: EUPL-1.2
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { id } from "ethers";
import { signerFor } from "../../scripts/lib/signers.ts";
import { systemAt } from "../../scripts/lib/system.ts";
import { endConvention } from "../../scripts/structures/end.ts";
import { type Ended, runScript } from "../helpers/command.ts";
import { expectFailure } from "../helpers/failures.ts";
import { currencyOf, fund, payerNamed, signPayment } from "../helpers/payments.ts";
import { startRelayChain } from "../helpers/relay.ts";

const REGION = "centre-val-de-loire";
const citizen = payerNamed("citizen");
const museum = payerNamed("museum").address;
const stranger = payerNamed("stranger").address;
const CONVENTION = id("convention of the museum");

describe("npm run structures", function () {
  this.timeout(180_000);

  let world: Awaited<ReturnType<typeof startRelayChain>>;
  let folder: string;

  before(async function () {
    world = await startRelayChain();
    folder = mkdtempSync(join(tmpdir(), "structures-"));
    const { chain, deployment } = world;
    await fund(chain, deployment, [citizen], 100_00n);
    const { token } = systemAt(deployment, await signerFor(chain, "deployer"));
    const paid = await signPayment(await currencyOf(chain, deployment), citizen, { to: museum, value: 30_00n });
    const { from, to, value, validAfter, validBefore, nonce, signature } = paid;
    const pay = token["transferWithAuthorization(address,address,uint256,uint256,uint256,bytes32,bytes)"];
    await (await pay(from, to, value, validAfter, validBefore, nonce, signature)).wait();
  });

  after(async function () {
    rmSync(folder, { recursive: true });
    await world.local.close();
  });

  const run = async (...args: string[]): Promise<Ended> =>
    await runScript("structures", [...args, "--network", "localhost", "--region", REGION], {
      env: {
        RPC_URL: world.local.url,
        DEPLOYMENTS_FOLDER: world.deployments,
        RUNS_FOLDER: folder,
        LEDGER_FOLDER: join(folder, "ledger"),
      },
    });
  const record = async (share: string) =>
    await run("record", museum, "--share", share, "--since", "2026-01-15", "--convention", CONVENTION);
  const registered = async () => {
    const { registry } = systemAt(world.deployment, world.chain.provider);
    return await registry.structureOf(museum);
  };

  it("records a convention, once in the same words", async function () {
    const wrong = await record("140");
    expect(wrong.code, wrong.stdout).to.equal(1);
    expect(wrong.stderr).to.include("140");
    expect((await registered()).since).to.equal(0n);
    const done = await record("25");
    expect(done.code, done.stderr).to.equal(0);
    expect(done.stdout).to.include(`Convention de ${museum} enregistrée`);
    const { acceptedShareBps, conventionHash, since, until } = await registered();
    expect([acceptedShareBps, conventionHash, until]).to.deep.equal([2_500n, CONVENTION, 0n]);
    expect(since).to.equal(BigInt(Date.UTC(2026, 0, 15) / 1000));
    const again = await record("25");
    expect(again.code, again.stderr).to.equal(0);
    expect(again.stdout).to.include("déjà enregistrée");
  });

  it("lists who committed to what, for people, spreadsheets and programs", async function () {
    const plain = await run("list");
    expect([plain.code, plain.stdout.includes(museum), /en cours/u.test(plain.stdout)]).to.deep.equal([0, true, true]);
    const csv = await run("list", "--csv");
    expect(csv.stdout.split("\r\n")[1]).to.match(
      new RegExp(`;${museum};25;.+;en cours;${CONVENTION};.+;30,00;1;`, "u"),
    );
    const both = await run("list", "--csv", "--json");
    expect([both.code, both.stdout]).to.deep.equal([1, ""]);
  });

  it("reports what each took in and still holds", async function () {
    const plain = await run("report");
    expect([plain.code, /25.+30,00.+30,00/u.test(plain.stdout)]).to.deep.equal([0, true]);
    const { structures } = JSON.parse((await run("report", "--json")).stdout) as { structures: object[] };
    expect(structures).to.have.length(1);
    expect(structures[0]).to.deep.include({ takings: "3000", takingsCount: 1, spent: "0", balance: "3000" });
  });

  it("ends a convention once, and none that the registry does not know", async function () {
    const { code, stdout, stderr } = await run("end", museum);
    expect(code, stderr).to.equal(0);
    expect(stdout).to.include(`La convention de ${museum} est terminée`);
    const { until } = await registered();
    expect(until).to.not.equal(0n);
    const { chain, deployments } = world;
    const registrar = async () => await signerFor(chain, "registrar");
    const job = { chain, region: REGION, deployments, runs: folder, registrar };
    expect(await endConvention({ ...job, account: museum })).to.deep.equal({ isNew: false });
    expect((await registered()).until).to.equal(until);
    await expectFailure(endConvention({ ...job, account: stranger }), 1, "structures.unknown");
    expect((await run("list")).stdout).to.include("terminée");
  });
});
