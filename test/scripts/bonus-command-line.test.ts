// SPDX-License-Identifier: EUPL-1.2
import { expect } from "chai";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { ROLES } from "@monnaie-commune/sdk/generated/roles";
import { id } from "ethers";
import { AccessManager__factory, CallBatch__factory } from "../../types/ethers-contracts/index.js";
import { openProgramme } from "../../scripts/bonus/fund.ts";
import { loadDeployment } from "../../scripts/lib/deployment-file.ts";
import { dayOf, isoDateOf } from "@monnaie-commune/sdk/days";
import type { LocalChain } from "../../scripts/lib/local-chain.ts";
import { type Folders, REGION, staffFile } from "../helpers/bonus.ts";
import { signerFor } from "../../scripts/lib/signers.ts";
import { startBonusChain } from "../helpers/bonus-chain.ts";
import { execute } from "../helpers/safe.ts";

type Ended = { code: number | null; out: string; errors: string };

describe("npm run bonus", function () {
  this.timeout(180_000);

  let local: LocalChain;
  let folders: Folders;

  before(async function () {
    ({ local, folders } = await startBonusChain());
  });

  after(async function () {
    await local.close();
  });

  /** The command as a person starts it; the chain is in this process, so that it cannot be waited for in one go. */
  async function bonus(...words: string[]): Promise<Ended> {
    return await started(words).ended;
  }

  function started(words: string[]): { child: ChildProcess; said: Ended; ended: Promise<Ended> } {
    const { runs, deployments } = folders;
    const env = { ...process.env, RPC_URL: local.url, RUNS_FOLDER: runs, DEPLOYMENTS_FOLDER: deployments };
    const child = spawn(process.execPath, ["--import", "tsx", "scripts/bonus.ts", ...words], {
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const ended: Ended = { code: null, out: "", errors: "" };
    child.stdout.on("data", (part: Buffer) => (ended.out += part.toString()));
    child.stderr.on("data", (part: Buffer) => (ended.errors += part.toString()));
    const end = once(child, "close").then(([code]) => Object.assign(ended, { code: code as number | null }));
    return { child, said: ended, ended: end };
  }

  async function expectCode(code: number, ...words: string[]): Promise<void> {
    const ended = await bonus(...words);
    expect(ended.code, ended.errors).to.equal(code);
  }

  function file(name: string, bytes: Uint8Array | string): string {
    mkdirSync(folders.runs, { recursive: true });
    const path = join(folders.runs, "..", name);
    writeFileSync(path, bytes);
    return path;
  }

  const onChain = ["--network", "localhost"];
  const inProgramme = [...onChain, "--region", REGION, "--programme", "1"];

  it("names line, column, value and remedy of every error, sends nothing and ends with 1", async function () {
    const good = new TextDecoder().decode(staffFile(1));
    const bad = file("bad.csv", good.replace("AG-0", "=1+1").replace("2026-10-12", "2026-02-30"));
    const { code, out, errors } = await bonus("plan", bad, ...inProgramme, "--lang", "en");
    expect(code).to.equal(1);
    expect(out).to.equal("");
    expect(errors).to.include("bad.csv:2  payee_id  “=1+1”\n    The value begins with =");
    expect(errors).to.include("bad.csv:2  consent_date  “2026-02-30”\n    There is no such day.");
    expect(errors).to.include("bad.csv is refused (2 errors).\nNothing was sent.");
  });

  it("leads from the staff file to the report, with 0 where all is well", async function () {
    const csv = file("staff.csv", staffFile(3, 2));
    const planned = await bonus(
      "plan",
      csv,
      ...inProgramme,
      "--payees",
      file("payees", "AG-0\nAG-1\nAG-2\nAG-3\nAG-4\n"),
    );
    expect(planned.code, planned.errors).to.equal(0);
    const plan = /simulate ([0-9a-f]{12})/u.exec(planned.out)?.[1] ?? "";
    await expectCode(0, "simulate", plan, ...onChain);
    await expectCode(3, "run", plan, ...onChain);
    await expectCode(0, "propose", plan, ...onChain);

    const unasked = await bonus("approve", plan, ...onChain);
    expect(unasked.code).to.equal(3);
    expect(unasked.out).to.include("300,03"); // the total the approver would sign
    await expectCode(3, "report", plan, ...onChain);
    await expectCode(0, "approve", plan, ...onChain, "--yes");
    await expectCode(2, "report", plan, ...onChain);

    const paid = await bonus("run", plan, ...onChain);
    expect(paid.code, paid.errors).to.equal(0);
    expect(paid.out).to.include("3 paiements faits, 300,03 en tout");
    const report = await bonus("report", plan, ...onChain, "--csv", "--json");
    expect(report.code, report.errors).to.equal(0);
    expect(report.out).to.include("Tout est payé et concorde au centime.");
    const folder = join(folders.runs, "31337", plan);
    expect(existsSync(join(folder, "report.csv"))).to.equal(true);
    const json = JSON.parse(readFileSync(join(folder, "report.json"), "utf8")) as { isReconciled: boolean };
    expect(json.isReconciled).to.equal(true);
  });

  it("waits for a Safe, ends with 2 at Ctrl-C, and says what is done once it was executed", async function () {
    const { chain } = local;
    const council = await signerFor(chain, "council");
    const contract = await new CallBatch__factory(council).deploy();
    await contract.waitForDeployment();
    const safe = await contract.getAddress();
    const { contracts } = await loadDeployment(chain, REGION, folders.deployments);
    const manager = AccessManager__factory.connect(contracts.AccessManager.address, council);
    await (await manager.grantRole(ROLES.TREASURER, safe, 0)).wait();

    const { timestamp } = (await chain.provider.getBlock("latest")) ?? { timestamp: 0 };
    const { programmeId } = await openProgramme({
      chain,
      region: REGION,
      council,
      purpose: "bonus",
      budget: 100n,
      opensAt: timestamp,
      closesAt: timestamp + 86_400,
      decisionHash: id("another decision"),
      ...folders,
    });

    const place = [...onChain, "--region", REGION, "--programme", String(programmeId)];
    const words = ["attest", ...place, "--amount", "1,00", "--order", id("safe order"), "--safe", safe];
    const waiting = started(words);
    while (!waiting.said.out.includes("Ctrl-C") && waiting.child.exitCode === null) await pause(20);
    waiting.child.kill("SIGINT");
    const { code, out, errors } = await waiting.ended;
    expect(code, errors).to.equal(2);
    expect(errors).to.include("Relancer la même commande");
    const written = /^ {2}(.*\.json)$/mu.exec(out)?.[1] ?? "";

    const again = started([...words, "--lang", "en"]);
    while (!again.said.out.includes("Ctrl-C") && again.child.exitCode === null) await pause(20);
    expect(again.said.out).to.include(written);
    await execute({ contract }, written);
    const done = await again.ended;
    expect(done.code, done.errors).to.equal(0);
    expect(done.out).to.include("Euros attested.");
    const both = await bonus(...words, "--keystore", "x", "--lang", "en");
    expect(both.code).to.equal(1);
    expect(both.errors).to.include("does not go with the others");
  });

  it("writes letters from planning to printing, and gives back what is not claimed, with the codes people rely on", async function () {
    const staff = file("letters.csv", staffFile(1, 0, 2));
    const until = isoDateOf(dayOf(Date.now() / 1_000) + 60);
    const planned = await bonus("plan", staff, ...inProgramme, "--claims-until", until, "--lang", "en");
    expect(planned.code, planned.errors).to.equal(0);
    expect(planned.out).to.include("Of them by letter").and.to.include("Last day of the letters");
    const plan = /simulate ([0-9a-f]{12})/u.exec(planned.out)?.[1] ?? "";
    const early = await bonus("letters", plan, ...onChain, "--lang", "en");
    expect(early.code).to.equal(3);
    expect(early.errors).to.include("not proposed");
    for (const verb of ["propose", "approve", "run"]) await expectCode(0, verb, plan, ...onChain, "--yes");

    const printed = await bonus("letters", plan, ...onChain, "--site", "https://monnaie.example", "--lang", "en");
    expect(printed.code, printed.errors).to.equal(0);
    expect(printed.out).to.include("2 letters written").and.to.include("worth money").and.to.include("claims.json");
    const written = join(folders.runs, "31337", plan, "letters", "letters-01.html");
    expect(readFileSync(written, "utf8")).to.include("Until ");

    const tooEarly = await bonus("close-letters", plan, ...onChain, "--lang", "en");
    expect(tooEarly.code).to.equal(3);
    expect(tooEarly.errors).to.include("--early");
    const tried = await bonus("cancel-letter", plan, ...onChain, "--line", "3", "--dry-run", "--lang", "en");
    expect(tried.code, tried.errors).to.equal(0);
    expect(tried.out).to.include("would be cancelled");
    await expectCode(0, "cancel-letter", plan, ...onChain, "--line", "3");
    await expectCode(1, "cancel-letter", plan, ...onChain, "--line", "2");
    const closed = await bonus("close-letters", plan, ...onChain, "--early", "--lang", "en");
    expect(closed.code, closed.errors).to.equal(0);
    expect(closed.out).to.include("1 letter closed unclaimed");
    const reported = await bonus("report", plan, ...onChain, "--html", "--lang", "en");
    expect(reported.code, reported.errors).to.equal(0);
    expect(reported.out).to.include("report.html").and.to.include("given up");
    await expectCode(3, "cancel", plan, ...onChain);
  });

  it("ends with 1 and a sentence when it is used wrongly", async function () {
    const { code, errors } = await bonus("run", "abcd", ...onChain, "--lang", "en");
    expect(code).to.equal(1);
    expect(errors).to.include("No plan matches abcd.");
    expect((await bonus("run", "abcd")).errors).to.include("--network");
  });
});
