// SPDX-License-Identifier: EUPL-1.2
import { CONTRACT_NAMES } from "@monnaie-commune/sdk/deployments";
import { isPublishedProgram } from "@monnaie-commune/sdk/runtime-code";
import { expect } from "chai";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { id } from "ethers";
import { network } from "hardhat";
import type { Hex } from "viem";
import { builtContract } from "../../scripts/lib/compiled-contract.ts";
import { codeAt, examineCode } from "../../scripts/lib/deployed-code.ts";
import { deploymentPath, fileStore, inputPath } from "../../scripts/lib/deployment-file.ts";
import { deploySystem } from "../../scripts/lib/deploy-system.ts";
import { type Chain, chainOf } from "../../scripts/lib/network.ts";
import { loadRegion } from "../../scripts/lib/region-file.ts";
import { signerFor } from "../../scripts/lib/signers.ts";

const region = loadRegion("centre-val-de-loire");

describe("deployed code", () => {
  let chain: Chain;
  let folder: string;
  let path: string;
  let deployment: Awaited<ReturnType<typeof deploySystem>>["deployment"];

  before(async () => {
    chain = await chainOf(await network.create("local"));
    folder = mkdtempSync(join(tmpdir(), "deployments-"));
    path = deploymentPath(chain.chainId, region.slug, folder);
    ({ deployment } = await deploySystem(chain, region, await signerFor(chain, "deployer"), fileStore(path)));
  });

  after(async () => {
    rmSync(folder, { recursive: true });
    await chain.close();
  });

  const codeOf = async (name: keyof typeof deployment.contracts) =>
    await codeAt(chain.provider, deployment.contracts[name].address);

  it("is what was built, for every contract, and what the deployment publishes", async () => {
    for (const name of CONTRACT_NAMES) {
      const code = await codeOf(name);
      const { match, hash } = examineCode(code, await builtContract(name));
      expect(match, name).to.equal("exact");
      const published = deployment.contracts[name].code;
      expect(published?.hash, name).to.equal(hash);
      expect(published !== undefined && isPublishedProgram(code, published), name).to.equal(true);
    }
  });

  it("tells the constants it was created with", async () => {
    const { AuthorizationBatch, RegionalToken } = deployment.contracts;
    const token = examineCode(await codeOf("RegionalToken"), await builtContract("RegionalToken"));
    const read = Object.fromEntries(token.immutables.map(({ name, value }) => [name, value]));
    expect(read.cap).to.equal("100000000");
    expect(read.ceilingBps).to.equal("2000");
    expect(read.firstOrdinaryBps).to.equal("600");
    expect(read.firstMerchantBps).to.equal("200");
    expect(read.cachedChainId).to.equal("31337");
    expect(read.cachedThis).to.equal(RegionalToken.address.toLowerCase());
    const batch = examineCode(
      await codeAt(chain.provider, AuthorizationBatch.address),
      await builtContract("AuthorizationBatch"),
    );
    expect(batch.immutables).to.deep.equal([
      { name: "token", type: "contract IERC3009", value: RegionalToken.address.toLowerCase() },
    ]);
  });

  it("is another program when one instruction differs, or it is another contract's", async () => {
    const code = await codeOf("Issuance");
    const changed = code.replace(/^0x60/u, "0x61") as Hex;
    expect(examineCode(changed, await builtContract("Issuance"))).to.include({ match: "different" });
    expect(examineCode(code, await builtContract("Redemptions"))).to.deep.include({
      match: "different",
      immutables: [],
    });
    expect(examineCode("0x", await builtContract("Issuance"))).to.include({ match: "none" });
  });

  it("keeps what the compiler got beside the deployment, under its hash", () => {
    const file = inputPath(path, deployment.compilerInputHash);
    expect(existsSync(file)).to.equal(true);
    const text = readFileSync(file, "utf8");
    expect(id(text)).to.equal(deployment.compilerInputHash);
    const { sources } = JSON.parse(text) as { sources: Record<string, unknown> };
    expect(Object.keys(sources)).to.include("project/contracts/token/RegionalToken.sol");
    expect(Object.keys(sources).filter((name) => name.includes("/test/"))).to.deep.equal([]);
  });
});
