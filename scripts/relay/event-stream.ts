// SPDX-License-Identifier: EUPL-1.2
import type { FastifyReply } from "fastify";
import type { News } from "./news.ts";
import { Refusal } from "./refusal.ts";
import type { Entry } from "./store.ts";

/** People who wait at once: more would ask again, and get their answer that way. */
const MOST_LISTENERS = 1_000;
/** A line now and then tells proxies, and us, that somebody is still there. */
const HEARTBEAT_MS = 5_000;

export type EventStreams = {
  /** Tells of a request's state until its end, as server-sent events. */
  open(entry: Entry, reply: FastifyReply): void;
};

/** What a request is to who asks for it. */
export function viewOf({ id, state }: Entry) {
  return { id, ...state };
}

export function openEventStreams(news: News): EventStreams {
  let listeners = 0;
  return {
    open(entry, reply) {
      if (listeners >= MOST_LISTENERS) throw Refusal.of("busy");
      listeners++;
      const headers = { ...reply.getHeaders(), "content-type": "text/event-stream", "x-accel-buffering": "no" };
      reply.hijack();
      const { raw } = reply;
      for (const [name, value] of Object.entries(headers)) if (value !== undefined) raw.setHeader(name, value);
      raw.writeHead(200);
      const heartbeat = setInterval(() => raw.write(":\n\n"), HEARTBEAT_MS);
      const stop = news.listen(entry.id, tell);
      raw.on("close", () => {
        listeners--;
        clearInterval(heartbeat);
        stop();
      });
      tell(entry);

      function tell(told: Entry): void {
        raw.write(`data: ${JSON.stringify(viewOf(told))}\n\n`);
        if (told.state.state !== "received" && told.state.state !== "sent") raw.end();
      }
    },
  };
}
