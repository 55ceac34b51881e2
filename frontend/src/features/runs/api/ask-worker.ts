// SPDX-License-Identifier: EUPL-1.2
import { workerCaller } from "../../../lib/workers/call-worker.ts";
import type { PlanTasks } from "./plan-tasks.ts";

/** Has the worker do a task of `plan-tasks.ts`. */
export const askWorker = workerCaller<PlanTasks>(
  () => new Worker(new URL("./plan.worker.ts", import.meta.url), { type: "module" }),
);
