// SPDX-License-Identifier: EUPL-1.2
import { expect } from "chai";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import type { ClaimsFile } from "@monnaie-commune/sdk/claims/file";
import type { Currency } from "@monnaie-commune/sdk/payments/authorisation";
import { getAddress, id } from "ethers";
import type { Hex } from "viem";
import type { SignedRecord } from "../../../scripts/lib/sending/journal.ts";
import { systemAt } from "../../../scripts/lib/system.ts";
import { openClaimRun, signLetter } from "../../helpers/claim-run.ts";
import { currencyOf, fund, payerNamed, signPayment } from "../../helpers/payments.ts";
import {
  ending,
  freshRelayFolder,
  get,
  openTestRelay,
  post,
  readRelayFile,
  startRelayChain,
} from "../../helpers/relay.ts";
import type { RelayChild, RelayKill } from "../../helpers/relay-child.ts";

const LETTERS = 40;
const AMOUNT = 50_00n;

const KILLS: RelayKill[] = [
  { at: "before", method: "estimateGas", count: 1 },
  { at: "after", method: "estimateGas", count: 3 },
  { at: "before", method: "eth_sendRawTransaction", count: 1 },
  { at: "after", method: "eth_sendRawTransaction", count: 1 },
  { at: "before", method: "eth_sendRawTransaction", count: 5 },
  { at: "after", method: "eth_sendRawTransaction", count: 5 },
];

const PAYERS = Array.from({ length: 20 }, (_, n) => payerNamed(`interrupted ${n}`));
const shop = getAddress(`0x${id("shop").slice(-40)}`) as Hex;
const payee = (n: number) => getAddress(`0x${id(`payee ${n}`).slice(-40)}`);

