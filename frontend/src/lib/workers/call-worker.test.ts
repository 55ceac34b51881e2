// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from "vitest";
import { problemOf } from "../errors.ts";
import { workerCaller, type Call } from "./call-worker.ts";
import { plainError } from "./plain-error.ts";

type Sums = { add: (job: { a: bigint; b: bigint }) => Promise<bigint> };

/** Stands for the browser's worker: what the page posts is kept, and the test answers. */
class SilentWorker extends EventTarget {
  readonly asked: Call[] = [];
  postMessage(call: Call) {
    this.asked.push(call);
  }
  post(data: unknown) {
    this.dispatchEvent(new MessageEvent("message", { data }));
  }
}

function caller() {
  const workers: SilentWorker[] = [];
  const told: unknown[] = [];
  const call = workerCaller<Sums>(
    () => {
      const worker = new SilentWorker();
      workers.push(worker);
      return worker as unknown as Worker;
    },
    (one) => told.push(one),
  );
  return { call, workers, told };
}

describe("workerCaller", () => {
  it("starts one worker when it is first called, and gives each answer to whom asked", async () => {
    const { call, workers, told } = caller();
    expect(workers).toHaveLength(0);
    const [first, second] = [call("add", { a: 1n, b: 2n }), call("add", { a: 3n, b: 4n })];
    workers[0]?.post({ told: 0.5 });
    workers[0]?.post({ id: 2, result: 7n });
    workers[0]?.post({ id: 1, result: 3n });
    expect([await first, await second, workers.length, told]).toEqual([3n, 7n, 1, [0.5]]);
  });

  it("fails with the words, the name and the cause of what the worker threw", async () => {
    const { call, workers } = caller();
    const asked = call("add", { a: 1n, b: 2n }).catch((error: unknown) => error);
    const cause = Object.assign(new Error("out of reach"), { name: "HttpRequestError" });
    workers[0]?.post({ id: 1, problem: plainError(new Error("no answer", { cause })) });
    const error = await asked;
    expect(error).toMatchObject({ message: "no answer", cause: { name: "HttpRequestError" } });
    expect(problemOf(error)).toEqual({ kind: "network" });
  });

  it("fails all that wait when the worker breaks down, and starts another one", async () => {
    const { call, workers } = caller();
    const asked = call("add", { a: 1n, b: 2n });
    workers[0]?.dispatchEvent(new ErrorEvent("error", { message: "out of memory" }));
    await expect(asked).rejects.toThrow("out of memory");
    const again = call("add", { a: 1n, b: 1n });
    workers[1]?.post({ id: 2, result: 2n });
    expect(await again).toBe(2n);
  });
});
