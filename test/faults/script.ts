// SPDX-License-Identifier: EUPL-1.2
import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Language } from "../../scripts/lib/messages.ts";
import type { Machine } from "./machine.ts";

/** How a script ended: its exit code, or the signal that ended it, and what it printed. */
export type Ended = {
  words: readonly string[];
  code: number | null;
  signal: NodeJS.Signals | null;
  out: string;
  errors: string;
};

/** A script under way in a process of its own. */
export type Running = { readonly pid: number; readonly ended: Promise<Ended>; kill(signal?: NodeJS.Signals): void };

export type Desk = { rpcUrl: string; runs: string; deployments: string; language: Language };

/** No script of a case takes longer, however slow the machine: what does hangs. Milliseconds. */
const LONGEST = 150_000;

const MACHINE = new URL("machine.ts", import.meta.url).href;
const BONUS = "scripts/bonus.ts";

/** Node keeps what it compiled there: a script starts in 1.0 s instead of 1.2. */
const COMPILED = join(tmpdir(), "monnaie-commune-compiled");

/** Starts `npm run bonus -- <words>` as an officer does, on the node behind `rpcUrl`. */
export function startBonus(desk: Desk, words: readonly string[], machine?: Machine): Running {
  const imports = ["--import", "tsx", ...(machine === undefined ? [] : ["--import", MACHINE])];
  const args = [...imports, BONUS, ...words, "--network", "localhost", "--lang", desk.language];
  const child = spawn(process.execPath, args, {
    env: {
      ...withoutSettings(),
      RPC_URL: desk.rpcUrl,
      RUNS_FOLDER: desk.runs,
      DEPLOYMENTS_FOLDER: desk.deployments,
      NODE_COMPILE_CACHE: COMPILED,
      ...(machine === undefined ? {} : { FAULTY_MACHINE: JSON.stringify(machine) }),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error("No process could be started");
  let out = "";
  let errors = "";
  child.stdout.on("data", (part: Buffer) => (out += part.toString()));
  child.stderr.on("data", (part: Buffer) => (errors += part.toString()));
  const limit = setTimeout(() => {
    errors += `\nIt was still running after ${LONGEST} ms.`;
    child.kill("SIGKILL");
  }, LONGEST);
  const stop = () => child.kill("SIGKILL");
  process.once("exit", stop);
  const ended = new Promise<Ended>((resolve) => {
    child.once("close", (code, signal) => {
      clearTimeout(limit);
      process.off("exit", stop);
      resolve({ words, code, signal, out, errors });
    });
  });
  return { pid, ended, kill: (signal = "SIGKILL") => void child.kill(signal) };
}

/** This process's own settings, the task of Hardhat it may be running among them, are not the script's. */
function withoutSettings(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(?:HARDHAT_|HH_|NODE_OPTIONS$|DEBUG$)/u.test(name));
  return { ...Object.fromEntries(own), HARDHAT_DISABLE_TELEMETRY_PROMPT: "true" };
}
