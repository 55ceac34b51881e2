// SPDX-License-Identifier: EUPL-1.2
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import type { Intake } from "./intake.ts";
import type { Kinds } from "./kinds/registry.ts";
import type { Quota } from "./quota.ts";
import { Refusal } from "./refusal.ts";
import type { Entry, Store } from "./store.ts";

const MOST_BYTES = 4_096;
const PATIENCE_MS = 10_000;
const PREFLIGHT_SECONDS = "600";

export type Health = { ok: boolean } & Record<string, unknown>;

export type ServerOptions = {
  kinds: Kinds;
  intake: Intake;
  store: Store;
  quota: Quota;
  /** Sites whose pages may ask. Programs that are no browser send no origin, and may too. */
  origins: readonly string[];
  /** Whether a proxy in front of us says who the client is. */
  isBehindProxy: boolean;
  health(): Promise<Health>;
  /** Told of our own defects; never of who asked. */
  reportDefect(error: unknown): void;
};

/** The relay's HTTP side: reads, counts, hands over, answers. It logs nothing, so no address of a client is kept. */
export function createServer({
  kinds,
  intake,
  store,
  quota,
  origins,
  isBehindProxy,
  health,
  reportDefect,
}: ServerOptions) {
  const app = Fastify({
    logger: false,
    bodyLimit: MOST_BYTES,
    requestTimeout: PATIENCE_MS,
    connectionTimeout: PATIENCE_MS,
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
  app.setErrorHandler((error: FastifyError | Refusal, _request, reply) =>
    answer(refusalOf(error, reportDefect), reply),
  );

  for (const { name, schema } of kinds.values()) {
    app.options(`/v1/${name}`, async (_request, reply) => {
      reply
        .header("access-control-allow-methods", "POST, GET")
        .header("access-control-allow-headers", "content-type")
        .header("access-control-max-age", PREFLIGHT_SECONDS);
      return await reply.code(204).send();
    });
    app.post(`/v1/${name}`, { schema: { body: schema }, onRequest: count }, async ({ body }, reply) => {
      const entry = await intake.submit({ kind: name, body });
      return await reply.code(202).send(viewOf(entry));
    });
    app.get<{ Params: { id: string } }>(`/v1/${name}/:id`, async ({ params }) => {
      const entry = store.find(params.id);
      if (entry?.request.kind !== name) throw Refusal.of("notFound");
      return viewOf(entry);
    });
  }
  app.get("/v1/health", async (_request, reply) => {
    const found = await health();
    return await reply.code(found.ok ? 200 : 503).send(found);
  });
  return app as unknown as FastifyInstance;

  async function count(request: FastifyRequest): Promise<void> {
    quota.take(request.ip);
  }
}

function viewOf({ id, state }: Entry) {
  return { id, ...state };
}

async function answer(refusal: Refusal, reply: FastifyReply) {
  const { cause, status, retryAfter } = refusal;
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
