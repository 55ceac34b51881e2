// SPDX-License-Identifier: EUPL-1.2
import { expect } from "chai";
import { askPatiently } from "../../scripts/lib/ask-patiently.ts";
import { asFailure } from "../../scripts/lib/failure.ts";
import { type LocalChain, startLocalChain } from "../../scripts/lib/local-chain.ts";
import { type Chain, connect, LOCAL_CHAIN_ID } from "../../scripts/lib/network.ts";
import { type FaultProxy, type Reply, startProxy } from "../faults/proxy.ts";
import { expectFailure } from "../helpers/failures.ts";

const READ = "eth_getBalance";
const WHO = `0x${"11".repeat(20)}`;

describe("questions to a node", function () {
  this.timeout(60_000);

  let local: LocalChain;
  let proxy: FaultProxy;
  let chain: Chain;
  let asked: string[];

  before(async function () {
    local = await startLocalChain(20_000 + Math.floor(Math.random() * 20_000));
    proxy = await startProxy(local.url);
  });

  after(async function () {
    await proxy.close();
    await local.close();
  });

  beforeEach(async function () {
    proxy.behaveWell();
    chain = await connect("localhost", { url: proxy.url });
    asked = [];
  });

  afterEach(async function () {
    await chain.close();
  });

  /** Answers one question with this instead of what the node says, so many times. Hardhat asks for the chain's id too. */
  function answer(reply: Reply, times: number, question = READ): void {
    proxy.behave(async ({ method }, pass) => {
      if (method !== question) return await pass();
      asked.push(method);
      return asked.length <= times ? reply : await pass();
    });
  }

  const lost: [name: string, reply: Reply][] = [
    ["the connection breaks", "broken"],
    ["the answer is HTTP 500", { status: 500, body: "oops" }],
    ["the answer is HTTP 502", { status: 502, body: "<html>Bad gateway</html>" }],
    ["the answer is HTTP 503, and says when to come again", { status: 503, headers: { "retry-after": "1" }, body: "" }],
    ["the answer is no JSON", { status: 200, body: "<html>It works!</html>" }],
    ["the answer is cut off", { status: 200, body: '{"jsonrpc":"2.0","id":1,"resu' }],
    ["the answer has no body", { status: 200, body: "" }],
    ["the node has no time", { error: { code: -32_005, message: "rate limit exceeded" } }],
  ];
  for (const [name, reply] of lost) {
    it(`are asked again when ${name}`, async function () {
      answer(reply, 2);
      expect(await chain.provider.getBalance(WHO)).to.equal(0n);
      expect(asked).to.deep.equal([READ, READ, READ]);
    });

    it(`end with 2 and a sentence when ${name} again and again`, async function () {
      answer(reply, Infinity);
      await expectFailure(chain.provider.getBalance(WHO), 2, "common.unreachable");
      expect(asked.length).to.equal(1 + chain.rules.retryAfterMs.length);
      // The next one is not asked for so long: the node is away.
      await expectFailure(chain.provider.getBalance(WHO), 2, "common.unreachable");
      expect(asked.length).to.equal(2 + chain.rules.retryAfterMs.length);
      // Until it has answered once.
      proxy.behaveWell();
      await chain.provider.getBlockNumber();
      asked = [];
      answer(reply, 1);
      await chain.provider.getBalance(WHO);
      expect(asked).to.have.length(2);
    });
  }

  it("wait for as long as the node asks", async function () {
    answer({ status: 503, headers: { "retry-after": "1" }, body: "" }, 1);
    const before = performance.now();
    await chain.provider.getBalance(WHO);
    expect(performance.now() - before).to.be.at.least(1_000);
  });

  it("are not asked again when the node asks for more than a minute", async function () {
    answer({ status: 503, headers: { "retry-after": "3600" }, body: "" }, Infinity);
    await expectFailure(chain.provider.getBalance(WHO), 2, "common.unreachable");
    expect(asked).to.have.length(1);
  });

  it("are not asked again when the node or a contract has answered no", async function () {
    answer({ error: { code: 3, message: "execution reverted", data: "0x08c379a0" } }, Infinity, "eth_call");
    const error: unknown = await chain.provider.send("eth_call", [{ to: WHO }, "latest"]).catch((e: unknown) => e);
    expect(asFailure(error).key).to.not.equal("common.unreachable");
    expect(asked).to.have.length(1);
  });

  it("send no transaction twice", async function () {
    answer("broken", Infinity, "eth_sendRawTransaction");
    await expectFailure(chain.provider.send("eth_sendRawTransaction", ["0x"]), 2, "common.unreachable");
    expect(asked).to.have.length(1);
  });

  it("stop at once when what goes wrong is not the node", async function () {
    const broken = askPatiently({}, LOCAL_CHAIN_ID, { method: READ }, async () => {
      return await Promise.reject(new TypeError("a defect"));
    });
    await expectFailure(broken, 3, "common.unexpected");
  });
});
