// SPDX-License-Identifier: EUPL-1.2
import { errorFrom, type PlainError } from "./plain-error.ts";

/** What a worker can be asked to do, by name. */
export type Tasks = Record<string, (job: never) => Promise<unknown>>;

export type Call = { id: number; name: string; job: unknown };

/** What a worker posts: the answer to a call, or something it tells by itself. */
export type Posted = { id: number; result: unknown } | { id: number; problem: PlainError } | { told: unknown };

type Waiting = { resolve: (result: never) => void; reject: (error: Error) => void };

/** Has a worker do a task. */
export type CallWorker<Known extends Tasks> = <Name extends keyof Known & string>(
  name: Name,
  job: Parameters<Known[Name]>[0],
) => Promise<Awaited<ReturnType<Known[Name]>>>;

/**
 * Calls the tasks of a worker, which is started when it is first needed, and again after it broke down.
 * @param onTold Hears what the worker tells by itself.
 */
export function workerCaller<Known extends Tasks>(
  start: () => Worker,
  onTold: (told: unknown) => void = () => undefined,
): CallWorker<Known> {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let lastId = 0;

  const started = (): Worker => {
    const fresh = start();
    fresh.addEventListener("message", ({ data }: MessageEvent<Posted>) => {
      if ("told" in data) return onTold(data.told);
      const asked = waiting.get(data.id);
      waiting.delete(data.id);
      if ("problem" in data) asked?.reject(errorFrom(data.problem));
      else asked?.resolve(data.result as never);
    });
    fresh.addEventListener("error", ({ message }) => {
      for (const { reject } of waiting.values()) reject(new Error(message));
      waiting.clear();
      worker = undefined;
    });
    return fresh;
  };

  return (name, job) => {
    worker ??= started();
    const id = ++lastId;
    const { promise, resolve, reject } = Promise.withResolvers<Awaited<ReturnType<Known[typeof name]>>>();
    waiting.set(id, { resolve, reject });
    const call: Call = { id, name, job };
    // Copied, nothing handed over.
    worker.postMessage(call, []);
    return promise;
  };
}
