// SPDX-License-Identifier: EUPL-1.2
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CONTRACT_NAMES, type ContractName, type Deployment } from "@monnaie-commune/sdk/deployments";
import { expect } from "chai";
import { id } from "ethers";
import { deploySystem } from "../../scripts/lib/deploy-system.ts";
import { deploymentPath, fileStore, inputPath } from "../../scripts/lib/deployment-file.ts";
import { type LocalChain, startLocalChain } from "../../scripts/lib/local-chain.ts";
import { compile, recompile, type Recompiled } from "../../scripts/lib/recompile.ts";
import { loadRegion } from "../../scripts/lib/region-file.ts";
import { signerFor } from "../../scripts/lib/signers.ts";
import { systemAt } from "../../scripts/lib/system.ts";
import { checkDeployment, holds } from "../../scripts/verify/check-deployment.ts";
import { readContractUri } from "../../scripts/verify/contract-uri.ts";
import { currentInput, keptInput } from "../../scripts/verify/published-input.ts";
import type { RegionalToken } from "../../types/ethers-contracts/index.js";
import { runScript } from "../helpers/command.ts";
import { failureOf } from "../helpers/failures.ts";

const region = loadRegion("centre-val-de-loire");

describe("npm run verify:local", function () {
  this.timeout(600_000);
  let local: LocalChain;
  let folder: string;
  let deployment: Deployment;
  let compiled: Recompiled;
  const foldersBefore = process.env.DEPLOYMENTS_FOLDER;

  before(async () => {
    local = await startLocalChain(22_345);
    folder = mkdtempSync(join(tmpdir(), "deployments-"));
    process.env.DEPLOYMENTS_FOLDER = folder;
    const store = fileStore(deploymentPath(local.chain.chainId, region.slug));
    const deployer = await signerFor(local.chain, "deployer");
    ({ deployment } = await deploySystem(local.chain, region, deployer, store));
    compiled = await recompile(await currentInput(deployment));
  });

  after(async () => {
    if (foldersBefore === undefined) delete process.env.DEPLOYMENTS_FOLDER;
    else process.env.DEPLOYMENTS_FOLDER = foldersBefore;
    rmSync(folder, { recursive: true });
    await local.close();
  });

  const verify = async (...args: string[]) =>
    await runScript("verify-local", ["--network", "localhost", "--region", region.slug, ...args], {
      env: { RPC_URL: local.url, DEPLOYMENTS_FOLDER: folder },
    });

  async function failing(changed: Deployment): Promise<ContractName[]> {
    const checks = await checkDeployment(local.chain, changed, compiled);
    return checks.filter((check) => !holds(check)).map(({ name }) => name);
  }

  it("finds what the pinned compiler makes of the sources, byte for byte, with the recorded arguments", async () => {
    const checks = await checkDeployment(local.chain, deployment, compiled);
    expect(checks.map(({ name }) => name)).to.deep.equal([...CONTRACT_NAMES]);
    for (const check of checks) {
      expect(check.match, check.name).to.be.oneOf(["exact", "sameProgram"]);
      expect(check, check.name).to.include({ published: true, created: true });
    }
    const ended = await verify();
    expect(ended.code, ended.stderr).to.equal(0);
    expect(ended.stdout).to.match(/cap +100000000/u);
    expect(ended.stdout).to.contain("Monnaie commune du Centre-Val de Loire");
    expect(ended.stdout).to.contain("Les 6 contrats sont bien ce que donnent les sources.");
  });

  it("finds arguments and hashes that are not those of the chain", async () => {
    const otherCap = structuredClone(deployment);
    (otherCap.contracts.RegionalToken.args[0] as { cap: string }).cap = "100000001";
    expect(await failing(otherCap)).to.deep.equal(["RegionalToken"]);
    const otherHash = structuredClone(deployment);
    const { code } = otherHash.contracts.Redemptions;
    if (code !== undefined) code.hash = id("something else") as `0x${string}`;
    expect(await failing(otherHash)).to.deep.equal(["Redemptions"]);
    const swapped = structuredClone(deployment);
    swapped.contracts.Issuance.address = deployment.contracts.MerchantRegistry.address;
    expect(await failing(swapped)).to.deep.equal(["Issuance"]);
  });

  it("cannot compare arguments where the node does not know the creation, and says so", async () => {
    const elsewhere = structuredClone(deployment);
    elsewhere.contracts.Issuance.block = 0;
    const checks = await checkDeployment(local.chain, elsewhere, compiled);
    expect(checks.find(({ name }) => name === "Issuance")?.created).to.equal(undefined);
    expect(await failing(elsewhere)).to.deep.equal([]);
  });

  it("refuses an input that is not what the deployment was compiled from", async () => {
    const path = inputPath(deploymentPath(deployment.chainId, region.slug), deployment.compilerInputHash);
    const text = readFileSync(path, "utf8");
    expect(keptInput(deployment)).to.equal(text);
    writeFileSync(path, text.replace("contract Issuance", "contract  Issuance"));
    expect(await failureOf(Promise.resolve().then(() => keptInput(deployment)))).to.include({
      key: "verify.changedInput",
      exitCode: 3,
    });
    rmSync(path);
    expect(await failureOf(Promise.resolve().then(() => keptInput(deployment)))).to.include({ key: "verify.noInput" });
    writeFileSync(path, text);
  });

  it("refuses sources that are not the deployment's, and names them", async () => {
    const path = deploymentPath(deployment.chainId, region.slug);
    const input = JSON.parse(keptInput(deployment)) as { sources: Record<string, { content: string }> };
    const source = input.sources["project/contracts/issuance/Issuance.sol"];
    if (source !== undefined) source.content += "\n";
    const text = JSON.stringify(input);
    const other = { ...deployment, compilerInputHash: id(text) as `0x${string}` };
    writeFileSync(inputPath(path, other.compilerInputHash), text);
    const failure = await failureOf(currentInput(other));
    expect(failure).to.include({ key: "verify.otherSources", exitCode: 3 });
    expect(failure.message).to.contain("project/contracts/issuance/Issuance.sol").and.not.contain("RegionalToken.sol");
  });

  it("says why sources do not compile", async () => {
    const input = {
      language: "Solidity",
      settings: { outputSelection: {} },
      sources: { "a.sol": { content: "contract A { nonsense }" } },
    };
    const failure = await failureOf(compile(JSON.stringify(input)));
    expect(failure).to.include({ key: "verify.notCompiled", exitCode: 3 });
    expect(failure.message).to.contain("a.sol");
  });

  it("reads what the currency says of itself, and finds it wanting", async () => {
    const { token } = systemAt(deployment, local.chain.provider);
    const read = await readContractUri(token);
    expect("metadata" in read && read.metadata.symbol).to.equal("MC");
    const said = (metadata: unknown) =>
      `data:application/json;base64,${Buffer.from(JSON.stringify(metadata)).toString("base64")}`;
    const of = async (uri: string, symbol = "MC") =>
      await readContractUri({ contractURI: async () => uri, symbol: async () => symbol } as unknown as RegionalToken);
    const whole = {
      name: "Monnaie",
      symbol: "MC",
      description: "Une monnaie",
      external_link: "https://monnaie.example",
    };
    expect(await of(said(whole))).to.deep.equal({ metadata: whole });
    expect(await of(said(whole), "MD")).to.deep.equal({ problem: "otherName" });
    expect(await of(said({ ...whole, description: "" }))).to.deep.equal({ problem: "fields" });
    expect(await of(said({ ...whole, external_link: "monnaie" }))).to.deep.equal({ problem: "fields" });
    expect(await of("https://monnaie.example/uri.json")).to.deep.equal({ problem: "unreadable" });
    expect(await of(`data:application/json;base64,${Buffer.from("{").toString("base64")}`)).to.deep.equal({
      problem: "unreadable",
    });
  });

  it("answers code that is not the sources' with 3, and says whose it is", async () => {
    const { address } = deployment.contracts.Issuance;
    const code = await local.chain.provider.getCode(address);
    await local.chain.provider.send("hardhat_setCode", [address, code.replace(/^0x60/u, "0x61")]);
    const ended = await verify("--kept", "--lang", "en");
    expect(ended.code).to.equal(3);
    expect(ended.stderr).to.contain(`Issuance at ${address} is not what it is said to be.`);
  });
});
