// SPDX-License-Identifier: EUPL-1.2
import { expect } from "chai";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import type { ClaimsFile } from "@monnaie-commune/sdk/claims/file";
import { getAddress, id } from "ethers";
import { systemAt } from "../../../scripts/lib/system.ts";
import { openClaimRun, signLetter } from "../../helpers/claim-run.ts";
import { ending, freshRelayFolder, openTestRelay, post, readRelayFile, startRelayChain } from "../../helpers/relay.ts";
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

const payee = (n: number) => getAddress(`0x${id(`payee ${n}`).slice(-40)}`);

describe("the relay, killed by the system", function () {
  this.timeout(120_000);

  let world: Awaited<ReturnType<typeof startRelayChain>>;
  let file: ClaimsFile;
  let snapshot: unknown;
  let folder: string;

  before(async function () {
    world = await startRelayChain();
    const deadline = Math.floor(Date.now() / 1000) + 86_400;
    const amounts = Array.from({ length: LETTERS }, () => AMOUNT);
    file = await openClaimRun({ ...world, name: "killed", amounts, deadline });
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
    expect(new Set(signed.map(({ nonce }) => nonce)).size).to.equal(signed.length);
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

  it("nor at moments nobody chose, three times in a row", async function () {
    const taken: { n: number; id: unknown }[] = [];
    for (let round = 0; round < 3; round++) {
      const { process: running, url, ended } = await child();
      const asking = ask(url, round * 10, 10);
      await pause(30 + Math.random() * 250);
      running.kill("SIGKILL");
      await ended;
      taken.push(...(await asking));
    }
    await checkEnd(taken);
  });
});
