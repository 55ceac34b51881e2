// SPDX-License-Identifier: EUPL-1.2
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { firstFreePort, HOST } from "../../lib/local-chain.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
/** Relays of several benchmarks or tests at once look for a free port from different ones on: a killed one needs its own again. */
const FIRST_PORT = 24_380 + (process.pid % 400) * 20;
const PATIENCE_MS = 120_000;
const AGAIN_MS = 50;

/** No limit but its own speed: all requests come from one address, and fees are not what is measured. */
const NO_LIMITS = ["--quota", "999999", "--daily-budget", "999999"];

/** Blocks until a payment is final, as on a chain whose last ones may be replaced. */
const DEPTH = ["--depth", "3"];

export type RelayPlace = { nodeUrl: string; deployments: string; folder: string; region: string };

/** The relay's own command, in a process of its own. */
export type RelayProcess = {
  readonly url: string;
  /** Ends it at once, as a power cut does. */
  kill(): Promise<void>;
  /** Starts it again where it was, and waits until it answers. */
  start(): Promise<void>;
  /** Asks it to end, as a supervisor does. */
  stop(): Promise<void>;
};

export async function startRelayProcess(place: RelayPlace): Promise<RelayProcess> {
  const port = await firstFreePort(FIRST_PORT);
  const url = `http://${HOST}:${port}`;
  let child: ChildProcess | undefined;
  let printed = "";
  // What was started ends with this process.
  process.once("exit", () => child?.kill("SIGKILL"));

  async function start(): Promise<void> {
    const args = [
      "serve",
      "--network",
      "localhost",
      "--region",
      place.region,
      "--port",
      String(port),
      ...DEPTH,
      ...NO_LIMITS,
    ];
    const started = spawn(process.execPath, ["--import", "tsx", "scripts/relay.ts", ...args], {
      cwd: ROOT,
      env: {
        ...process.env,
        RPC_URL: place.nodeUrl,
        DEPLOYMENTS_FOLDER: place.deployments,
        RELAY_FOLDER: place.folder,
      },
      stdio: ["ignore", "ignore", "pipe"],
    });
    child = started;
    started.stderr.setEncoding("utf8").on("data", (text: string) => (printed = (printed + text).slice(-4_000)));
    for (const until = performance.now() + PATIENCE_MS; performance.now() < until; await pause(AGAIN_MS)) {
      if (started.exitCode !== null) break;
      if (await answers(url)) return;
    }
    throw new Error(`The relay did not open: ${printed}`);
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (child === undefined || child.exitCode !== null) return;
    const closed = once(child, "exit");
    child.kill(signal);
    await closed;
  }

  await start();
  return { url, start, kill: async () => await end("SIGKILL"), stop: async () => await end("SIGTERM") };
}

async function answers(url: string): Promise<boolean> {
  try {
    await (await fetch(`${url}/v1/health`)).body?.cancel();
    return true;
  } catch {
    return false;
  }
}
