// SPDX-License-Identifier: EUPL-1.2
import type { Call, Posted, Tasks } from "./call-worker.ts";
import { plainError } from "./plain-error.ts";

function post(message: Posted): void {
  postMessage(message);
}

/** Inside a worker: does what it is called for, and posts what comes of it. */
export function answerCalls(tasks: Tasks): void {
  addEventListener("message", ({ data: { id, name, job } }: MessageEvent<Call>) => {
    const task = tasks[name];
    const done = task === undefined ? Promise.reject(new Error(`This worker knows no ${name}`)) : task(job as never);
    done.then(
      (result) => post({ id, result }),
      (error: unknown) => post({ id, problem: plainError(error) }),
    );
  });
}

/** Inside a worker: tells the page something it has not asked for. */
export function tell(told: unknown): void {
  post({ told });
}
