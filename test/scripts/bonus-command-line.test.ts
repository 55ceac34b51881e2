// SPDX-License-Identifier: EUPL-1.2
import { expect } from "chai";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { LocalChain } from "../../scripts/lib/local-chain.ts";
import { type Folders, REGION, staffFile } from "../helpers/bonus.ts";
import { startBonusChain } from "../helpers/bonus-chain.ts";

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
    const { runs, deployments } = folders;
    const env = { ...process.env, RPC_URL: local.url, RUNS_FOLDER: runs, DEPLOYMENTS_FOLDER: deployments };
    const child = spawn(process.execPath, ["--import", "tsx", "scripts/bonus.ts", ...words], {
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const ended: Ended = { code: null, out: "", errors: "" };
    child.stdout.on("data", (part: Buffer) => (ended.out += part.toString()));
    child.stderr.on("data", (part: Buffer) => (ended.errors += part.toString()));
    ended.code = await new Promise((resolve) => child.once("close", resolve));
    return ended;
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

  it("ends with 1 and a sentence when it is used wrongly", async function () {
    const { code, errors } = await bonus("run", "abcd", ...onChain, "--lang", "en");
    expect(code).to.equal(1);
    expect(errors).to.include("No plan matches abcd.");
    expect((await bonus("run", "abcd")).errors).to.include("--network");
  });
});
