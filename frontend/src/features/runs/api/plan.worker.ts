// SPDX-License-Identifier: EUPL-1.2
import { answerCalls } from "../../../lib/workers/answer-calls.ts";
import { TASKS } from "./plan-tasks.ts";

answerCalls(TASKS);
