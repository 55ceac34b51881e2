// SPDX-License-Identifier: EUPL-1.2
import { createViemSource } from "@monnaie-commune/sdk/ledger/viem-source";
import { createPublicClient, http } from "viem";
import { answerCalls, tell } from "../workers/answer-calls.ts";
import { createLedgerTasks } from "./ledger-tasks.ts";
import { keptLogs } from "./log-store.ts";

answerCalls(
  createLedgerTasks({
    sourceOf: (rpcUrl) => createViemSource(createPublicClient({ transport: http(rpcUrl, { batch: true }) })),
    store: keptLogs,
    onProgress: (readBlocks, allBlocks) => tell(readBlocks / allBlocks),
  }),
);
