// SPDX-License-Identifier: EUPL-1.2
import { type Currency, sequenceNonce, transferArguments } from "@monnaie-commune/sdk/payments/authorisation";
import { expect } from "chai";
import { rmSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { getAddress, id, toQuantity } from "ethers";
import type { Hex } from "viem";
import { signerFor } from "../../../scripts/lib/signers.ts";
import { systemAt } from "../../../scripts/lib/system.ts";
import { pauseFile } from "../../../scripts/relay/relay.ts";
import { currencyOf, fund, payerNamed, signPayment } from "../../helpers/payments.ts";
import {
  ending,
  freshRelayFolder,
  get,
  openTestRelay,
  post,
  readRelayFile,
  startRelayChain,
  type TestRelay,
} from "../../helpers/relay.ts";
import { withRules } from "../../helpers/sending.ts";

const shop = getAddress(`0x${id("shop").slice(-40)}`) as Hex;
const PAYERS = Array.from({ length: 12 }, (_, n) => payerNamed(`patient ${n}`));
const FUNDS = 10_00n;
const PAY = "transferWithAuthorization(address,address,uint256,uint256,uint256,bytes32,bytes)";

describe("the relay in trouble", function () {
  this.timeout(120_000);

  let world: Awaited<ReturnType<typeof startRelayChain>>;
  let currency: Currency;
  let folder: string;
  let relay: TestRelay;
  let snapshot: unknown;

  before(async function () {
    world = await startRelayChain();
    currency = await currencyOf(world.chain, world.deployment);
    await fund(world.chain, world.deployment, PAYERS, FUNDS);
    snapshot = await node("evm_snapshot");
  });

  after(async function () {
    await world.local.close();
  });

  beforeEach(async function () {
    await node("evm_revert", snapshot);
    snapshot = await node("evm_snapshot");
    folder = freshRelayFolder();
    relay = await openTestRelay({ ...world, folder });
  });

  afterEach(async function () {
    await setMining(true);
    await relay.close();
  });

  const node = async (method: string, ...params: unknown[]) => await world.chain.provider.send(method, params);
  const token = () => systemAt(world.deployment, world.chain.provider).token;
  const payer = (n: number) => PAYERS[n] ?? payerNamed("nobody");
  const setMining = async (on: boolean) => {
    await node("evm_setAutomine", on);
    if (on) await node("evm_mine");
  };
  const sign = async (n: number, changes: object = {}) =>
    await signPayment(currency, payer(n), { to: shop, ...changes });
  const pay = async (payment: unknown) => await post(relay.url, "payments", payment);
  const end = async (taken: unknown) => await ending(relay.url, "payments", taken);
  const spentBy = async (n: number) => FUNDS - (await token().balanceOf(payer(n).address));
  const paused = (on: boolean) => (on ? writeFileSync(pauseFile(folder), "") : rmSync(pauseFile(folder)));
  const isReceived = async (taken: unknown) =>
    (await get(relay.url, `/v1/payments/${String(taken)}`)).body.state === "received";
  /** A payment that is with the node, which makes no block. */
  const hang = async (n: number) => {
    await setMining(false);
    const { body } = await pay(await sign(n));
    while (await isReceived(body.id)) await pause(10);
    return body.id;
  };

  it("says that a payment was made when somebody else sent it meanwhile", async function () {
    const first = await hang(3);
    const second = await sign(3, { nonce: sequenceNonce(1n) });
    const { body } = await pay(second);
    paused(true);
    await setMining(true);
    expect((await end(first)).state).to.equal("confirmed");
    const stranger = token().connect(await signerFor(world.chain, "deployer"));
    const receipt = await (await stranger[PAY](...transferArguments(second))).wait();
    paused(false);
    expect(await end(body.id)).to.deep.include({ state: "confirmed", hash: receipt?.hash });
    expect(await spentBy(3)).to.equal(200n);
  });

  it("pauses while its file is there, and goes on", async function () {
    const first = await hang(5);
    const waiting = await pay(await sign(5, { nonce: sequenceNonce(1n) }));
    paused(true);
    const refused = await pay(await sign(7));
    expect([refused.status, refused.body.code]).to.deep.equal([503, "paused"]);
    expect((await get(relay.url, "/v1/health")).body.problem).to.equal("paused");
    await setMining(true);
    expect((await end(first)).state).to.equal("confirmed");
    expect(await isReceived(waiting.body.id)).to.equal(true);
    paused(false);
    expect((await end(waiting.body.id)).state).to.equal("confirmed");
  });

  it("tells that a payment expired while it waited, and spends nothing on it", async function () {
    const first = await hang(8);
    const latest = await world.chain.provider.getBlock("latest");
    const now = Math.max(Number(latest?.timestamp), Math.floor(Date.now() / 1000));
    const { body } = await pay(await sign(8, { nonce: sequenceNonce(1n), validBefore: now + 60 }));
    paused(true);
    await node("evm_setNextBlockTimestamp", now + 58);
    await setMining(true);
    expect((await end(first)).state).to.equal("confirmed");
    expect((await end(body.id)).state).to.equal("expired");
    paused(false);
    expect(await spentBy(8)).to.equal(100n);
    expect(readRelayFile(folder, world.deployment).attempts).to.have.length(1);
  });

  it("offers a higher fee for what stays behind", async function () {
    const stuck = await hang(9);
    const [first] = readRelayFile(folder, world.deployment).signed;
    await node("hardhat_setNextBlockBaseFeePerGas", toQuantity(BigInt(first?.maxFeePerGas ?? 0) + 1n));
    while (readRelayFile(folder, world.deployment).signed.length < 2) await pause(50);
    await setMining(true);
    expect((await end(stuck)).state).to.equal("confirmed");
    const { signed, attempts } = readRelayFile(folder, world.deployment);
    expect(attempts).to.have.length(1);
    expect(new Set(signed.map(({ nonce }) => nonce)).size).to.equal(1);
    expect(await spentBy(9)).to.equal(100n);
  });

  it("sends again what a reorganisation took back", async function () {
    await relay.close();
    const finality = { byTag: false, depth: 8 };
    relay = await openTestRelay({ ...world, chain: withRules(world.chain, { finality }), folder });
    const before = await node("evm_snapshot");
    const { body } = await pay(await sign(10));
    expect((await end(body.id)).state).to.equal("confirmed");
    await node("evm_revert", before);
    expect(await spentBy(10)).to.equal(0n);
    // Other blocks in its place.
    await node("hardhat_mine", "0x2");
    for (const until = performance.now() + 10_000; (await spentBy(10)) === 0n && performance.now() < until;)
      await pause(50);
    expect(await spentBy(10)).to.equal(100n);
    expect((await end(body.id)).state).to.equal("confirmed");
    const { signed } = readRelayFile(folder, world.deployment);
    expect(new Set(signed.map(({ nonce }) => nonce)).size).to.equal(1);
  });
});
