// SPDX-License-Identifier: EUPL-1.2
import {
  type Authorisation,
  type Currency,
  referenceNonce,
  sequenceNonce,
  type SignedAuthorisation,
} from "@monnaie-commune/sdk/payments/authorisation";
import { expect } from "chai";
import { getAddress, id } from "ethers";
import type { Hex } from "viem";
import type { PrivateKeyAccount } from "viem/accounts";
import { signerFor } from "../../../scripts/lib/signers.ts";
import { systemAt } from "../../../scripts/lib/system.ts";
import { currencyOf, fund, payerNamed, signCancellation, signPayment, signPermit } from "../../helpers/payments.ts";
import { ending, freshRelayFolder, openTestRelay, post, startRelayChain, type TestRelay } from "../../helpers/relay.ts";

const shop = getAddress(`0x${id("shop").slice(-40)}`) as Hex;
const FUNDS = 10_00n;

describe("the relay for payments", function () {
  this.timeout(120_000);

  let world: Awaited<ReturnType<typeof startRelayChain>>;
  let currency: Currency;
  let relay: TestRelay;
  let relayAccount: string;
  let snapshot: unknown;
  let ana: PrivateKeyAccount;
  let ben: PrivateKeyAccount;

  before(async function () {
    world = await startRelayChain();
    currency = await currencyOf(world.chain, world.deployment);
    ana = payerNamed("ana");
    ben = payerNamed("ben");
    await fund(world.chain, world.deployment, [ana, ben], FUNDS);
    relayAccount = (await signerFor(world.chain, "relay")).address;
    snapshot = await world.chain.provider.send("evm_snapshot", []);
  });

  after(async function () {
    await world.local.close();
  });

  beforeEach(async function () {
    await world.chain.provider.send("evm_revert", [snapshot]);
    snapshot = await world.chain.provider.send("evm_snapshot", []);
    relay = await openTestRelay({ ...world, folder: freshRelayFolder() });
  });

  afterEach(async function () {
    await setMining(true);
    await relay.close();
  });

  const token = () => systemAt(world.deployment, world.chain.provider).token;
  const setMining = async (on: boolean) => {
    await world.chain.provider.send("evm_setAutomine", [on]);
    if (on) await world.chain.provider.send("evm_mine", []);
  };
  const sign = async (payer: PrivateKeyAccount, changes: Partial<Authorisation> = {}) =>
    await signPayment(currency, payer, { to: shop, ...changes });
  const pay = async (payment: unknown) => await post(relay.url, "payments", payment);
  const now = () => Math.floor(Date.now() / 1000);

  it("pays what a person without coin signed", async function () {
    const { status, body } = await pay(await sign(ana, { value: 2_50n }));
    expect([status, body.state]).to.deep.equal([202, "received"]);
    const end = await ending(relay.url, "payments", body.id);
    expect(end.state).to.equal("confirmed");
    expect(await token().balanceOf(shop)).to.equal(250n);
    expect(await world.chain.provider.getBalance(ana.address)).to.equal(0n);
  });

  it("pays a reference once by one payer, and again by another", async function () {
    const nonce = referenceNonce("invoice 12");
    const first = await pay(await sign(ana, { nonce }));
    expect((await ending(relay.url, "payments", first.body.id)).state).to.equal("confirmed");
    const again = await pay(await sign(ana, { nonce, value: 3_00n }));
    expect([again.status, again.body.code]).to.deep.equal([422, "InvalidAccountNonce"]);
    const other = await pay(await sign(ben, { nonce }));
    expect((await ending(relay.url, "payments", other.body.id)).state).to.equal("confirmed");
    expect(await token().balanceOf(shop)).to.equal(200n);
  });

  it("is the same payment when the same one is signed anew, and refuses another under its number", async function () {
    await setMining(false);
    const first = await pay(await sign(ana));
    const anew = await pay(await sign(ana, { validBefore: now() + 700 }));
    expect(anew.body.id).to.equal(first.body.id);
    const other = await pay(await sign(ana, { value: 1_01n }));
    expect([other.status, other.body.code]).to.deep.equal([409, "otherPayment"]);
    await setMining(true);
    expect((await ending(relay.url, "payments", first.body.id)).state).to.equal("confirmed");
    expect(await token().balanceOf(shop)).to.equal(100n);
  });

  it("takes payments of one payer ahead, in the order of their numbers", async function () {
    await setMining(false);
    const skipped = await pay(await sign(ana, { nonce: sequenceNonce(1n) }));
    expect([skipped.status, skipped.body.code]).to.deep.equal([409, "outOfOrder"]);
    const answers = [];
    for (let n = 0n; n < 3n; n++) answers.push(await pay(await sign(ana, { nonce: sequenceNonce(n) })));
    expect(answers.map(({ status }) => status)).to.deep.equal([202, 202, 202]);
    await setMining(true);
    for (const { body } of answers) expect((await ending(relay.url, "payments", body.id)).state).to.equal("confirmed");
    expect(await token().balanceOf(shop)).to.equal(300n);
  });

  it("counts what waits when it looks whether the payer has enough", async function () {
    await setMining(false);
    expect((await pay(await sign(ana, { value: 6_00n }))).status).to.equal(202);
    const { status, body } = await pay(await sign(ana, { value: 4_01n, nonce: sequenceNonce(1n) }));
    expect([status, body.code, body.balance, body.needed]).to.deep.equal([
      422,
      "ERC20InsufficientBalance",
      "400",
      "401",
    ]);
    expect((body.message as Record<string, string>).en).to.contain("4.00 available, 4.01 to pay");
    expect((await pay(await sign(ana, { value: 4_00n, nonce: sequenceNonce(1n) }))).status).to.equal(202);
  });

  it("drops a payment that waits when its payer cancels it, and uses its number up", async function () {
    await setMining(false);
    const first = await pay(await sign(ana));
    const second = await pay(await sign(ana, { nonce: sequenceNonce(1n) }));
    const third = await pay(await sign(ana, { nonce: sequenceNonce(2n) }));
    const cancellation = await signCancellation(currency, ana, sequenceNonce(1n));
    const cancelled = await post(relay.url, "cancellations", cancellation);
    expect(cancelled.status).to.equal(202);
    const dropped = await ending(relay.url, "payments", second.body.id);
    expect([dropped.state, (dropped.cause as Record<string, unknown>).code]).to.deep.equal(["refused", "cancelled"]);
    await setMining(true);
    expect((await ending(relay.url, "cancellations", cancelled.body.id)).state).to.equal("confirmed");
    for (const { body } of [first, third])
      expect((await ending(relay.url, "payments", body.id)).state).to.equal("confirmed");
    expect(await token().balanceOf(shop)).to.equal(200n);
    expect(await token()["nonces(address)"](ana.address)).to.equal(3n);
  });

  it("says that it is too late to cancel what is on its way", async function () {
    await setMining(false);
    const { body } = await pay(await sign(ana));
    while ((await (await fetch(`${relay.url}/v1/payments/${String(body.id)}`)).text()).includes("received"));
    const answer = await post(relay.url, "cancellations", await signCancellation(currency, ana, sequenceNonce(0n)));
    expect([answer.status, answer.body.code]).to.deep.equal([409, "underWay"]);
  });

  it("writes a permit", async function () {
    const { status, body } = await post(relay.url, "permits", await signPermit(currency, ana, ben.address, 5_00n));
    expect(status).to.equal(202);
    expect((await ending(relay.url, "permits", body.id)).state).to.equal("confirmed");
    expect(await token().allowance(ana.address, ben.address)).to.equal(500n);
  });

  describe("refuses, without spending anything,", function () {
    type Change = (payment: SignedAuthorisation) => object | Promise<object>;
    const signedWith = (changes: () => Partial<Authorisation>): Change => {
      return async () => await sign(ana, changes());
    };
    const refusals: [what: string, status: number, code: string, change: Change][] = [
      ["a payment on another chain", 422, "wrongChain", (payment) => ({ ...payment, chainId: 1 })],
      ["a payment in another currency", 422, "wrongContract", (payment) => ({ ...payment, token: shop })],
      ["another amount than was signed", 422, "ERC3009InvalidSignature", (payment) => ({ ...payment, value: "101" })],
      ["another payee than was signed", 422, "ERC3009InvalidSignature", (payment) => ({ ...payment, to: ben.address })],
      [
        "a signature of somebody else",
        422,
        "ERC3009InvalidSignature",
        async (payment) => ({ ...payment, signature: (await sign(ben)).signature }),
      ],
      ["an amount of nothing", 400, "badRequest", (payment) => ({ ...payment, value: "0" })],
      ["an amount below zero", 400, "badRequest", (payment) => ({ ...payment, value: "-1" })],
      ["an address without its checksum", 400, "badRequest", (payment) => ({ ...payment, to: shop.toLowerCase() })],
      ["half a signature", 400, "badRequest", (payment) => ({ ...payment, signature: payment.signature.slice(0, 66) })],
      ["a field too many", 400, "badRequest", (payment) => ({ ...payment, reference: "invoice" })],
      ["more than 4 KB", 413, "tooLarge", (payment) => ({ ...payment, signature: `0x${"ab".repeat(2_100)}` })],
      ["a payment valid for 29 seconds", 422, "expired", signedWith(() => ({ validBefore: now() + 29 }))],
      ["a payment valid for 16 minutes", 422, "validTooLong", signedWith(() => ({ validBefore: now() + 960 }))],
      ["a payment of tomorrow", 422, "notYetValid", signedWith(() => ({ validAfter: now() + 60 }))],
      ["more than the payer has", 422, "ERC20InsufficientBalance", signedWith(() => ({ value: 10_01n }))],
      ["a number out of order", 409, "outOfOrder", signedWith(() => ({ nonce: sequenceNonce(7n) }))],
      ["a payment to the currency itself", 422, "ERC20InvalidReceiver", signedWith(() => ({ to: currency.token }))],
    ];
    for (const [what, status, code, change] of refusals) {
      it(`${what} (${code})`, async function () {
        const before = await world.chain.provider.getBalance(relayAccount);
        const answer = await pay(await change(await sign(ana)));
        expect([answer.status, answer.body.code]).to.deep.equal([status, code]);
        const message = answer.body.message as Record<string, string>;
        expect(message.fr).to.not.equal(message.en);
        expect(await world.chain.provider.getBalance(relayAccount)).to.equal(before);
        expect(relay.relay.queue.size).to.equal(0);
      });
    }
  });
});
