// SPDX-License-Identifier: EUPL-1.2
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { ethers } from "./fixtures.ts";

type Question = { id: unknown; method: string; params?: unknown[] };
type Problem = { code: number; message: string };

/** What a node answers to a question: a result, or a refusal. */
export type Answer = { result: unknown } | { error: Problem };

/** Answers in place of the chain, or passes the question on and changes what comes back. */
export type Meddler = (
  method: string,
  params: readonly unknown[],
  ask: () => Promise<Answer>,
) => Answer | Promise<Answer>;

/** The chain of the fixtures as a node that is reached over HTTP, on the loopback interface. */
export type Bridge = { url: string; asked: string[]; close(): Promise<void> };

async function askChain({ method, params = [] }: Question): Promise<Answer> {
  try {
    return { result: (await ethers.provider.send(method, params)) as unknown };
  } catch (error) {
    return { error: { code: -32_000, message: error instanceof Error ? error.message : String(error) } };
  }
}

/** Opens such a node; `meddle` makes it one that lies, is slow or keeps no history. */
export async function openBridge(
  meddle: Meddler = async (_method, _params, ask) => await ask(),
  { takesBatches = true } = {},
): Promise<Bridge> {
  const asked: string[] = [];
  const answer = async (question: Question) => {
    asked.push(question.method);
    const answered = await meddle(question.method, question.params ?? [], async () => await askChain(question));
    return { jsonrpc: "2.0", id: question.id, ...answered };
  };
  const wholeAnswer = async (body: Question | Question[]): Promise<unknown> => {
    if (!Array.isArray(body)) return await answer(body);
    if (takesBatches) return await Promise.all(body.map(answer));
    return { jsonrpc: "2.0", id: null, error: { code: -32_600, message: "No batches here" } };
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    response.setHeader("content-type", "application/json");
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = JSON.parse(Buffer.concat(chunks).toString()) as Question | Question[];
      void wholeAnswer(body).then((whole) => response.end(JSON.stringify(whole)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
