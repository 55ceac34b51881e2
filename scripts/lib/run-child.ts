// SPDX-License-Identifier: EUPL-1.2
import { spawn } from "node:child_process";
import { once } from "node:events";

/**
 * Runs Node with these arguments; what it prints is shown.
 * @returns Its exit code; 130 when a signal ended it.
 */
export async function runChild(
  args: readonly string[],
  options: { cwd?: string | undefined; env?: NodeJS.ProcessEnv; signal?: AbortSignal | undefined } = {},
): Promise<number> {
  const child = spawn(process.execPath, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: "inherit",
  });
  const stop = () => child.kill("SIGTERM");
  options.signal?.addEventListener("abort", stop);
  try {
    const [code] = (await once(child, "exit")) as [number | null];
    return code ?? 130;
  } finally {
    options.signal?.removeEventListener("abort", stop);
  }
}
