// SPDX-License-Identifier: EUPL-1.2
// Compiles one input in a thread of its own: it takes half a minute, and memory that is given back with the thread.
import { parentPort, workerData } from "node:worker_threads";
import solc from "solc";

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of Node has no origin
parentPort?.postMessage(solc.compile(workerData));
