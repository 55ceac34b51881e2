// SPDX-License-Identifier: EUPL-1.2
import { EventEmitter } from "node:events";
import type { Entry } from "./store.ts";

/** Who waits for a change of a request is told of it. */
export type News = {
  tell(entry: Entry): void;
  /** @returns How to stop being told. */
  listen(id: string, told: (entry: Entry) => void): () => void;
};

export function openNews(): News {
  const emitter = new EventEmitter({ captureRejections: false });
  // As many as wait; their number is bounded where they come in.
  emitter.setMaxListeners(0);
  return {
    tell: (entry) => void emitter.emit(entry.id, entry),
    listen(id, told) {
      emitter.on(id, told);
      return () => emitter.off(id, told);
    },
  };
}
