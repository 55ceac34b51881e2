// SPDX-License-Identifier: EUPL-1.2
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { openEventStreams, viewOf } from "./event-stream.ts";
import type { Quota } from "./quota.ts";
import { Refusal } from "./refusal.ts";
import type { Relay } from "./open-relay.ts";
import { TILL_REQUEST_SCHEMA, type TillRequest } from "./till-requests.ts";

const MOST_BYTES = 4_096;
/** How long a client may take to ask, and how long it may hear nothing. */
const PATIENCE_MS = 10_000;
const LONGEST_SILENCE_MS = 60_000;
const PREFLIGHT_SECONDS = "600";
const PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

export type ServerOptions = {
  relay: Relay;
  /** Requests by connection. */
  quota: Quota;
  /** Sites whose pages may ask. Programs that are no browser send no origin, and may too. */
  origins: readonly string[];
  /** Whether a proxy in front of us says who the client is. */
  isBehindProxy: boolean;
  /** Told of our own defects; never of who asked. */
  reportDefect(error: unknown): void;
};

/** The relay's HTTP side: reads, counts, hands over, answers. It logs nothing, so no address of a client is kept. */
export function createServer({ relay, quota, origins, isBehindProxy, reportDefect }: ServerOptions) {
  const { kinds, intake, store, news, signers, metrics, tillRequests } = relay;
  const streams = openEventStreams(news);
  const app = Fastify({
    logger: false,
    bodyLimit: MOST_BYTES,
    requestTimeout: PATIENCE_MS,
    connectionTimeout: LONGEST_SILENCE_MS,
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    trustProxy: isBehindProxy,
    // A request is what it says, to the letter: nothing is converted or left out to make it fit.
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false } },
  });
  app.removeContentTypeParser("text/plain");

  app.addHook("onRequest", async (request, reply) => {
    reply.header("cache-control", "no-store").header("x-content-type-options", "nosniff").header("vary", "origin");
    const { origin } = request.headers;
    if (origin === undefined) return;
    if (!origins.includes(origin)) throw Refusal.of("origin");
    reply.header("access-control-allow-origin", origin);
  });
  app.setNotFoundHandler(() => {
    throw Refusal.of("notFound");
  });
  app.setErrorHandler((error: FastifyError | Refusal, _request, reply) => {
    const refusal = refusalOf(error, reportDefect);
    metrics.refused(refusal.cause.code);
    return answer(refusal, reply);
  });

  for (const { name, schema } of kinds.values()) {
    app.options(`/v1/${name}`, preflight);
    app.post(`/v1/${name}`, { schema: { body: schema }, onRequest: count }, async ({ body }, reply) => {
      const entry = await intake.submit({ kind: name, body });
      return await reply.code(202).send(viewOf(entry));
    });
    app.get<{ Params: { id: string } }>(`/v1/${name}/:id`, ({ params }) => viewOf(entryOf(name, params.id)));
    app.get<{ Params: { id: string } }>(`/v1/${name}/:id/events`, ({ params }, reply) => {
      streams.open(entryOf(name, params.id), reply);
    });
  }
  app.options("/v1/requests", preflight);
  app.post("/v1/requests", { schema: { body: TILL_REQUEST_SCHEMA }, onRequest: count }, async ({ body }, reply) => {
    return await reply.code(201).send({ code: await tillRequests.keep(body as TillRequest) });
  });
  app.get<{ Params: { code: string } }>("/v1/requests/:code", ({ params }) => tillRequests.find(params.code));
  app.get<{ Querystring: { account?: unknown } }>("/v1/quota", ({ ip, query }) => {
    const { account } = query;
    return { ...quota.look(ip), ...(typeof account === "string" && { account: signers.look(account) }) };
  });
  app.get("/v1/health", async (_request, reply) => {
    const found = await relay.health();
    return await reply.code(found.ok ? 200 : 503).send(found);
  });
  app.get("/v1/metrics", async (_request, reply) => {
    return await reply.header("content-type", PROMETHEUS).send(metrics.text(await relay.gauges()));
  });
  return app as unknown as FastifyInstance;

  /** Counted before anything is read of it. */
  async function count(request: FastifyRequest): Promise<void> {
    quota.take(request.ip);
  }

  function entryOf(kind: string, id: string) {
    const entry = store.find(id);
    if (entry?.request.kind !== kind) throw Refusal.of("notFound");
    return entry;
  }
}

function preflight(_request: FastifyRequest, reply: FastifyReply) {
  reply
    .header("access-control-allow-methods", "POST, GET")
    .header("access-control-allow-headers", "content-type")
    .header("access-control-max-age", PREFLIGHT_SECONDS);
  return reply.code(204).send();
}

async function answer({ cause, status, retryAfter }: Refusal, reply: FastifyReply) {
  if (retryAfter !== undefined) reply.header("retry-after", String(retryAfter));
  return await reply.code(status).send({ ...cause, ...(retryAfter !== undefined && { retryAfter }) });
}

function refusalOf(error: FastifyError | Refusal, reportDefect: (error: unknown) => void): Refusal {
  if (error instanceof Refusal) return error;
  const [invalid] = error.validation ?? [];
  if (invalid !== undefined) return Refusal.of("badRequest", { field: fieldOf(invalid) });
  if (error.code === "FST_ERR_CTP_BODY_TOO_LARGE") return Refusal.of("tooLarge", { bytes: MOST_BYTES });
  if (error.code === "FST_ERR_CTP_INVALID_MEDIA_TYPE") return Refusal.of("mediaType");
  if (error.statusCode !== undefined && error.statusCode < 500) return Refusal.of("badRequest", { field: "JSON" });
  reportDefect(error);
  return Refusal.of("failed");
}

/** Which of our own field names is wrong; names that came with the request are not repeated. */
function fieldOf({ instancePath, params }: { instancePath: string; params: Record<string, unknown> }): string {
  const missing = params.missingProperty;
  return instancePath.split("/")[1] ?? (typeof missing === "string" ? missing : "JSON");
}
