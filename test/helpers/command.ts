// SPDX-License-Identifier: EUPL-1.2
import { spawn } from "node:child_process";
import { once } from "node:events";

export type Ended = { code: number | null; stdout: string; stderr: string };

export type Started = { env?: NodeJS.ProcessEnv; input?: string };

/** Runs a script of scripts/ as a person starts it, in French and without colours. `input` is what is typed. */
export async function runScript(script: string, args: readonly string[], started: Started = {}): Promise<Ended> {
  const child = spawn(process.execPath, ["--import", "tsx", `scripts/${script}.ts`, ...args], {
    env: { ...process.env, NO_COLOR: "1", LANG: "fr_FR.UTF-8", ...started.env },
  });
  const ended = { stdout: "", stderr: "" };
  child.stdout.on("data", (text: Buffer) => (ended.stdout += text.toString()));
  child.stderr.on("data", (text: Buffer) => (ended.stderr += text.toString()));
  child.stdin.end(started.input ?? "");
  const [code] = (await once(child, "close")) as [number | null];
  return { code, ...ended };
}
