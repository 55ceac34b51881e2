// SPDX-License-Identifier: EUPL-1.2
import { type Currency, referenceNonce, transferArguments } from "@monnaie-commune/sdk/payments/authorisation";
import { expect } from "chai";
import { setTimeout as pause } from "node:timers/promises";
import { getAddress, id, parseUnits } from "ethers";
import type { Hex } from "viem";
import { signerFor } from "../../../scripts/lib/signers.ts";
import { systemAt } from "../../../scripts/lib/system.ts";
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

const shop = getAddress(`0x${id("shop").slice(-40)}`) as Hex;
const PAYERS = Array.from({ length: 200 }, (_, n) => payerNamed(`customer ${n}`));
const FUNDS = 10_00n;
const PAY = "transferWithAuthorization(address,address,uint256,uint256,uint256,bytes32,bytes)";

describe("the relay when much waits", function () {
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
  const isReceived = async (taken: unknown) =>
    (await get(relay.url, `/v1/payments/${String(taken)}`)).body.state === "received";
  /** A payment that is with the node, which makes no block. */
  const hang = async (n: number) => {
    await setMining(false);
    const { body } = await pay(await sign(n));
    while (await isReceived(body.id)) await pause(10);
    return body.id;
  };

  it("takes 200 payments at once, makes each once, and in few transactions", async function () {
    const payments = await Promise.all(PAYERS.map(async (_, n) => await sign(n)));
    const answers = await Promise.all(payments.map(pay));
    expect(new Set(answers.map(({ status }) => status))).to.deep.equal(new Set([202]));
    for (const { body } of answers) expect((await end(body.id)).state).to.equal("confirmed");
    expect(await token().balanceOf(shop)).to.equal(200n * 100n);
    const { signed, attempts } = readRelayFile(folder, world.deployment);
    expect(new Set(attempts.map(({ request }) => request)).size).to.equal(200);
    expect(attempts).to.have.length(200);
    expect(signed.length).to.be.lessThan(60);
  });

  it("makes the others when one of a transaction cannot be made", async function () {
    await hang(198);
    const payments = [await sign(0), await sign(1, { value: 6_00n }), await sign(2)];
    const answers = await Promise.all(payments.map(pay));
    expect(answers.map(({ status }) => status)).to.deep.equal([202, 202, 202]);
    const ids = answers.map(({ body }) => body.id);
    for (const taken of ids) while (await isReceived(taken)) await pause(10);
    // All passed when they were tried. In the same block, and before them, the payer spends elsewhere.
    const elsewhere = await sign(1, { value: 7_00n, to: payer(50).address, nonce: referenceNonce("elsewhere") });
    const stranger = await signerFor(world.chain, "deployer");
    const data = token().interface.encodeFunctionData(PAY, transferArguments(elsewhere));
    const raw = await stranger.signTransaction({
      type: 2,
      chainId: world.chain.chainId,
      nonce: await stranger.getNonce(),
      to: currency.token,
      data,
      gasLimit: 200_000n,
      maxFeePerGas: parseUnits("100", "gwei"),
      maxPriorityFeePerGas: parseUnits("50", "gwei"),
    });
    await node("eth_sendRawTransaction", raw);
    await setMining(true);
    expect((await end(ids[0])).state).to.equal("confirmed");
    expect((await end(ids[2])).state).to.equal("confirmed");
    const left = await end(ids[1]);
    expect([left.state, (left.cause as { code: string }).code]).to.deep.equal(["refused", "ERC20InsufficientBalance"]);
    expect(await spentBy(1)).to.equal(700n);
    const { attempts } = readRelayFile(folder, world.deployment);
    const stepOf = (request: unknown) => attempts.find((attempt) => attempt.request === request)?.step;
    expect(new Set(ids.map(stepOf)).size).to.equal(1);
  });
});
