// SPDX-License-Identifier: EUPL-1.2
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { HOST } from "../../scripts/lib/local-chain.ts";

export const SENDING = "eth_sendRawTransaction";

/** A question to the node; `nth` counts those with this method, `place` all of them, both from 1. */
export type Call = { method: string; params: readonly unknown[]; nth: number; place: number };

/** What a node says: JSON-RPC without its envelope. */
export type Answer = { result: unknown } | { error: { code: number; message: string; data?: unknown } };

/** What comes back instead: an HTTP answer of any kind, or a connection that breaks. */
export type Reply = Answer | { status: number; headers?: Record<string, string>; body: string } | "broken";

/** Decides what comes back; `pass` asks the node. */
export type Behaviour = (call: Call, pass: () => Promise<Answer>) => Promise<Reply>;

/** What stands between the scripts and their node. */
export type FaultProxy = {
  readonly url: string;
  /** Behaves like this from now on, and counts anew. */
  behave(behaviour: Behaviour): void;
  /** Passes everything on, and counts anew. */
  behaveWell(): void;
  /** Asks another node from now on. */
  switchTo(url: string): void;
  /** Waits until the node has answered what it was asked. */
  settled(): Promise<void>;
  /** Told of each transaction before anything else happens to it. */
  onSending: (raw: string) => void;
  /** The last questions, newest last: where a case stood when it failed. */
  readonly trail: readonly string[];
  close(): Promise<void>;
};

const TRAIL = 40;

/** Starts a proxy in front of a node, on the loopback interface. */
export async function startProxy(nodeUrl: string): Promise<FaultProxy> {
  let url = nodeUrl;
  let behaviour: Behaviour = async (_, pass) => await pass();
  let counts = new Map<string, number>();
  let place = 0;
  const asked = new Set<Promise<Answer>>();
  const trail: string[] = [];

  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, HOST, resolve));
  const proxy: FaultProxy = {
    url: `http://${HOST}:${(server.address() as AddressInfo).port}`,
    behave(wanted) {
      behaviour = wanted;
      counts = new Map();
      place = 0;
    },
    behaveWell: () => proxy.behave(async (_, pass) => await pass()),
    switchTo: (other) => (url = other),
    async settled() {
      while (asked.size > 0) await Promise.allSettled(asked);
    },
    onSending() {},
    trail,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return proxy;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const { id, method, params } = JSON.parse(await bodyOf(request)) as Omit<Call, "nth"> & { id: number };
      const nth = (counts.get(method) ?? 0) + 1;
      counts.set(method, nth);
      if (method === SENDING) proxy.onSending(String(params[0]));
      const at = url;
      const reply = await behaviour(
        { method, params, nth, place: ++place },
        async () => await askFor(at, method, params),
      );
      trail.push(`${method} ${JSON.stringify(reply).slice(0, 100)}`);
      if (trail.length > TRAIL) trail.shift();
      if (reply === "broken") response.destroy();
      else if ("status" in reply) response.writeHead(reply.status, reply.headers).end(reply.body);
      else response.setHeader("content-type", "application/json").end(JSON.stringify({ jsonrpc: "2.0", id, ...reply }));
    } catch (error) {
      // The script was killed while it asked, or the node while it answered.
      trail.push(`proxy: ${String(error)}`);
      response.destroy();
    }
  }

  async function askFor(at: string, method: string, params: readonly unknown[]): Promise<Answer> {
    const answer = ask(at, method, params);
    asked.add(answer);
    try {
      return await answer;
    } finally {
      asked.delete(answer);
    }
  }
}

async function ask(url: string, method: string, params: readonly unknown[]): Promise<Answer> {
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params });
  const response = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body });
  const { jsonrpc: _, id: __, ...answer } = (await response.json()) as { jsonrpc: string; id: number } & Answer;
  return answer;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
