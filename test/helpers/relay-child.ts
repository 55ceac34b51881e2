// SPDX-License-Identifier: EUPL-1.2
import { parseEther } from "ethers";
import { firstFreePort } from "../../scripts/lib/local-chain.ts";
import { connect } from "../../scripts/lib/network.ts";
import { signerFor } from "../../scripts/lib/signers.ts";
import { withRelay } from "../../scripts/relay/relay.ts";
import { serveRelay } from "../../scripts/relay/serve.ts";
import { REGION } from "./bonus.ts";

/** Just before or just after the n-th question of this name to the node. */
export type RelayKill = { at: "before" | "after"; method: string; count: number };

export type RelayChild = { url: string; deployments: string; folder: string; port: number; kill?: RelayKill };

/** Serves a relay until the chosen moment; to be called in a process of its own. Prints its address once it is open. */
export async function serveUntilKilled({ url, deployments, folder, port, kill }: RelayChild): Promise<void> {
  const chain = await connect("localhost", { url });
  let count = 0;
  const asked = async (method: string, ask: () => Promise<unknown>) => {
    const isNow = method === kill?.method && ++count === kill.count;
    if (isNow && kill.at === "before") die();
    const answer = await ask();
    if (isNow) die();
    return answer;
  };
  const provider = new Proxy(chain.provider, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== "function") return value;
      if (name === "send") {
        return async (method: string, params: unknown[]) =>
          await asked(method, async () => await target.send(method, params));
      }
      const bound = (value as (...args: unknown[]) => Promise<unknown>).bind(target);
      return name === "estimateGas" ? async (call: unknown) => await asked("estimateGas", () => bound(call)) : bound;
    },
  });
  const wallet = await signerFor(chain, "relay");
  const options = { region: REGION, wallet, dailyBudget: parseEther("10"), deployments, folder, log: () => {} };
  await withRelay({ ...options, chain: { ...chain, provider } }, async (relay) => {
    const server = await serveRelay(relay, { port: await firstFreePort(port), origins: [], perHour: 10_000 });
    process.stdout.write(`${server.url}\n`);
    await new Promise(() => {});
  });
}

/** The system ends the process at once: nothing is flushed, closed or released. */
function die(): void {
  process.kill(process.pid, "SIGKILL");
  // The signal arrives before the next instruction of this thread that waits for anything.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10_000);
}
