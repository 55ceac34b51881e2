// SPDX-License-Identifier: EUPL-1.2

/** Runs something that prints, and keeps what it prints to itself. */
export async function silently<T>(action: () => Promise<T>): Promise<T> {
  const { stdout, stderr } = process;
  const writes = [stdout.write.bind(stdout), stderr.write.bind(stderr)] as const;
  stdout.write = stderr.write = () => true;
  try {
    return await action();
  } finally {
    [stdout.write, stderr.write] = writes;
  }
}
