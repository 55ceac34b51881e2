// SPDX-License-Identifier: EUPL-1.2
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CONTRACT_NAMES, type Deployment } from "@monnaie-commune/sdk/deployments";
import { createMemoryStore } from "@monnaie-commune/sdk/ledger/store";
import { expect } from "chai";
import { id, Interface, type InterfaceAbi, type TransactionReceipt, type TransactionResponse, Wallet } from "ethers";
import { openNode } from "../../scripts/audit/node.ts";
import { runAudit } from "../../scripts/audit/run-audit.ts";
import { startAnvil } from "../../scripts/lib/anvil.ts";
import { memoryStore } from "../../scripts/lib/deployment-file.ts";
import { deploySystem } from "../../scripts/lib/deploy-system.ts";
import type { LocalChain } from "../../scripts/lib/local-chain.ts";
import { recompile } from "../../scripts/lib/recompile.ts";
import { loadRegion } from "../../scripts/lib/region-file.ts";
import { developmentKey, signerFor } from "../../scripts/lib/signers.ts";
import type { System } from "../../scripts/lib/system.ts";
import { checkDeployment } from "../../scripts/verify/check-deployment.ts";
import { currentInput } from "../../scripts/verify/published-input.ts";
import { writeRepository } from "../../scripts/verify/repository.ts";
import { chunkArgs, payment, prepareRun } from "../helpers/runs.ts";

const region = loadRegion("centre-val-de-loire");
const DAY = 86_400;

/** Demo identities by their index: staff who are paid a bonus, and a shop. */
const [CAMILLE, NAIMA, BAKERY] = [10, 11, 12];

type Metadata = {
  output: {
    abi: InterfaceAbi;
    userdoc: {
      methods: Record<string, { notice?: string } | undefined>;
      events?: Record<string, { notice?: string } | undefined>;
    };
  };
  settings: { compilationTarget: Record<string, string> };
};

type Call = { hash: string; from: string; to: string; input: string };

