// SPDX-License-Identifier: EUPL-1.2
import { TASKS, type TaskName } from "./plan-tasks.ts";

type Call = { id: number; name: TaskName; job: never };

addEventListener("message", ({ data: { id, name, job } }: MessageEvent<Call>) => {
  TASKS[name](job).then(
    (result) => postMessage({ id, result }),
    // An error of viem holds functions, which cannot be posted; its words can.
    (error: unknown) => postMessage({ id, problem: error instanceof Error ? error.message : String(error) }),
  );
});
