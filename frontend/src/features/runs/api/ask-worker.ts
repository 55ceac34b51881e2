// SPDX-License-Identifier: EUPL-1.2
import type { TaskName, Tasks } from "./plan-tasks.ts";

type Answer = { id: number; result: unknown } | { id: number; problem: string };
type Waiting = { resolve: (result: never) => void; reject: (error: Error) => void };

const waiting = new Map<number, Waiting>();
let worker: Worker | undefined;
let lastId = 0;

function start(): Worker {
  const started = new Worker(new URL("./plan.worker.ts", import.meta.url), { type: "module" });
  started.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if ("problem" in data) asked?.reject(new Error(data.problem));
    else asked?.resolve(data.result as never);
  });
  started.addEventListener("error", ({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
    worker = undefined;
  });
  return started;
}

/** Has the worker do a task; it is started when it is first needed. */
export function askWorker<Name extends TaskName>(
  name: Name,
  job: Parameters<Tasks[Name]>[0],
): Promise<Awaited<ReturnType<Tasks[Name]>>> {
  worker ??= start();
  const id = ++lastId;
  const { promise, resolve, reject } = Promise.withResolvers<Awaited<ReturnType<Tasks[Name]>>>();
  waiting.set(id, { resolve, reject });
  worker.postMessage({ id, name, job });
  return promise;
}
