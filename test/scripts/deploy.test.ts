// SPDX-License-Identifier: EUPL-1.2
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CONTRACT_NAMES } from "@monnaie-commune/sdk/deployments";
import { ADMIN_ROLE, ROLES } from "@monnaie-commune/sdk/generated/roles";
import { HOLDER_ROLES } from "@monnaie-commune/sdk/regions";
import { expect } from "chai";
import { getAddress, Wallet } from "ethers";
import { network } from "hardhat";
import { EXEMPT_CLASS, isWired } from "../../scripts/lib/access-steps.ts";
import { type DeploymentListener, deploySystem } from "../../scripts/lib/deploy-system.ts";
import { deploymentPath, fileStore, loadDeployment } from "../../scripts/lib/deployment-file.ts";
import { type Chain, chainOf } from "../../scripts/lib/network.ts";
import { FUNCTION_ROLES, MINTING_ROLES } from "@monnaie-commune/sdk/permissions";
import { loadRegion } from "../../scripts/lib/region-file.ts";
import { signerFor } from "../../scripts/lib/signers.ts";
import { failureOf } from "../helpers/failures.ts";

const region = loadRegion("centre-val-de-loire");
const holders = region.holders["31337"];
const { slug } = region;

/** A wallet of the same account that stops after so many transactions, as a killed run does. */
class MortalWallet extends Wallet {
  #left: number;

  constructor(wallet: Wallet, transactions: number) {
    super(wallet.privateKey, wallet.provider);
    this.#left = transactions;
  }

