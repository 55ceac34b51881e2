// SPDX-License-Identifier: EUPL-1.2
import type { Currency } from "@monnaie-commune/sdk/payments/authorisation";
import { requestCode } from "@monnaie-commune/sdk/payments/request";
import { expect } from "chai";
import { getAddress, id } from "ethers";
import type { Hex } from "viem";
import { currencyOf, fund, payerNamed, signPayment } from "../../helpers/payments.ts";
import {
  ending,
  freshRelayFolder,
  get,
  openTestRelay,
  post,
  SITE,
  startRelayChain,
  type TestRelay,
} from "../../helpers/relay.ts";

const shop = getAddress(`0x${id("shop").slice(-40)}`) as Hex;

describe("what the relay tells", function () {
  this.timeout(60_000);

  let world: Awaited<ReturnType<typeof startRelayChain>>;
  let currency: Currency;
  let folder: string;
  let relay: TestRelay;
  let payers = 0;

  before(async function () {
    world = await startRelayChain();
    currency = await currencyOf(world.chain, world.deployment);
    const all = Array.from({ length: 10 }, (_, n) => payerNamed(`teller ${n}`));
    await fund(world.chain, world.deployment, all, 10_00n);
  });

  after(async function () {
    await world.local.close();
  });

  beforeEach(async function () {
    folder = freshRelayFolder();
    relay = await openTestRelay({ ...world, folder, perSigner: 2 });
  });

  afterEach(async function () {
    await relay.close();
  });

  const setMining = async (on: boolean) => {
    await world.chain.provider.send("evm_setAutomine", [on]);
    if (on) await world.chain.provider.send("evm_mine", []);
  };
  const nextPayer = () => payerNamed(`teller ${payers++}`);
  const now = () => Math.floor(Date.now() / 1000);

  it("of each change of a payment, until its end", async function () {
    await setMining(false);
    const { body } = await post(relay.url, "payments", await signPayment(currency, nextPayer(), { to: shop }));
    const response = await fetch(`${relay.url}/v1/payments/${String(body.id)}/events`, { headers: { origin: SITE } });
    expect(response.headers.get("content-type")).to.equal("text/event-stream");
    expect(response.headers.get("access-control-allow-origin")).to.equal(SITE);
    const whole = response.text();
    await setMining(true);
    const lines = (await whole).split("\n\n").filter((line) => line.startsWith("data: "));
    const told = lines.map((line) => JSON.parse(line.slice(6)) as { id: string; state: string });
    expect(told.at(-1)).to.deep.equal(await ending(relay.url, "payments", body.id));
    const states = told.map(({ state }) => state).filter((state, i, all) => state !== all[i - 1]);
    expect(states.join(" ")).to.be.oneOf(["received sent confirmed", "sent confirmed"]);
  });

  it("at once of what has its end, and nothing of what it does not know", async function () {
    const { body } = await post(relay.url, "payments", await signPayment(currency, nextPayer(), { to: shop }));
    await ending(relay.url, "payments", body.id);
    const told = await (await fetch(`${relay.url}/v1/payments/${String(body.id)}/events`)).text();
    expect(told).to.match(/^data: \{"id":"[0-9a-f]{32}","state":"confirmed".*\}\n\n$/u);
    expect((await fetch(`${relay.url}/v1/payments/00/events`)).status).to.equal(404);
    expect((await fetch(`${relay.url}/v1/claims/${String(body.id)}/events`)).status).to.equal(404);
  });

  it("how many a signer may still ask for, and when again", async function () {
    const payer = nextPayer();
    const ask = async (n: number) =>
      await post(
        relay.url,
        "payments",
        await signPayment(currency, payer, { to: shop, nonce: `0x${"0".repeat(63)}${n}` }),
      );
    const left = async () => (await get(relay.url, `/v1/quota?account=${payer.address}`)).body;
    expect((await left()).account).to.deep.equal({ perHour: 2, left: 2 });
    expect([(await ask(0)).status, (await ask(1)).status]).to.deep.equal([202, 202]);
    const refused = await ask(2);
    expect([refused.status, refused.body.code, refused.body.minutes]).to.deep.equal([429, "signerQuota", 30]);
    expect(refused.body.retryAfter).to.be.within(1_780, 1_800);
    const { account, perHour } = await left();
    expect(account).to.include({ perHour: 2, left: 0 });
    expect(perHour).to.equal(10_000);
  });

  it("its figures, in Prometheus' words", async function () {
    const { body } = await post(relay.url, "payments", await signPayment(currency, nextPayer(), { to: shop }));
    await ending(relay.url, "payments", body.id);
    await post(relay.url, "payments", {});
    const response = await fetch(`${relay.url}/v1/metrics`);
    expect(response.headers.get("content-type")).to.contain("text/plain; version=0.0.4");
    const text = await response.text();
    const lines = text.split("\n");
    expect(lines).to.include('relay_requests_total{kind="payments",state="received"} 1');
    expect(lines).to.include('relay_requests_total{kind="payments",state="confirmed"} 1');
    expect(lines).to.include('relay_refusals_total{code="badRequest"} 1');
    expect(lines).to.include("relay_queue_size 0");
    expect(lines).to.include("relay_nonce_gap 0");
    expect(lines).to.include("relay_paused 0");
    expect(text).to.match(/^relay_days_left [0-9]+$/mu);
    for (const line of lines) expect(line).to.match(/^$|^# (?:HELP|TYPE) |^relay_[a-z_]+(?:\{[^}]+\})? [0-9.]+$/u);
  });

  describe("of a till's request", function () {
    const ask = (changes: object = {}) => ({
      payee: shop,
      cents: "1250",
      label: "Pain",
      reference: "caisse 1 / 42",
      expires: now() + 300,
      chainId: currency.chainId,
      token: currency.token,
      ...changes,
    });

    it("by the code that the request itself has, also after a restart", async function () {
      const request = ask();
      const { status, body } = await post(relay.url, "requests", request);
      const code = requestCode({ ...request, cents: 1250n });
      expect([status, body]).to.deep.equal([201, { code }]);
      expect((await get(relay.url, `/v1/requests/${code}`)).body).to.deep.equal(request);
      await relay.close();
      relay = await openTestRelay({ ...world, folder });
      expect((await get(relay.url, `/v1/requests/${code}`)).body).to.deep.equal(request);
    });

    for (const [what, status, code, changes] of [
      ["that has expired", 400, "badRequest", () => ({ expires: now() - 1 })],
      ["that is to be kept for long", 400, "badRequest", () => ({ expires: now() + 1_000 })],
      ["with a label of two lines", 400, "badRequest", () => ({ label: "Pain\ngratuit" })],
      ["with a reference that is not what it looks like", 400, "badRequest", () => ({ reference: "42\u200B" })],
      ["in another currency", 422, "wrongContract", () => ({ token: shop })],
      ["on another chain", 422, "wrongChain", () => ({ chainId: 1 })],
      ["of nothing", 400, "badRequest", () => ({ cents: "0" })],
    ] as const) {
      it(`nothing of one ${what} (${code})`, async function () {
        const answer = await post(relay.url, "requests", ask(changes()));
        expect([answer.status, answer.body.code]).to.deep.equal([status, code]);
      });
    }

    it("nothing of a code nobody asked for", async function () {
      const answer = await get(relay.url, "/v1/requests/ABCDEFGHJK");
      expect([answer.status, answer.body.code]).to.deep.equal([404, "noSuchRequest"]);
    });
  });
});
