// SPDX-License-Identifier: EUPL-1.2
import { spawn } from "node:child_process";
import { once } from "node:events";

export type ChildOptions = {
  cwd?: string | undefined;
  env?: NodeJS.ProcessEnv;
  signal?: AbortSignal | undefined;
  /** Gets what the child prints, on both outputs; shown as it comes when left out. */
  onOutput?: (text: string) => void;
};

/**
 * Runs Node with these arguments.
 * @returns Its exit code; 130 when a signal ended it.
 */
export async function runChild(args: readonly string[], options: ChildOptions = {}): Promise<number> {
  const { cwd, env, signal, onOutput } = options;
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: onOutput === undefined ? "inherit" : ["ignore", "pipe", "pipe"],
  });
  if (onOutput !== undefined) {
    for (const output of [child.stdout, child.stderr]) output?.setEncoding("utf8").on("data", onOutput);
  }
  const stop = () => child.kill("SIGTERM");
  signal?.addEventListener("abort", stop);
  try {
    const [code] = (await once(child, "close")) as [number | null];
    return code ?? 130;
  } finally {
    signal?.removeEventListener("abort", stop);
  }
}
