// SPDX-License-Identifier: EUPL-1.2
import type { ContractName } from "@monnaie-commune/sdk/deployments";
import type { Caller, World } from "./matrix-world.ts";
import type { TableRole } from "./roles-table.ts";

/** The custom error that keeps a caller out; `undefined` stands for a revert without data. */
export type Refusal = { name: string; args: readonly unknown[] } | undefined;

/** One row of the matrix: a call that succeeds for those who may make it, in the world it names. */
export type MatrixCall = {
  contract: ContractName;
  /** As ethers formats it: "mint(address,uint256)". */
  signature: string;
  /** What tells this row from others of the same function. */
  variant?: string;
  world?: "base" | "shops" | "closed" | "expired";
  args(world: World, caller: Caller): readonly unknown[] | Promise<readonly unknown[]>;
  /** "table": the roles of contracts/README.md. */
  who: "anyone" | "table" | readonly TableRole[];
  /** Those who may call have to schedule first: called directly it answers `AccessManagerNotScheduled`. */
  isScheduled?: boolean;
  refusal?(world: World, caller: Caller): Refusal;
};
