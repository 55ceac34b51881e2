// SPDX-License-Identifier: EUPL-1.2
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { claimPrivateKey, parseClaimCode } from "@monnaie-commune/sdk/claims/code";
import { findClaim, readClaimsFile } from "@monnaie-commune/sdk/claims/file";
import type { Deployment } from "@monnaie-commune/sdk/deployments";
import { expect } from "chai";
import { computeAddress, hexlify, id, JsonRpcProvider, sha256, toUtf8Bytes, Wallet } from "ethers";
import { developmentKey } from "../../scripts/lib/signers.ts";
import { systemAt } from "../../scripts/lib/system.ts";
import { demoSecrets } from "../privacy/demo-secrets.ts";
import type { Secret } from "../privacy/forms.ts";
import { chainPieces, filePieces, textPieces } from "../privacy/public-pieces.ts";
import { scannerFor } from "../privacy/scan.ts";

/** Folders that `npm start` writes, as its environment names them. */
const FOLDERS = { DEPLOYMENTS_FOLDER: "deployments", RUNS_FOLDER: "runs", DEMO_FOLDER: "demo", RELAY_FOLDER: "relay" };

type RuntimeConfig = {
  chainId: number;
  rpcUrl: string;
  relayUrl: string;
  deployment: Deployment;
  region: { site: { accessibilityMail: string }; explorers: Record<string, { transaction: string }> };
  demoIdentities: { address: string; name: { fr: string } }[];
};

/** The address of decimal.js's author stands in its licence notice, which has to stay in what is built from it. */
const OF_A_LICENCE = "M8ch88l@gmail.com";

