// SPDX-License-Identifier: EUPL-1.2
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Check, CheckKey } from "@monnaie-commune/sdk/ledger/checks/check";
import { CHECKS } from "@monnaie-commune/sdk/ledger/checks/check";
import { createMemoryStore } from "@monnaie-commune/sdk/ledger/store";
import { expect } from "chai";
import { type Hex, numberToHex } from "viem";
import { readAccounts } from "../../scripts/audit/read-accounts.ts";
import { auditFailure, openNode } from "../../scripts/audit/node.ts";
import { runAudit, type AuditOptions, type AuditResult } from "../../scripts/audit/run-audit.ts";
import type { Failure } from "../../scripts/lib/failure.ts";
import { runScript, type Ended } from "../helpers/command.ts";
import { ethers, loadFixture } from "../helpers/fixtures.ts";
import { livelyRegion } from "../helpers/lively-region.ts";
import { openBridge, type Bridge, type Meddler } from "../helpers/rpc-bridge.ts";

async function waitUntil(isTrue: () => boolean): Promise<void> {
  for (let i = 0; i < 6_000 && !isTrue(); i++) await pause(5);
}

type Report = { holds: boolean; checks: Check[] };

const SILENT = { onStep: () => {}, onProgress: () => {} };

describe("npm run audit", function () {
  // The first one compiles the contracts, when that was not done before.
  this.timeout(600_000);
  let folder: string;
  let token: Hex;
  let record: string;
  const bridges: Bridge[] = [];

  const bridge = async (...args: Parameters<typeof openBridge>): Promise<Bridge> => {
    const opened = await openBridge(...args);
    bridges.push(opened);
    return opened;
  };
  const command = async (url: string, ...args: string[]): Promise<Ended> =>
    await runScript("audit", ["--rpc", url, "--token", token, ...args], {
      env: { LEDGER_FOLDER: join(folder, "ledger") },
    });
  /** The audit itself, in this process, against a node that meddles. */
  const audited = async (meddle?: Meddler, options: Partial<AuditOptions> = {}): Promise<AuditResult> => {
    const { url } = await bridge(meddle);
    try {
      const plain = { token, store: createMemoryStore(), isRecompiled: false, ...SILENT };
      return await runAudit(await openNode(url), { ...plain, ...options });
    } catch (error) {
      throw auditFailure(error, url);
    }
  };
  const failureOf = async (work: Promise<unknown>): Promise<Failure> =>
    await work.then(
      () => expect.fail("It did not fail"),
      (error: Failure) => error,
    );
  const wrongOf = ({ checks }: { checks: readonly Check[] }): CheckKey[] =>
    checks.filter(({ holds }) => !holds).map(({ key }) => key);

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "audit-"));
    const { deployment } = await loadFixture(livelyRegion);
    token = deployment.contracts.RegionalToken.address;
    record = join(folder, "record.json");
    writeFileSync(record, JSON.stringify(deployment));
  });

  afterEach(async () => {
    for (const opened of bridges.splice(0)) await opened.close();
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it("says what it checked and that all agrees, writes the files, and ends with 0", async () => {
    const { url } = await bridge();
    const out = join(folder, "out");
    const accounts = join(folder, "accounts.json");
    writeFileSync(accounts, JSON.stringify({ reserve: { number: "512200", label: "Banque" } }));
    const style = ["--siren", "123456789", "--fec-accounts", accounts];
    const { code, stdout, stderr } = await command(url, "--deployment", record, "--out", out, "--lang", "en", ...style);
    expect(stderr).to.equal("");
    expect(code).to.equal(0);
    expect(stdout).to.match(/✓ Everything agrees: \d+ checks at block \d+\./u);
    expect(stdout).to.not.contain("✗");
    const [, block = ""] = /checks at block (\d+)\./u.exec(stdout) ?? [];
    const named = (file: string) => `MC-${block}-${file}`;
    const report = JSON.parse(readFileSync(join(out, named("audit.json")), "utf8")) as Report;
    expect(report.holds).to.equal(true);
    expect(new Set(report.checks.map(({ key }) => key))).to.deep.equal(new Set(Object.keys(CHECKS)));
    for (const file of ["journal.csv", "journal.jsonl", "manifest.json", "months.csv", "figures.json"]) {
      expect(existsSync(join(out, named(file))), file).to.equal(true);
    }
    const [fec] = readdirSync(out).filter((file) => /^123456789FEC\d{8}\.txt$/u.test(file));
    expect(readFileSync(join(out, fec ?? ""), "utf8")).to.contain("\t512200\tBanque\t");
  });

  it("names what differs first, with its transaction, and ends with 3", async () => {
    const { url } = await bridge(async (method, _params, ask) => {
      const answer = await ask();
      // A node that leaves one payment out.
      if (method !== "eth_getLogs" || !("result" in answer)) return answer;
      const logs = answer.result as { data: string }[];
      return { result: logs.filter(({ data }) => data !== numberToHex(1_250n, { size: 32 })) };
    });
    const { code, stdout, stderr } = await command(url, "--fresh");
    expect(code).to.equal(3);
    expect(stdout).to.contain("✗ Le solde inscrit de chaque compte est la somme de ses mouvements.");
    expect(stderr).to.match(/Première différence\u202f: transaction 0x[0-9a-f]{64}/u);
  });

  it("ends with 1 for wrong use, and with 2 for a node that is away", async () => {
    const { url } = await bridge();
    expect((await failureOf(openNode("ftp://node"))).exitCode).to.equal(1);
    const away = await bridge();
    await away.close();
    const started = performance.now();
    expect(await failureOf(openNode(away.url))).to.include({ exitCode: 2, key: "audit.unreachable" });
    expect(performance.now() - started).to.be.lessThan(60_000);
    const node = await openNode(url);
    const options = { store: createMemoryStore(), isRecompiled: false, ...SILENT };
    const wrongToken = runAudit(node, { ...options, token: `0x${"11".repeat(20)}` });
    expect(await failureOf(wrongToken)).to.include({ exitCode: 1, key: "audit.notFound.token" });
    const late = runAudit(node, { ...options, token, toBlock: 1_000_000 });
    expect(await failureOf(late)).to.include({ exitCode: 1, key: "audit.noSuchBlock" });
  });

  it("says which account of the file of accounts is wrong", () => {
    const file = join(folder, "wrong.json");
    expect(() => readAccounts(file))
      .to.throw("Le fichier de comptes")
      .with.property("exitCode", 1);
    writeFileSync(file, JSON.stringify({ till: { number: "46", label: "Caisse" } }));
    expect(() => readAccounts(file)).to.throw("le numéro du compte till doit commencer par trois chiffres");
    writeFileSync(file, JSON.stringify({ bank: {} }));
    expect(() => readAccounts(file)).to.throw("aucun compte ne s’appelle bank");
  });

  it("audits at an earlier block", async () => {
    const whole = await audited();
    const earlier = await audited(undefined, { toBlock: whole.journal.toBlock - 10 });
    expect(wrongOf(earlier)).to.deep.equal([]);
    expect(earlier.journal.entries.length).to.be.lessThan(whole.journal.entries.length);
  });

  it("does without history, without batches, without code in questions, and with ranges of a few blocks", async () => {
    const { journal } = await audited();
    const noState = { error: { code: -32_000, message: "missing trie node 0x1234" } };
    const result = await audited(async (method, params, ask) => {
      const block = params.at(-1);
      const isOld = typeof block === "string" && block.startsWith("0x") && Number(block) < journal.toBlock;
      if (/^eth_(?:call|getCode)$/u.test(method) && isOld) return noState;
      const [range] = params as [{ fromBlock: string; toBlock: string }];
      const isLong = method === "eth_getLogs" && Number(range.toBlock) - Number(range.fromBlock) >= 7;
      return isLong ? { error: { code: -32_005, message: "query exceeds max block range 7" } } : await ask();
    });
    expect(result.fromBlock).to.equal(0);
    expect(wrongOf(result)).to.deep.equal([]);
    const withoutCode: Meddler = async (method, params, ask) => {
      const isCreation = method === "eth_call" && (params[0] as { to?: Hex }).to === undefined;
      return isCreation ? { error: { code: -32_602, message: "to is required" } } : await ask();
    };
    const single = await bridge(withoutCode, { takesBatches: false });
    const plain = { token, store: createMemoryStore(), isRecompiled: false, ...SILENT };
    expect(wrongOf(await runAudit(await openNode(single.url), plain))).to.deep.equal([]);
  });

  it("goes on where it was killed, asking only for what it has not read", async () => {
    // Block by block: what Hardhat mines in one go has no state one could ask for.
    for (let i = 0; i < 400; i++) await ethers.provider.send("evm_mine", []);
    let answered = 0;
    const short: Meddler = async (method, params, ask) => {
      if (method !== "eth_getLogs") return await ask();
      const [range] = params as [{ fromBlock: string; toBlock: string }];
      if (Number(range.toBlock) - Number(range.fromBlock) >= 20) {
        return { error: { code: -32_005, message: "query exceeds max block range 20" } };
      }
      answered++;
      return await ask();
    };
    const { url } = await bridge(short);
    const env = { ...process.env, LEDGER_FOLDER: join(folder, "killed") };
    const args = ["--import", "tsx", "scripts/audit.ts", "--rpc", url, "--token", token];
    const child = spawn(process.execPath, args, { env, stdio: "ignore" });
    await waitUntil(() => answered > 20);
    child.kill("SIGKILL");
    await once(child, "close");
    const before = answered;
    answered = 0;
    const ended = await runScript("audit", args.slice(3), { env });
    expect(ended.code, ended.stderr).to.equal(0);
    const whole = answered;
    answered = 0;
    expect(wrongOf(await audited(short))).to.deep.equal([]);
    expect(before).to.be.greaterThan(20);
    expect(whole).to.be.lessThan(answered - 5);
  });

  it("says so when the node no longer has the state of the block", async () => {
    const failure = await failureOf(
      audited(async (method, _params, ask) =>
        method === "eth_call" ? { error: { code: -32_000, message: "missing trie node 0x1234" } } : await ask(),
      ),
    );
    expect(failure).to.include({ exitCode: 2, key: "audit.noHistory" });
  });
});