describe("an explorer of the local chain", function () {
  this.timeout(600_000);
  let local: LocalChain;
  let system: System;
  let deployment: Deployment;
  let folder: string;
  let chunk: TransactionReceipt;
  let paid: TransactionReceipt;
  let failed: TransactionReceipt;

  const person = (index: number) => new Wallet(developmentKey(index), local.chain.provider);
  const ask = async <T>(method: string, ...params: unknown[]) => (await local.chain.provider.send(method, params)) as T;

  async function mined(sent: Promise<TransactionResponse>): Promise<TransactionReceipt> {
    const response = await sent;
    // A payment that is refused is mined all the same.
    const receipt = await local.chain.provider.waitForTransaction(response.hash).catch(() => null);
    return receipt ?? (await local.chain.provider.getTransactionReceipt(response.hash)) ?? expect.fail(response.hash);
  }

  before(async function () {
    local = await startAnvil();
    folder = mkdtempSync(join(tmpdir(), "sourcify-"));
    const { chain } = local;
    ({ deployment, system } = await deploySystem(chain, region, await signerFor(chain, "deployer"), memoryStore()));
    const input = await currentInput(deployment);
    const compiled = await recompile(input);
    writeRepository(folder, chain.chainId, await checkDeployment(chain, deployment, compiled), compiled, input);

    const { issuance, token } = system;
    const now = (await chain.provider.getBlock("latest"))?.timestamp ?? 0;
    const as = async (actor: Parameters<typeof signerFor>[1]) => issuance.connect(await signerFor(chain, actor));
    await mined((await as("council")).openProgramme(0, 1_000_00n, now - DAY, now + 365 * DAY, id("decision")));
    await mined((await as("treasurer")).attest(1, 1_000_00n, id("order")));
    const run = prepareRun([[payment(person(CAMILLE), 250_00n), payment(person(NAIMA), 180_00n)]]);
    const { tree, planHash, paymentCount, total } = run;
    await mined((await as("bonusOfficer")).proposeRun(1, tree.root, planHash, paymentCount, total));
    await mined((await as("approver")).approveRun(1));
    chunk = await mined((await as("bonusOfficer")).payChunk(...chunkArgs(1n, run, 0)));
    await ask("evm_increaseTime", 30 * DAY);
    await ask("evm_mine");
    const camille = token.connect(person(CAMILLE));
    paid = await mined(camille.transfer(person(BAKERY), 12_50n));
    failed = await mined(camille.transfer(person(BAKERY), 10_000_00n, { gasLimit: 200_000 }));
  });

  after(async () => {
    rmSync(folder, { recursive: true, force: true });
    await local.close();
  });

  /** What Otterscan reads of a contract, where it reads it. */
  function metadataOf(address: string): Metadata {
    const place = (match: string) => join(folder, "contracts", match, "31337", address, "metadata.json");
    const path = [place("full_match"), place("partial_match")].find((file) => existsSync(file));
    return JSON.parse(readFileSync(path ?? expect.fail(`Nothing about ${address}`), "utf8")) as Metadata;
  }

  /** A call as it is shown: the contract, the function, its arguments by their names, and the sentence for it. */
  function shownCall({ to, input }: { to: string; input: string }) {
    const { output, settings } = metadataOf(to);
    const call = new Interface(output.abi).parseTransaction({ data: input }) ?? expect.fail(`${input} of ${to}`);
    return {
      contract: Object.values(settings.compilationTarget)[0],
      name: call.name,
      args: call.args.toObject(true) as Record<string, unknown>,
      notice: output.userdoc.methods[call.signature]?.notice,
    };
  }

  /** Events of a transaction as they are shown. */
  function shownEvents({ logs }: TransactionReceipt) {
    return logs.map(({ address, topics, data }) => {
      const { output } = metadataOf(address);
      const event = new Interface(output.abi).parseLog({ topics: [...topics], data }) ?? expect.fail(topics[0]);
      const notice = output.userdoc.events?.[event.signature]?.notice;
      return { name: event.name, args: event.args.toObject(true) as Record<string, unknown>, notice };
    });
  }

  it("looks at a chain that an audit reads like any other, with its record", async () => {
    const { checks } = await runAudit(await openNode(local.url), {
      token: deployment.contracts.RegionalToken.address,
      record: deployment,
      store: createMemoryStore(),
      isRecompiled: false,
      onStep: () => {},
      onProgress: () => {},
    });
    expect(checks.filter(({ holds }) => !holds)).to.deep.equal([]);
    expect(checks.find(({ key }) => key === "fonteIsExact")?.actual).to.equal(8n);
  });

  it("finds a node that speaks its language: blocks, accounts, creators, traces, refusals", async () => {
    const { token, issuance } = system;
    const officer = await signerFor(local.chain, "bonusOfficer");
    const deployer = await signerFor(local.chain, "deployer");
    expect(Number(await ask("ots_getApiLevel"))).to.be.greaterThanOrEqual(8);
    expect(await ask("erigon_getHeaderByNumber", "0x1")).to.have.property("hash");
    expect(await ask("ots_hasCode", await token.getAddress(), "latest")).to.equal(true);
    expect(await ask("ots_hasCode", person(CAMILLE).address, "latest")).to.equal(false);

    const details = await ask<{ block: { transactionCount: number | string } }>(
      "ots_getBlockDetails",
      chunk.blockNumber,
    );
    expect(Number(details.block.transactionCount)).to.equal(1);
    const page = await ask<{ fullblock: { transactions: Call[] }; receipts: { status: string }[] }>(
      "ots_getBlockTransactions",
      chunk.blockNumber,
      0,
      25,
    );
    expect(page.fullblock.transactions.map(({ hash }) => hash)).to.deep.equal([chunk.hash]);
    expect(page.receipts.map(({ status }) => Number(status))).to.deep.equal([1]);

    const before = await ask<{ txs: Call[]; firstPage: boolean }>(
      "ots_searchTransactionsBefore",
      person(CAMILLE).address,
      0,
      25,
    );
    expect(before.txs.map(({ hash }) => hash)).to.include.members([paid.hash, failed.hash]);
    expect(before.firstPage).to.equal(true);
    const nonce = (await local.chain.provider.getTransaction(chunk.hash))?.nonce;
    expect(await ask("ots_getTransactionBySenderAndNonce", officer.address, nonce)).to.equal(chunk.hash);
    const creator = await ask<{ hash: string; creator: string }>("ots_getContractCreator", await issuance.getAddress());
    expect(creator.creator).to.equal(deployer.address.toLowerCase());

    const trace = await ask<{ type: string; to: string; depth: number }[]>("ots_traceTransaction", chunk.hash);
    const calls = trace.filter(({ type }) => type === "CALL").map(({ to }) => to.toLowerCase());
    expect(calls).to.include.members(
      [deployment.contracts.Issuance.address, deployment.contracts.RegionalToken.address].map((a) => a.toLowerCase()),
    );
    expect(await ask("ots_getInternalOperations", chunk.hash)).to.deep.equal([]);
    const error = new Interface(metadataOf(await token.getAddress()).output.abi).parseError(
      await ask<string>("ots_getTransactionError", failed.hash),
    );
    expect(error?.name).to.equal("ERC20InsufficientBalance");
  });

  it("shows every contract by its name, with its sources", () => {
    for (const name of CONTRACT_NAMES) {
      const { settings } = metadataOf(deployment.contracts[name].address);
      const [source = "", contract = ""] = Object.entries(settings.compilationTarget).flat();
      expect(contract).to.equal(name);
      const file = ["full_match", "partial_match"]
        .map((match) => join(folder, "contracts", match, "31337", deployment.contracts[name].address, "sources"))
        .map((sources) => join(sources, source.replaceAll("@", "_")))
        .find((path) => existsSync(path));
      expect(readFileSync(file ?? expect.fail(source), "utf8")).to.contain(`contract ${name}`);
    }
  });

  it("shows a bonus as what it is: run, chunk, whom and how much", async () => {
    const call = await ask<Call>("eth_getTransactionByHash", chunk.hash);
    const { Issuance } = deployment.contracts;
    expect(call.to).to.equal(Issuance.address.toLowerCase());
    const shown = shownCall({ to: Issuance.address, input: call.input });
    expect(shown).to.include({ contract: "Issuance", name: "payChunk" });
    expect(shown.args).to.deep.include({ runId: 1n, chunkIndex: 0n });
    expect(shown.args.payments).to.deep.equal([
      { payee: person(CAMILLE).address, amount: 250_00n },
      { payee: person(NAIMA).address, amount: 180_00n },
    ]);
    expect(shown.notice).to.match(/chunk/iu);
    const events = shownEvents(chunk);
    const created = events.filter(({ name }) => name === "Transfer").map(({ args }) => [args.to, args.value]);
    expect(created).to.deep.equal([
      [person(CAMILLE).address, 250_00n],
      [person(NAIMA).address, 180_00n],
    ]);
    const told = events.find(({ name }) => name === "ChunkPaid");
    expect(told?.args).to.include({ runId: 1n, chunkIndex: 0n });
    expect(told?.notice).to.be.a("string").and.not.equal("");
  });

  it("shows a payment, and before it what has melted, to the currency's own account", async () => {
    const { RegionalToken } = deployment.contracts;
    const call = await ask<Call>("eth_getTransactionByHash", paid.hash);
    const shown = shownCall({ to: RegionalToken.address, input: call.input });
    expect(shown).to.include({ contract: "RegionalToken", name: "transfer" });
    expect(shown.args).to.include({ to: person(BAKERY).address, value: 12_50n });
    const [fonte, payments] = shownEvents(paid);
    expect(fonte?.name).to.equal("Transfer");
    expect(fonte?.args).to.include({ from: person(CAMILLE).address, to: RegionalToken.address });
    // 250.00 at 6 % a year, after 30 days: 1.27.
    expect(fonte?.args.value).to.equal(1_27n);
    expect(payments?.args).to.include({ from: person(CAMILLE).address, to: person(BAKERY).address, value: 12_50n });
  });
});