  override async signTransaction(...args: Parameters<Wallet["signTransaction"]>): Promise<string> {
    if (this.#left-- <= 0) throw new Error("killed");
    return await super.signTransaction(...args);
  }
}

describe("deploy", () => {
  let chain: Chain;
  let deployer: Wallet;
  let folder: string;

  beforeEach(async () => {
    chain = await chainOf(await network.create("local"));
    deployer = await signerFor(chain, "deployer");
    folder = mkdtempSync(join(tmpdir(), "deployments-"));
  });

  afterEach(async () => {
    rmSync(folder, { recursive: true });
    await chain.close();
  });

  const store = () => fileStore(deploymentPath(chain.chainId, slug, folder));
  const deploy = async (wallet = deployer, listener?: DeploymentListener) =>
    await deploySystem(chain, region, wallet, store(), listener);
  const transactionCount = async () => await chain.provider.getTransactionCount(deployer.address);

  it("writes a small sorted file with every contract at a checksummed address", async () => {
    const { deployment } = await deploy();
    const text = readFileSync(deploymentPath(chain.chainId, slug, folder), "utf8");
    const written = JSON.parse(text) as typeof deployment;
    expect(Object.keys(written)).to.deep.equal(["chainId", "compilerInputHash", "contracts", "genesisHash", "region"]);
    expect(Object.keys(written.contracts)).to.deep.equal(CONTRACT_NAMES.toSorted());
    for (const name of CONTRACT_NAMES) {
      const { address, block, args } = written.contracts[name];
      expect(address).to.equal(getAddress(address));
      expect(block).to.be.greaterThan(0);
      expect(args).to.be.an("array");
    }
    expect(text.length).to.be.lessThan(8_000);
    expect(text).not.to.contain("abi");
    expect(await loadDeployment(chain, slug, folder)).to.deep.equal(written);
  });

  it("gives the contracts what the region's file says", async () => {
    const { system } = await deploy();
    expect(await system.token.name()).to.equal("Monnaie commune Centre-Val");
    expect(await system.token.symbol()).to.equal("MC");
    expect(await system.token.cap()).to.equal(100_000_000n);
    expect(await system.token.rateCeilingBps()).to.equal(2_000n);
    expect((await system.token.ratesOf(0))[0]?.yearlyRateBps).to.equal(600n);
    expect((await system.token.ratesOf(1))[0]?.yearlyRateBps).to.equal(200n);
    const uri = await system.token.contractURI();
    const metadata = JSON.parse(Buffer.from(uri.split(",")[1] ?? "", "base64").toString()) as { name: string };
    expect(metadata.name).to.equal("Monnaie commune du Centre-Val de Loire");
    expect(await system.redemptions.feeBps()).to.equal(300n);
    expect(await system.redemptions.feeCeilingBps()).to.equal(500n);
    expect(await system.redemptions.monthlyAllowance()).to.equal(2_000_00n);
  });

  it("leaves the deployer with no role, and every role with its holders", async () => {
    const { system } = await deploy();
    for (const role of [ADMIN_ROLE, ...Object.values(ROLES)]) {
      expect((await system.manager.hasRole(role, deployer))[0], `role ${role}`).to.equal(false);
    }
    for (const role of HOLDER_ROLES) {
      for (const account of holders?.[role] ?? []) {
        expect((await system.manager.hasRole(ROLES[role], account))[0], role).to.equal(true);
      }
    }
    const council = holders?.COUNCIL[0] ?? "";
    expect((await system.manager.hasRole(ADMIN_ROLE, council))[0]).to.equal(true);
    expect((await system.manager.hasRole(ROLES.MINTER, system.issuance))[0]).to.equal(true);
    expect((await system.manager.hasRole(ROLES.MINTER, system.redemptions))[0]).to.equal(false);
    expect((await system.manager.hasRole(ROLES.CLASSIFIER, system.registry))[0]).to.equal(true);
  });

  it("labels every role, binds every restricted function and announces the delays", async () => {
    const { system } = await deploy();
    const { manager } = system;
    const labels = await manager.queryFilter(manager.filters.RoleLabel());
    expect(Object.fromEntries(labels.map(({ args }) => [args.label, args.roleId]))).to.deep.equal(ROLES);
    const targets = {
      RegionalToken: system.token,
      MerchantRegistry: system.registry,
      Issuance: system.issuance,
      Redemptions: system.redemptions,
    };
    for (const [contract, functions] of Object.entries(FUNCTION_ROLES)) {
      const target = targets[contract as keyof typeof targets];
      for (const [name, role] of Object.entries(functions)) {
        const selector = target.interface.getFunction(name as never)?.selector ?? "";
        expect(await manager.getTargetFunctionRole(target, selector), `${contract}.${name}`).to.equal(ROLES[role]);
      }
    }
    await chain.provider.send("evm_increaseTime", [6 * 86_400]);
    await chain.provider.send("evm_mine");
    for (const role of MINTING_ROLES) {
      expect(await manager.getRoleGrantDelay(ROLES[role]), role).to.equal(5n * 86_400n);
    }
    for (const target of Object.values(targets)) {
      expect(await manager.getTargetAdminDelay(target)).to.equal(2n * 86_400n);
    }
  });

  it("keeps the accounts that hold money for others from melting, before the registry alone sets classes", async () => {
    const { system } = await deploy();
    const { token, issuance, manager, registry } = system;
    expect((await token.accountOf(issuance)).rateClass).to.equal(EXEMPT_CLASS);
    const set = await token.queryFilter(token.filters.RateClassSet(issuance));
    expect(set.map(({ args }) => args.rateClass)).to.deep.equal([EXEMPT_CLASS]);
    const granted = await manager.queryFilter(manager.filters.RoleGranted(ROLES.CLASSIFIER));
    expect(granted.map(({ args }) => args.account)).to.deep.equal([await registry.getAddress()]);
    expect(set[0]?.blockNumber).to.be.lessThan(granted[0]?.blockNumber ?? 0);
  });

  it("changes nothing when run again", async () => {
    const first = await deploy();
    const count = await transactionCount();
    const seen: string[] = [];
    const again = await deploy(deployer, {
      contract: (name, _contract, isNew) => seen.push(`${name} ${isNew ? "new" : "known"}`),
      step: (key, calls) => seen.push(`${key} ${calls}`),
    });
    expect(again.deployment).to.deep.equal(first.deployment);
    expect(await transactionCount()).to.equal(count);
    expect(seen).to.deep.equal([...CONTRACT_NAMES.map((name) => `${name} known`), "handover 0"]);
  });

  it("goes on where it was killed, wherever that was, with not one transaction more", async () => {
    await deploy();
    const whole = await transactionCount();
    for (let killedAfter = 0; killedAfter < whole; killedAfter++) {
      chain = await chainOf(await network.create("local"));
      deployer = await signerFor(chain, "deployer");
      rmSync(folder, { recursive: true });
      await deploy(new MortalWallet(deployer, killedAfter)).then(
        () => expect.fail(`was not killed after ${killedAfter}`),
        (error: unknown) => expect(String(error)).to.contain("killed"),
      );
      const { system } = await deploy();
      expect(await transactionCount(), `killed after ${killedAfter}`).to.equal(whole);
      expect((await system.manager.hasRole(ADMIN_ROLE, deployer))[0]).to.equal(false);
    }
  });

  it("adopts a creation that was sent but not remembered as done", async () => {
    const saved = store();
    let saves = 0;
    const forgetful = { ...saved, save: (draft: never) => void (++saves === 1 && saved.save(draft)) };
    await deploySystem(chain, region, new MortalWallet(deployer, 1), forgetful).catch(() => undefined);
    expect(saved.load()?.contracts).to.deep.equal({});
    await deploy();
    expect(saved.load()?.contracts.AccessManager?.block).to.equal(1);
    expect(saved.load()?.sending).to.equal(undefined);
  });

  it("refuses an address with other code", async () => {
    const { deployment } = await deploy();
    const { address } = deployment.contracts.Issuance;
    const code = await chain.provider.getCode(address);
    await chain.provider.send("hardhat_setCode", [address, code.replace(/^0x60/u, "0x61")]);
    expect(await failureOf(deploy())).to.include({ key: "deploy.otherCode", exitCode: 3 });
  });

  it("refuses a chain whose functions were rebound", async () => {
    const { system } = await deploy();
    const council = await signerFor(chain, "council");
    const selector = system.token.interface.getFunction("mint").selector;
    await system.manager.connect(council).setTargetFunctionRole(system.token, [selector], ROLES.COUNCIL);
    expect(await failureOf(deploy())).to.include({ key: "deploy.rewired", exitCode: 3 });
  });

  it("refuses a chain on which the money that waits to be claimed would melt", async () => {
    const { system } = await deploy();
    const council = await signerFor(chain, "council");
    await system.manager.connect(council).grantRole(ROLES.CLASSIFIER, council, 0);
    await system.token.connect(council).setRateClass(system.issuance, 0);
    expect(await isWired(system)).to.equal(false);
    expect(await failureOf(deploy())).to.include({ key: "deploy.rewired", exitCode: 3 });
    await system.token.connect(council).setRateClass(system.issuance, EXEMPT_CLASS);
    expect(await isWired(system)).to.equal(true);
    await deploy();
  });

  it("refuses another administrator, a deployer who is a holder, and a chain without holders", async () => {
    await deploy(new MortalWallet(deployer, 2)).catch(() => undefined);
    const stranger = new Wallet(Wallet.createRandom().privateKey, chain.provider);
    await (await deployer.sendTransaction({ to: stranger, value: 10n ** 18n })).wait();
    expect(await failureOf(deploy(stranger))).to.include({ key: "deploy.councilMissing", exitCode: 3 });
    const council = await signerFor(chain, "council");
    expect(await failureOf(deploy(council))).to.include({ key: "deploy.deployerIsHolder", exitCode: 1 });
    const elsewhere = { ...region, holders: {} };
    const refused = deploySystem(chain, elsewhere, deployer, store());
    expect(await failureOf(refused)).to.include({ key: "deploy.noHolders", exitCode: 3 });
  });

  it("deploys afresh on a local chain that was started again, and tells verbs to wait for that", async () => {
    await deploy();
    const path = deploymentPath(chain.chainId, slug, folder);
    const draft = store().load();
    store().save({ ...draft, genesisHash: `0x${"11".repeat(32)}` } as never);
    expect(await failureOf(loadDeployment(chain, slug, folder))).to.include({
      key: "common.chainRestarted",
      exitCode: 1,
    });
    await deploy();
    expect((await loadDeployment(chain, slug, folder)).contracts.AccessManager.block).to.be.greaterThan(1);
    const { Redemptions: _, ...earlier } = store().load()?.contracts ?? {};
    store().save({ ...store().load(), contracts: earlier } as never);
    const unfinished = { key: "common.deploymentUnfinished", exitCode: 2 };
    expect(await failureOf(loadDeployment(chain, slug, folder))).to.include(unfinished);
    store().save({ ...store().load(), compilerInputHash: `0x${"22".repeat(32)}` } as never);
    const failure = await failureOf(loadDeployment(chain, slug, folder));
    expect(failure).to.include({ key: "common.deploymentEarlier", exitCode: 3 });
    expect(failure.message).to.contain("Redemptions");
    rmSync(path);
    expect(existsSync(path)).to.equal(false);
    expect(await failureOf(loadDeployment(chain, slug, folder))).to.include({ key: "common.notDeployed", exitCode: 1 });
  });
});
