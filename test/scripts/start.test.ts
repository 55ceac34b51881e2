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
import { computeAddress, JsonRpcProvider } from "ethers";
import { systemAt } from "../../scripts/lib/system.ts";

const LINES = 60;

type RuntimeConfig = {
  chainId: number;
  rpcUrl: string;
  relayUrl: string;
  deployment: Deployment;
  region: { explorers: Record<string, { transaction: string }> };
  demoIdentities: { address: string; name: { fr: string } }[];
};

describe("npm start", () => {
  let folder: string;
  let child: ChildProcess;
  let output = "";

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "start-"));
    const ports = ["--chain-port", "21845", "--port", "21873"];
    const shown = ["--lang", "fr", "--lines", String(LINES), "--explorer", "http://127.0.0.1:5100/"];
    const args = ["--import", "tsx", "scripts/start.ts", ...shown, ...ports];
    const folders = {
      DEPLOYMENTS_FOLDER: join(folder, "deployments"),
      RUNS_FOLDER: join(folder, "runs"),
      DEMO_FOLDER: join(folder, "demo"),
      RELAY_FOLDER: join(folder, "relay"),
    };
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
