// SPDX-License-Identifier: EUPL-1.2
import { expect } from "chai";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { request as httpRequest } from "node:http";
import type { ClaimsFile } from "@monnaie-commune/sdk/claims/file";
import { getAddress, id, type Wallet } from "ethers";
import { LOCAL_CHAIN_ID } from "../../../scripts/lib/network.ts";
import { signerFor } from "../../../scripts/lib/signers.ts";
import { systemAt } from "../../../scripts/lib/system.ts";
import { withRelay } from "../../../scripts/relay/relay.ts";
import { sendFile } from "../../../scripts/relay/send-file.ts";
import { openClaimRun, signLetter } from "../../helpers/claim-run.ts";
import { expectFailure } from "../../helpers/failures.ts";
import {
  ending,
  freshRelayFolder,
  get,
  openTestRelay,
  post,
  readRelayFile,
  relayFileOf,
  SITE,
  startRelayChain,
  type TestRelay,
} from "../../helpers/relay.ts";
import { REGION } from "../../helpers/bonus.ts";

const payee = (n: number) => getAddress(`0x${id(`payee ${n}`).slice(-40)}`);
const AMOUNT = 100_00n;
const LETTERS = 300;

describe("the relay for claims", function () {
  this.timeout(120_000);

  let world: Awaited<ReturnType<typeof startRelayChain>>;
  let file: ClaimsFile;
  let wallet: Wallet;
  let folder: string;
  let relay: TestRelay;
  let snapshot: unknown;

  before(async function () {
    world = await startRelayChain();
    const { chain, deployment } = world;
    wallet = await signerFor(chain, "relay");
    const deadline = Math.floor(Date.now() / 1000) + 30 * 86_400;
    const amounts = Array.from({ length: LETTERS }, () => AMOUNT);
    // The last of three sheets is not open yet.
    file = await openClaimRun({ chain, deployment, name: "letters", amounts, deadline, opened: 2 });
    snapshot = await chain.provider.send("evm_snapshot", []);
  });

  after(async function () {
    await world.local.close();
  });

  beforeEach(async function () {
    await world.chain.provider.send("evm_revert", [snapshot]);
    snapshot = await world.chain.provider.send("evm_snapshot", []);
    folder = freshRelayFolder();
    relay = await openTestRelay({ ...world, folder });
  });

  afterEach(async function () {
    await relay.close();
  });

  const signed = async (n: number, to = payee(n)) => await signLetter(file, "letters", n, to);
  const token = () => systemAt(world.deployment, world.chain.provider).token;
  const issuance = () => systemAt(world.deployment, world.chain.provider).issuance;
  const spent = async (work: () => Promise<unknown>) => {
    const before = await world.chain.provider.getBalance(wallet.address);
    await work();
    return before - (await world.chain.provider.getBalance(wallet.address));
  };
  const signedSteps = () => readRelayFile(folder, world.deployment).attempts;

  it("takes a signed claim, sends it, and says in which block it is written", async function () {
    const { status, body } = await post(relay.url, "claims", await signed(0), { origin: SITE });
    expect(status).to.equal(202);
    expect(body.state).to.equal("received");
    const end = await ending(relay.url, "claims", body.id);
    const receipt = await world.chain.provider.getTransactionReceipt(String(end.hash));
    expect(end).to.deep.equal({ id: body.id, state: "confirmed", hash: receipt?.hash, block: receipt?.blockNumber });
    expect(await token().balanceOf(payee(0))).to.equal(AMOUNT);
    expect(receipt?.from).to.equal(wallet.address);
  });

  it("writes a request down before it answers", async function () {
    const { body } = await post(relay.url, "claims", await signed(1));
    expect(readRelayFile(folder, world.deployment).accepted).to.include(body.id);
  });

  it("is the same request when it is asked again, before and after it is written", async function () {
    const claim = await signed(2);
    const answers = await Promise.all(Array.from({ length: 20 }, async () => await post(relay.url, "claims", claim)));
    expect(answers.map(({ status }) => status)).to.deep.equal(Array(20).fill(202));
    expect(new Set(answers.map(({ body }) => body.id)).size).to.equal(1);
    await ending(relay.url, "claims", answers[0]?.body.id);
    expect((await post(relay.url, "claims", claim)).body.state).to.equal("confirmed");
    expect(signedSteps()).to.have.length(1);
  });

  it("tells a letter that is under way to another account apart, and one that was paid there", async function () {
    await world.chain.provider.send("evm_setAutomine", [false]);
    const { body } = await post(relay.url, "claims", await signed(3));
    const other = await post(relay.url, "claims", await signed(3, payee(1_000)));
    expect([other.status, other.body.code]).to.deep.equal([409, "otherPayee"]);
    await world.chain.provider.send("evm_setAutomine", [true]);
    await world.chain.provider.send("evm_mine", []);
    await ending(relay.url, "claims", body.id);
    const late = await post(relay.url, "claims", await signed(3, payee(1_000)));
    expect([late.status, late.body.code]).to.deep.equal([422, "ClaimAlreadyUsed"]);
    expect(await token().balanceOf(payee(1_000))).to.equal(0n);
  });

  it("takes 60 claims at once and pays each once", async function () {
    const claims = await Promise.all(Array.from({ length: 60 }, async (_, n) => await signed(n)));
    const answers = await Promise.all(claims.map(async (claim) => await post(relay.url, "claims", claim)));
    expect(new Set(answers.map(({ status }) => status))).to.deep.equal(new Set([202]));
    for (const { body } of answers)
      expect((await ending(relay.url, "claims", body.id, 90_000)).state).to.equal("confirmed");
    for (let n = 0; n < 60; n++) expect(await token().balanceOf(payee(n))).to.equal(AMOUNT);
    expect(signedSteps()).to.have.length(60);
    const nonces = await world.chain.provider.getTransactionCount(wallet.address);
    expect(nonces).to.equal(60);
  });

  describe("refuses, without spending anything,", function () {
    type Change = (claim: Awaited<ReturnType<typeof signed>>) => unknown;
    const refusals: [what: string, status: number, code: string, change: Change][] = [
      ["a claim of another chain", 422, "wrongChain", (claim) => ({ ...claim, chainId: 1 })],
      ["a claim of another contract", 422, "wrongContract", (claim) => ({ ...claim, issuance: payee(1) })],
      ["a payee without its checksum", 400, "badRequest", (claim) => ({ ...claim, payee: claim.payee.toLowerCase() })],
      ["another payee than was signed", 422, "ClaimNotInRun", (claim) => ({ ...claim, payee: payee(77) })],
      ["another amount", 422, "ClaimNotInRun", (claim) => ({ ...claim, amount: "10001" })],
      ["another claim's number", 422, "ClaimNotInRun", (claim) => ({ ...claim, claimNumber: 9 })],
      ["a broken signature", 422, "ECDSAInvalidSignature", (claim) => ({ ...claim, r: `0x${"ff".repeat(32)}` })],
      ["a proof that is cut", 422, "ClaimNotInRun", (claim) => ({ ...claim, proof: claim.proof.slice(1) })],
      ["an unknown run", 422, "ClaimsNotOpen", (claim) => ({ ...claim, runId: "99" })],
      ["a proof of 8 words", 400, "badRequest", (claim) => ({ ...claim, proof: Array(8).fill(claim.r) })],
      ["a number as text", 400, "badRequest", (claim) => ({ ...claim, claimNumber: "8" })],
      ["an amount as a number", 400, "badRequest", (claim) => ({ ...claim, amount: 10_000 })],
      ["a field too many", 400, "badRequest", (claim) => ({ ...claim, name: "Camille" })],
      ["a missing field", 400, "badRequest", (claim) => ({ ...claim, r: undefined })],
      ["what is no JSON", 400, "badRequest", () => "{"],
      ["nothing", 400, "badRequest", () => ""],
      ["a list", 400, "badRequest", (claim) => [claim]],
      ["more than 4 KB", 413, "tooLarge", (claim) => ({ ...claim, amount: "1".repeat(4_096) })],
    ];
    for (const [what, status, code, change] of refusals) {
      it(`${what} (${code})`, async function () {
        const cost = await spent(async () => {
          const answer = await post(relay.url, "claims", change(await signed(8)));
          expect([answer.status, answer.body.code]).to.deep.equal([status, code]);
          const message = answer.body.message as Record<string, string>;
          expect(message.fr).to.not.equal(message.en);
          for (const sentence of Object.values(message)) expect(sentence).to.not.contain("{{");
        });
        expect(cost).to.equal(0n);
        expect(signedSteps()).to.deep.equal([]);
      });
    }

    it("a claim of a sheet that is not open yet", async function () {
      const answer = await post(relay.url, "claims", await signed(260));
      expect([answer.status, answer.body.code]).to.deep.equal([422, "ClaimsNotOpen"]);
    });

    it("a claim that was cancelled", async function () {
      const officer = issuance().connect(await signerFor(world.chain, "bonusOfficer"));
      const { runId, claimNumber, amount, proof } = await signed(10);
      const [claimKey = ""] = file.sheets[0]?.claims[10] ?? [];
      await (await officer.cancelClaim(runId, claimNumber, claimKey, amount, proof)).wait();
      expect((await post(relay.url, "claims", await signed(10))).body.code).to.equal("ClaimAlreadyUsed");
    });

    it("a claim whose deadline is over", async function () {
      await world.chain.provider.send("evm_setNextBlockTimestamp", [file.deadline + 1]);
      await world.chain.provider.send("evm_mine", []);
      expect((await post(relay.url, "claims", await signed(11))).body.code).to.equal("ClaimExpired");
    });

    it("a payment to the currency's own accounts", async function () {
      const { Issuance, RegionalToken } = world.deployment.contracts;
      const toLetters = await post(relay.url, "claims", await signed(12, Issuance.address));
      expect(toLetters.body.code).to.equal("ClaimInvalidPayee");
      expect((toLetters.body.message as Record<string, string>).fr).to.contain(Issuance.address);
      const toTill = await post(relay.url, "claims", await signed(12, RegionalToken.address));
      expect(toTill.body.code).to.equal("ERC20InvalidReceiver");
    });

    it("a page of another site, and says nothing of itself to it", async function () {
      const answer = await post(relay.url, "claims", await signed(13), { origin: "https://elsewhere.example" });
      expect([answer.status, answer.body.code]).to.deep.equal([403, "origin"]);
      expect(answer.headers.get("access-control-allow-origin")).to.equal(null);
    });

    it("anything that is not JSON by its type", async function () {
      const answer = await post(relay.url, "claims", await signed(14), { "content-type": "text/plain" });
      expect([answer.status, answer.body.code]).to.deep.equal([415, "mediaType"]);
    });

    for (const [method, path] of [
      ["GET", "/v1/claims"],
      ["PUT", "/v1/claims"],
      ["DELETE", "/v1/claims/00"],
      ["POST", "/v1/health"],
      ["POST", "/v1/claims/00"],
      ["GET", "/"],
      ["GET", "/v1/claims/..%2f..%2frequests.jsonl"],
      ["GET", "/v1/claims/ffffffffffffffffffffffffffffffff"],
      ["TRACE", "/v1/claims"],
    ] as const) {
      it(`${method} ${path}`, async function () {
        expect(await statusOf(relay.url, method, path)).to.equal(404);
      });
    }
  });

  it("answers a browser's question beforehand for its own site only", async function () {
    const ask = async (origin: string) =>
      await get(relay.url, "/v1/claims", {
        method: "OPTIONS",
        headers: { origin, "access-control-request-method": "POST" },
      });
    const ours = await ask(SITE);
    expect([ours.status, ours.headers.get("access-control-allow-origin")]).to.deep.equal([204, SITE]);
    expect((await ask("https://elsewhere.example")).status).to.equal(403);
    expect((await ask("null")).status).to.equal(403);
  });

  it("lets a client ask so many times an hour, and says when again", async function () {
    await relay.close();
    relay = await openTestRelay({ ...world, folder, perHour: 3 });
    for (let n = 0; n < 3; n++) expect((await post(relay.url, "claims", {})).status).to.equal(400);
    const answer = await post(relay.url, "claims", await signed(20));
    expect([answer.status, answer.body.code]).to.deep.equal([429, "quota"]);
    expect(Number(answer.headers.get("retry-after"))).to.be.within(1_190, 1_200);
  });

  it("spends no more in a day than it may, also after it was started again", async function () {
    await relay.close();
    const cost = await spent(async () => {
      relay = await openTestRelay({ ...world, folder });
      const { body } = await post(relay.url, "claims", await signed(21));
      await ending(relay.url, "claims", body.id);
      await relay.close();
    });
    relay = await openTestRelay({ ...world, folder, dailyBudget: cost + 1n });
    const answer = await post(relay.url, "claims", await signed(22));
    expect([answer.status, answer.body.code]).to.deep.equal([503, "budget"]);
    expect(Number(answer.body.retryAfter)).to.be.within(1, 86_400);
    const health = await get(relay.url, "/v1/health");
    expect(health.body.spentToday).to.not.equal("0.0");
  });

  it("says when it has no coin left, in its answers and in its health", async function () {
    await world.chain.provider.send("hardhat_setBalance", [wallet.address, "0x1"]);
    const answer = await post(relay.url, "claims", await signed(23));
    expect([answer.status, answer.body.code]).to.deep.equal([503, "noFunds"]);
    const health = await get(relay.url, "/v1/health");
    expect([health.status, health.body.problem]).to.deep.equal([503, "lowFunds"]);
  });

  it("says that it is well, and with which account it pays", async function () {
    const { status, body } = await get(relay.url, "/v1/health");
    expect(status).to.equal(200);
    expect(body).to.include({ ok: true, chainId: LOCAL_CHAIN_ID, account: wallet.address, underWay: 0 });
  });

  it("refuses to start with a key that holds a role, or that another relay uses", async function () {
    const options = { ...world, folder, region: REGION, dailyBudget: 1n };
    const treasurer = await signerFor(world.chain, "treasurer");
    await expectFailure(
      withRelay({ ...options, wallet: treasurer }, async () => {}),
      3,
      "relay.hasRole",
    );
    await expectFailure(
      withRelay({ ...options, wallet }, async () => {}),
      2,
      "sending.locked",
    );
  });

  it("finds nobody's address in its files", async function () {
    const { body } = await post(relay.url, "claims", await signed(24), { origin: SITE });
    await ending(relay.url, "claims", body.id);
    await relay.close();
    expect(readFileSync(relayFileOf(folder, world.deployment), "latin1")).to.not.match(/127\.0\.0\.1|::1/u);
    relay = await openTestRelay({ ...world, folder });
  });

  describe("send <file>", function () {
    beforeEach(async function () {
      await relay.close();
    });
    afterEach(async function () {
      relay = await openTestRelay({ ...world, folder });
    });

    const send = async (text: string) => {
      const options = { ...world, folder, region: REGION, wallet, dailyBudget: 10n ** 18n, log: () => {} };
      return await withRelay(options, async (open) => await sendFile(open, text));
    };

    it("sends a claim that was kept, and says where it is written", async function () {
      const path = join(folder, "prime.json");
      writeFileSync(path, JSON.stringify(await signed(30)));
      const { block } = await send(readFileSync(path, "utf8"));
      expect(block).to.be.greaterThan(0);
      expect(await token().balanceOf(payee(30))).to.equal(AMOUNT);
    });

    it("refuses what is no signed claim, and what the chain refuses", async function () {
      await expectFailure(send("{"), 1, "relay.badFile");
      await expectFailure(send('{"runId":"1"}'), 1, "relay.badFile");
      await expectFailure(send(JSON.stringify(await signed(260))), 1, "relay.refusedFile");
    });
  });
});

/** What fetch would change or refuse to send: methods and paths as they are written. */
async function statusOf(url: string, method: string, path: string): Promise<number | undefined> {
  return await new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const asked = httpRequest({ hostname, port, method, path, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on("error", reject);
    asked.end();
  });
}
