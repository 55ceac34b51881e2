// SPDX-License-Identifier: EUPL-1.2
import { createInterface } from "node:readline";
import { isCancel, password as prompt } from "@clack/prompts";
import { Failure } from "./failure.ts";
import { t } from "./messages.ts";

/**
 * The password of a keystore: typed without being shown, or the first line of the standard input when no person is there.
 * @throws Failure when there is none.
 */
export async function askPassword(file: string): Promise<string> {
  const given = process.stdin.isTTY ? await typed(file) : await firstLine();
  if (given === "") throw new Failure(1, "common.noPassword", { file });
  return given;
}

async function typed(file: string): Promise<string> {
  const answer = await prompt({ message: t("common.password", { file }) });
  return isCancel(answer) ? "" : (answer ?? "");
}

async function firstLine(): Promise<string> {
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) return line;
  return "";
}
