// SPDX-License-Identifier: EUPL-1.2
import { createMemoryStore } from "@monnaie-commune/sdk/ledger/cache";
import { createViemSource } from "@monnaie-commune/sdk/ledger/viem-source";
import { createPublicClient, http } from "viem";
import { answerCalls, tell } from "../workers/answer-calls.ts";
import { createLedgerTasks } from "./ledger-tasks.ts";

answerCalls(
  createLedgerTasks({
    sourceOf: (rpcUrl) => createViemSource(createPublicClient({ transport: http(rpcUrl, { batch: true }) })),
    store: createMemoryStore(),
    onProgress: (readBlocks, allBlocks) => tell(readBlocks / allBlocks),
  }),
);