describe("the relay, killed by the system", function () {
  this.timeout(120_000);

  let world: Awaited<ReturnType<typeof startRelayChain>>;
  let file: ClaimsFile;
  let currency: Currency;
  let snapshot: unknown;
  let folder: string;

  before(async function () {
    world = await startRelayChain();
    const deadline = Math.floor(Date.now() / 1000) + 86_400;
    const amounts = Array.from({ length: LETTERS }, () => AMOUNT);
    file = await openClaimRun({ ...world, name: "killed", amounts, deadline });
    currency = await currencyOf(world.chain, world.deployment);
    await fund(world.chain, world.deployment, PAYERS, 5_00n);
    snapshot = await world.chain.provider.send("evm_snapshot", []);
  });

  after(async function () {
    await world.local.close();
  });

  beforeEach(async function () {
    await world.chain.provider.send("evm_revert", [snapshot]);
    snapshot = await world.chain.provider.send("evm_snapshot", []);
    folder = freshRelayFolder();
  });

  /** A relay in a process of its own, once it answers. */
  async function child(kill?: RelayKill): Promise<{ process: ChildProcess; url: string; ended: Promise<unknown> }> {
    const port = 20_000 + Math.floor(Math.random() * 20_000);
    const { url, deployments } = { url: world.local.url, deployments: world.deployments };
    const options: RelayChild = { url, deployments, folder, port, ...(kill !== undefined && { kill }) };
    const module = new URL("../../helpers/relay-child.ts", import.meta.url).href;
    const code = `const { serveUntilKilled } = await import("${module}"); await serveUntilKilled(${JSON.stringify(options)});`;
    const started = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", code], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const ended = once(started, "exit");
    const [text] = (await Promise.race([once(started.stdout, "data"), ended])) as [Buffer | null];
    if (!Buffer.isBuffer(text)) throw new Error("The relay ended before it answered");
    return { process: started, url: text.toString().trim(), ended };
  }

  /** Asks for letters one after the other until the relay is gone; the numbers of those it took. */
  async function ask(url: string, first: number, count: number): Promise<{ n: number; id: unknown }[]> {
    const taken: { n: number; id: unknown }[] = [];
    for (let n = first; n < first + count; n++) {
      try {
        const { status, body } = await post(url, "claims", await signLetter(file, "killed", n, payee(n)));
        if (status === 202) taken.push({ n, id: body.id });
      } catch {
        break;
      }
    }
    return taken;
  }

  /** Every letter that was taken is paid, once. */
  async function checkEnd(taken: { n: number; id: unknown }[]): Promise<void> {
    const written = readRelayFile(folder, world.deployment).accepted;
    expect(written.length).to.be.greaterThan(0);
    expect(written).to.include.members(taken.map((each) => each.id));
    const relay = await openTestRelay({ ...world, folder });
    try {
      for (const each of taken)
        expect((await ending(relay.url, "claims", each.id)).state, `letter ${each.n}`).to.equal("confirmed");
    } finally {
      await relay.close();
    }
    const { token } = systemAt(world.deployment, world.chain.provider);
    for (const { n } of taken) expect(await token.balanceOf(payee(n))).to.equal(AMOUNT);
    const { signed, attempts } = readRelayFile(folder, world.deployment);
    expectOneCallForEachNumber(signed);
    expect(attempts.map(({ request }) => request)).to.have.members(written);
  }

  for (const kill of KILLS) {
    it(`loses nothing and pays nothing twice, killed ${kill.at} ${kill.method} number ${kill.count}`, async function () {
      const { url, ended } = await child(kill);
      const taken = await ask(url, 0, 10);
      expect(await ended).to.deep.equal([null, "SIGKILL"]);
      await checkEnd(taken);
    });
  }

  for (const at of ["before", "after"] as const) {
    it(`nor of payments that go together, killed ${at} the node takes them`, async function () {
      const { url, ended } = await child({ at, method: "eth_sendRawTransaction", count: 2 });
      const [first, ...others] = await Promise.all(
        PAYERS.map(async (payer) => await signPayment(currency, payer, { to: shop })),
      );
      // While the first one is with a node that makes no block, the others are gathered.
      await world.chain.provider.send("evm_setAutomine", [false]);
      const { body } = await post(url, "payments", first);
      while ((await get(url, `/v1/payments/${String(body.id)}`)).body.state === "received") await pause(10);
      const asked = await Promise.allSettled(others.map(async (payment) => await post(url, "payments", payment)));
      expect(await ended).to.deep.equal([null, "SIGKILL"]);
      await world.chain.provider.send("evm_setAutomine", [true]);
      await world.chain.provider.send("evm_mine", []);
      const taken = asked.flatMap((each) => (each.status === "fulfilled" ? [each.value.body.id] : []));
      const written = readRelayFile(folder, world.deployment).accepted;
      expect(written).to.include.members(taken);
      const relay = await openTestRelay({ ...world, folder });
      try {
        for (const each of written) expect((await ending(relay.url, "payments", each)).state).to.equal("confirmed");
      } finally {
        await relay.close();
      }
      const { token } = systemAt(world.deployment, world.chain.provider);
      expect(await token.balanceOf(shop)).to.equal(BigInt(written.length) * 1_00n);
      const { signed, attempts } = readRelayFile(folder, world.deployment);
      expectOneCallForEachNumber(signed);
      expect(attempts.map(({ request }) => request)).to.have.members(written);
      expect(signed.length).to.be.lessThan(written.length);
    });
  }

  it("nor at moments nobody chose, three times in a row", async function () {
    const taken: { n: number; id: unknown }[] = [];
    for (let round = 0; round < 3; round++) {
      const { process: running, url, ended } = await child();
      const asking = ask(url, round * 10, 10);
      // However slow the machine is, there has to be something to lose.
      if (round === 0) while (readRelayFile(folder, world.deployment).accepted.length === 0) await pause(20);
      await pause(30 + Math.random() * 250);
      running.kill("SIGKILL");
      await ended;
      taken.push(...(await asking));
    }
    await checkEnd(taken);
  });
});

/** A number may be signed for again at a higher fee, never for another call. */
function expectOneCallForEachNumber(signed: readonly SignedRecord[]): void {
  const steps = new Map(signed.map(({ nonce, step }) => [nonce, step]));
  for (const { nonce, step } of signed) expect(step).to.equal(steps.get(nonce));
  expect(new Set(steps.values()).size).to.equal(steps.size);
}
