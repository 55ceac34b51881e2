// SPDX-License-Identifier: EUPL-1.2
import { AccessManagerAbi } from "@monnaie-commune/sdk/generated/abis";
import { ADMIN_ROLE, ROLES, type RoleName } from "@monnaie-commune/sdk/generated/roles";
import { encodeEventTopics, parseEventLogs, type Hex, type Log } from "viem";
import type { UndatedLog } from "@monnaie-commune/sdk/ledger/source";

/** A role of the access manager and the accounts that hold it, as its events tell. */
export type HeldRole = { roleId: bigint; name: RoleName | "ADMIN"; holders: Hex[] };

const TOLD = ["RoleGranted", "RoleRevoked"] as const;

/** The topics of the events that tell who holds a role. */
export const ROLE_TOPICS: readonly Hex[] = TOLD.map(
  (eventName) => encodeEventTopics({ abi: AccessManagerAbi, eventName })[0],
);

const NAMES: readonly { roleId: bigint; name: HeldRole["name"] }[] = [
  { roleId: ADMIN_ROLE, name: "ADMIN" },
  ...Object.entries(ROLES).map(([name, roleId]) => ({ roleId, name: name as RoleName })),
];

/** Who holds each role once all grants and revocations, in the order of the chain, are played. */
export function heldRoles(logs: readonly UndatedLog[]): HeldRole[] {
  const holders = new Map<bigint, Set<Hex>>();
  const events = parseEventLogs({ abi: AccessManagerAbi, eventName: [...TOLD], logs: logs as unknown as Log[] });
  for (const { eventName, args } of events) {
    const accounts = holders.get(args.roleId) ?? new Set();
    holders.set(args.roleId, accounts);
    if (eventName === "RoleGranted") accounts.add(args.account);
    else accounts.delete(args.account);
  }
  return NAMES.map((role) => ({ ...role, holders: [...(holders.get(role.roleId) ?? [])] }));
}