describe("npm start", () => {
  let folder: string;
  let child: ChildProcess;
  let output = "";

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "start-"));
    const ports = ["--chain-port", "21845", "--port", "21873"];
    const shown = ["--lang", "fr", "--explorer", "http://127.0.0.1:5100/"];
    const args = ["--import", "tsx", "scripts/start.ts", ...shown, ...ports];
    const folders = Object.fromEntries(Object.entries(FOLDERS).map(([name, place]) => [name, join(folder, place)]));
    child = spawn(process.execPath, args, { env: { ...process.env, ...folders }, stdio: ["ignore", "pipe", "pipe"] });
    child.stdout?.on("data", (text: Buffer) => (output += text.toString()));
    child.stderr?.on("data", (text: Buffer) => (output += text.toString()));
  });

  after(() => {
    child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  });

  async function untilReady(): Promise<string> {
    for (;;) {
      const url = /Prêt en \d+ s\s*: (http:\S+)/u.exec(output)?.[1];
      if (url !== undefined) return url;
      if (child.exitCode !== null) throw new Error(`It stopped with ${child.exitCode}:\n${output}`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  /** Scans all that anybody can read of the whole demo; then plants one of each kind, which is found. */
  async function publishesNothingPersonal(url: string, config: RuntimeConfig, provider: JsonRpcProvider) {
    const { region, deployment } = config;
    const secrets = demoSecrets(join(folder, FOLDERS.DEMO_FOLDER));
    expect(secrets.length).to.be.greaterThan(4_000);
    const scan = scannerFor(secrets, [region.site.accessibilityMail, OF_A_LICENCE]);
    const read = async (path: string) => textPieces(path, await (await fetch(`${url}${path}`)).text());
    // On the development chain alone, whose keys are public, the demo's people are named to be played.
    const named: Partial<RuntimeConfig> = { ...config };
    delete named.demoIdentities;
    const pieces = [
      ...(await chainPieces(provider)),
      ...textPieces("contractURI", await systemAt(deployment, provider).token.contractURI()),
      ...textPieces("/config.json", JSON.stringify(named)),
      ...(await read("/records/merchants.json")),
      ...(await read("/claims/1.json")),
      ...textPieces("/v1/health", await (await fetch(`${config.relayUrl}/v1/health`)).text()),
      ...filePieces(join(folder, FOLDERS.DEPLOYMENTS_FOLDER)),
      ...filePieces("frontend/dist"),
    ];
    expect(scan(pieces)).to.deep.equal([]);

    const of = (kind: Secret["kind"]) => secrets.find((secret) => secret.kind === kind)?.text ?? expect.fail(kind);
    const plants = [
      toUtf8Bytes(`Prime de ${of("name")}, merci`),
      toUtf8Bytes(of("staffId")),
      id(of("staffId")),
      toUtf8Bytes(Buffer.from(`x ${of("mandate")}`).toString("base64")),
      sha256(toUtf8Bytes(of("mandate").toLowerCase())),
      toUtf8Bytes("camille.durand@region.example"),
      toUtf8Bytes("FR7630006000011234567890189"),
    ];
    const before = await provider.getBlockNumber();
    const stranger = new Wallet(developmentKey(18), provider);
    for (const [nonce, data] of plants.entries()) {
      await (await stranger.sendTransaction({ to: stranger, data: hexlify(data), nonce })).wait();
    }
    const found = scan(await chainPieces(provider, before + 1));
    expect(found.map(({ what }) => what)).to.include.members([
      of("name"),
      of("staffId"),
      of("mandate"),
      "camille.durand@region.example",
      "FR7630006000011234567890189",
    ]);
    expect(new Set(found.map(({ place }) => place)).size).to.equal(plants.length);
  }

  it("deploys, pays a bonus, rewards and subsidies, serves the dApp, then stops on Ctrl-C with nothing left behind", async function () {
    this.timeout(180_000);
    const url = await untilReady();
    const config = (await (await fetch(`${url}/config.json`)).json()) as RuntimeConfig;
    expect(config.chainId).to.equal(31337);
    expect(config.region.explorers["31337"]?.transaction).to.equal("http://127.0.0.1:5100/tx/{transaction}");
    const provider = new JsonRpcProvider(config.rpcUrl, config.chainId, { staticNetwork: true });
    const { token, registry, issuance, redemptions } = systemAt(config.deployment, provider);
    const camille = config.demoIdentities[0]?.address ?? "";
    expect(await token.balanceOf(camille)).to.be.greaterThan(0n);
    expect(await registry.merchantCount()).to.equal(180n);
    const runs = await Promise.all([1, 2, 3].map(async (number) => await issuance.runOf(number)));
    for (const { paid, total } of runs) expect(paid).to.equal(total);
    const paid = runs.reduce((sum, { total }) => sum + total, 0n);
    expect((await token.totalSupply()) + (await redemptions.redeemed())).to.equal(paid);
    const exits = await redemptions.requests(0, 10);
    expect(exits.map(({ state }) => state)).to.deep.equal([2n, 4n, 1n]);
    expect(await registry.structureCount()).to.equal(12n);
    const link = /\/prime#(\S+)/u.exec(output)?.[1] ?? "";
    const read = parseClaimCode(link);
    const claims = readClaimsFile(await (await fetch(`${url}/claims/1.json`)).text());
    if (!read.ok || !("file" in claims)) throw new Error(`${link} leads nowhere`);
    const key = computeAddress(claimPrivateKey(read.code.secret)) as `0x${string}`;
    const claim = findClaim(claims.file, key);
    expect(claim?.amount).to.be.greaterThan(0n);
    expect((await issuance.claimSheetOf(1, claim?.chunkIndex ?? 0)).root).to.equal(claim?.root);
    const records = (await (await fetch(`${url}/records/merchants.json`)).json()) as object;
    expect(Object.keys(records)).to.have.length(180);
    expect(await (await fetch(url)).text()).to.contain("<html");
    await publishesNothingPersonal(url, config, provider);
    provider.destroy();
    const health = (await (await fetch(`${config.relayUrl}/v1/health`)).json()) as { ok: boolean };
    expect(health.ok).to.equal(true);

    child.kill("SIGINT");
    const [code] = (await once(child, "exit")) as [number | null];
    expect(code).to.equal(0);
    expect(output).to.contain("Tout est arrêté.");
    for (const gone of [url, config.rpcUrl, config.relayUrl]) {
      expect(await fetch(gone).catch(() => "refused")).to.equal("refused");
    }
  });
});
