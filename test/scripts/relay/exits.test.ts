// SPDX-License-Identifier: EUPL-1.2
import type { Currency } from "@monnaie-commune/sdk/payments/authorisation";
import { expect } from "chai";
import { id } from "ethers";
import type { Hex } from "viem";
import type { PrivateKeyAccount } from "viem/accounts";
import { systemAt } from "../../../scripts/lib/system.ts";
import { currencyOf, fund, payerNamed } from "../../helpers/payments.ts";
import { ending, freshRelayFolder, openTestRelay, post, startRelayChain, type TestRelay } from "../../helpers/relay.ts";
import { registerShops, signExit, signExitCancellation } from "../../helpers/signed-exits.ts";

describe("the relay for exits to euros", function () {
  this.timeout(120_000);

  let world: Awaited<ReturnType<typeof startRelayChain>>;
  let currency: Currency;
  let relay: TestRelay;
  let shop: PrivateKeyAccount;
  let citizen: PrivateKeyAccount;

  before(async function () {
    world = await startRelayChain();
    currency = await currencyOf(world.chain, world.deployment);
    [shop, citizen] = [payerNamed("shop"), payerNamed("citizen")];
    await fund(world.chain, world.deployment, [shop, citizen], 3_000_00n);
    await registerShops(world.chain, world.deployment, [shop]);
    relay = await openTestRelay({ ...world, folder: freshRelayFolder() });
  });

  after(async function () {
    await relay.close();
    await world.local.close();
  });

  const redemptions = () => systemAt(world.deployment, world.chain.provider).redemptions;
  const ask = async (exit: unknown) => await post(relay.url, "exits", exit);
  const codeOf = async (exit: unknown) => (await ask(exit)).body.code;

  it("asks for euros as the shop signed it, once, and takes it back", async function () {
    const signed = await signExit(currency, world.deployment, shop, { amount: 100_00n });
    const { status, body } = await ask(signed);
    expect([status, body.state]).to.deep.equal([202, "received"]);
    expect((await ending(relay.url, "exits", body.id)).state).to.equal("confirmed");
    const request = await redemptions().requestOf(1);
    expect([request.shop, request.amount, request.fee]).to.deep.equal([shop.address, 100_00n, 3_00n]);
    expect((await ask(signed)).body.id).to.equal(body.id);
    expect(await redemptions().requestCount()).to.equal(1n);

    const stranger = await signExitCancellation(world.deployment, citizen, 1n);
    const refused = await post(relay.url, "exitcancellations", { ...stranger, shop: shop.address });
    expect(refused.body.code).to.equal("ERC3009InvalidSignature");
    const notTheirs = await post(relay.url, "exitcancellations", stranger);
    expect(notTheirs.body.code).to.equal("RedemptionInvalidSignature");
    const cancelled = await post(
      relay.url,
      "exitcancellations",
      await signExitCancellation(world.deployment, shop, 1n),
    );
    expect((await ending(relay.url, "exitcancellations", cancelled.body.id)).state).to.equal("confirmed");
    expect((await redemptions().requestOf(1)).state).to.equal(3n);
  });

  it("refuses what was altered, is no shop's, or is more than allowed, before anything is spent", async function () {
    const signed = await signExit(currency, world.deployment, shop, { salt: id("altered") as Hex });
    for (const change of [{ amount: "200" }, { mostFeeBps: 400 }, { salt: id("other") }]) {
      expect(await codeOf({ ...signed, ...change }), JSON.stringify(change)).to.equal("ERC3009InvalidSignature");
    }
    expect(await codeOf(await signExit(currency, world.deployment, citizen))).to.equal("RedemptionNotAShop");
    const [salt, mostFeeBps] = [id("refused") as Hex, 299];
    const sign = async (changes: object) => await signExit(currency, world.deployment, shop, { salt, ...changes });
    expect(await codeOf(await sign({ mostFeeBps }))).to.equal("RedemptionFeeNotAgreed");
    expect(await codeOf(await sign({ amount: 2_000_01n }))).to.equal("RedemptionAllowanceExceeded");
    expect(await codeOf(await sign({ amount: 3_000_01n }))).to.equal("ERC20InsufficientBalance");
    expect(await codeOf(await sign({ validBefore: 1 }))).to.equal("expired");
    expect(await codeOf({ ...signed, chainId: 1 })).to.equal("wrongChain");
    expect(await codeOf({ ...signed, redemptions: world.deployment.contracts.Issuance.address })).to.equal(
      "wrongContract",
    );
    expect(await codeOf({ ...signed, note: "x" })).to.equal("badRequest");
  });
});
