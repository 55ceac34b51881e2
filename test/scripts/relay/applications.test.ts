// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import type { Hex } from "viem";
import type { PrivateKeyAccount } from "viem/accounts";
import { canonicalRecord, type MerchantRecord, recordHash } from "@monnaie-commune/sdk/merchants";
import {
  applicationTypedData,
  departureTypedData,
  type MerchantMessage,
  updateTypedData,
} from "@monnaie-commune/sdk/merchants/messages";
import { detailsOf } from "@monnaie-commune/sdk/merchants/record";
import type { SignedMerchantRequest } from "@monnaie-commune/sdk/merchants/signed";
import { recordsFolder } from "../../../scripts/lib/merchant-records.ts";
import { systemAt } from "../../../scripts/lib/system.ts";
import { payerNamed } from "../../helpers/payments.ts";
import { ending, freshRelayFolder, openTestRelay, post, startRelayChain, type TestRelay } from "../../helpers/relay.ts";

const STATUS = { applied: 1n, left: 4n };

const record: MerchantRecord = {
  name: "La Fournée du Mail",
  legalName: "La Fournée du Mail SARL",
  category: 3,
  commune: "45234",
  town: "Orléans",
  postcode: "45000",
};
const moved: MerchantRecord = { ...record, street: "3 rue Haute" };

describe("the relay for applications of shops", function () {
  this.timeout(120_000);

  let world: Awaited<ReturnType<typeof startRelayChain>>;
  let relay: TestRelay;
  let shop: PrivateKeyAccount;
  let snapshot: unknown;
  const usualFolder = process.env.DEPLOYMENTS_FOLDER;

  before(async function () {
    world = await startRelayChain();
    process.env.DEPLOYMENTS_FOLDER = world.deployments;
    shop = payerNamed("shop");
    snapshot = await world.chain.provider.send("evm_snapshot", []);
  });

  after(async function () {
    if (usualFolder === undefined) delete process.env.DEPLOYMENTS_FOLDER;
    else process.env.DEPLOYMENTS_FOLDER = usualFolder;
    await world.local.close();
  });

  beforeEach(async function () {
    await world.chain.provider.send("evm_revert", [snapshot]);
    snapshot = await world.chain.provider.send("evm_snapshot", []);
    relay = await openTestRelay({ ...world, folder: freshRelayFolder() });
  });

  afterEach(async function () {
    await relay.close();
  });

  const registry = () => systemAt(world.deployment, world.chain.provider).registry;
  const statusOf = async () => (await registry().merchantOf(shop.address)).status;
  const fileOf = (kept: MerchantRecord) =>
    join(recordsFolder(world.chain.chainId, world.deployment.region), `${recordHash(kept)}.json`);

  type Wanted = { action: "apply" | "update"; record: MerchantRecord } | { action: "leave" };

  async function sign(wanted: Wanted, changes: Partial<MerchantMessage> = {}): Promise<SignedMerchantRequest> {
    const message: MerchantMessage = {
      chainId: world.chain.chainId,
      registry: world.deployment.contracts.MerchantRegistry.address,
      account: shop.address,
      nonce: 0n,
      deadline: Math.floor(Date.now() / 1000) + 600,
      ...changes,
    };
    const signature: Hex =
      wanted.action === "leave"
        ? await shop.signTypedData(departureTypedData(message))
        : wanted.action === "apply"
          ? await shop.signTypedData(applicationTypedData(message, detailsOf(wanted.record)))
          : await shop.signTypedData(updateTypedData(message, detailsOf(wanted.record)));
    return { ...message, nonce: message.nonce.toString(), signature, ...wanted };
  }

  const send = async (request: unknown) => await post(relay.url, "applications", request);
  const sendToTheEnd = async (request: unknown) => {
    const { status, body } = await send(request);
    expect([status, body.state]).to.deep.equal([202, "received"]);
    return await ending(relay.url, "applications", body.id);
  };

  it("lists a shop without coin, changes its record and lets it go, each signed", async function () {
    expect((await sendToTheEnd(await sign({ action: "apply", record }))).state).to.equal("confirmed");
    expect(await statusOf()).to.equal(STATUS.applied);
    expect((await sendToTheEnd(await sign({ action: "update", record: moved }, { nonce: 1n }))).state).to.equal(
      "confirmed",
    );
    expect((await registry().merchantOf(shop.address)).details.recordHash).to.equal(recordHash(moved));
    expect((await sendToTheEnd(await sign({ action: "leave" }, { nonce: 2n }))).state).to.equal("confirmed");
    expect(await statusOf()).to.equal(STATUS.left);
    expect(await world.chain.provider.getBalance(shop.address)).to.equal(0n);
  });

  it("keeps the record as it was signed, under its hash", async function () {
    await sendToTheEnd(await sign({ action: "apply", record }));
    expect(readFileSync(fileOf(record), "utf8")).to.equal(canonicalRecord(record));
  });

  it("keeps nothing of what does not go through", async function () {
    const forged = { ...(await sign({ action: "apply", record })), record: { ...record, name: "Forged" } };
    const { status, body } = await send(forged);
    expect([status, body.code]).to.deep.equal([422, "MerchantInvalidSignature"]);
    expect(existsSync(fileOf(forged.record))).to.equal(false);
  });

  it("says what is wrong with a request", async function () {
    const good = await sign({ action: "apply", record });
    const { record: _without, ...bare } = { ...good } as Record<string, unknown>;
    const hour = 3_600;
    for (const [request, code, field] of [
      [bare, "badRequest", "record"],
      [{ ...good, action: "leave" }, "badRequest", "record"],
      [{ ...good, record: { ...record, postcode: "4500" } }, "badRequest", "record"],
      [{ ...good, record: { ...record, siret: "1" } }, "badRequest", "record"],
      [{ ...good, chainId: 1 }, "wrongChain", undefined],
      [{ ...good, registry: world.deployment.contracts.Issuance.address }, "wrongContract", undefined],
      [{ ...good, deadline: good.deadline - 2 * hour }, "MerchantSignatureExpired", undefined],
      [{ ...good, deadline: good.deadline + 2 * hour }, "badRequest", "deadline"],
      [await sign({ action: "apply", record }, { nonce: 3n }), "InvalidAccountNonce", undefined],
      [await sign({ action: "update", record }), "MerchantUnexpectedStatus", undefined],
    ] as const) {
      const { body } = await send(request);
      expect([body.code, body.field], JSON.stringify(request)).to.deep.equal([code, field]);
    }
  });

  it("is the same application when it is sent again, and no other under its number while it waits", async function () {
    await world.chain.provider.send("evm_setAutomine", [false]);
    const first = await send(await sign({ action: "apply", record }));
    const again = await send(
      await sign({ action: "apply", record }, { deadline: Math.floor(Date.now() / 1000) + 900 }),
    );
    expect(again.body.id).to.equal(first.body.id);
    const other = await send(await sign({ action: "apply", record: moved }));
    expect([other.status, other.body.code]).to.deep.equal([409, "otherRequest"]);
    await world.chain.provider.send("evm_setAutomine", [true]);
    await world.chain.provider.send("evm_mine", []);
    expect((await ending(relay.url, "applications", first.body.id)).state).to.equal("confirmed");
  });
});
