// SPDX-License-Identifier: EUPL-1.2
import { stripVTControlCharacters } from "node:util";

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

/** What something prints, without the colours of a terminal. */
export function outputOf(action: () => void): string {
  const { stdout } = process;
  const write = stdout.write.bind(stdout);
  let output = "";
  stdout.write = (text: string | Uint8Array) => {
    output += typeof text === "string" ? text : new TextDecoder().decode(text);
    return true;
  };
  try {
    action();
  } finally {
    stdout.write = write;
  }
  return stripVTControlCharacters(output);
}
