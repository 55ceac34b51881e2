// SPDX-License-Identifier: EUPL-1.2
import type { Deployment } from "@monnaie-commune/sdk/deployments";
import type { CheckKey } from "@monnaie-commune/sdk/ledger/checks/check";
import type { RpcRequest } from "@monnaie-commune/sdk/ledger/rpc-source";
import type { LogStore } from "@monnaie-commune/sdk/ledger/store";
import type { Hex } from "viem";
import type { AuditedRegion } from "./world.ts";

/** A lie that was planted: what the audit is given in place of the truth, and the transaction it has to name. */
export type Planted = { request?: RpcRequest; record?: Deployment; store?: LogStore; tx?: Hex };

/** Something untrue about a region's books, and the check that has to find it. */
export type Lie = { lie: string; foundBy: CheckKey; plant: (region: AuditedRegion) => Promise<Planted> | Planted };
