// SPDX-License-Identifier: EUPL-1.2
import { ADMIN_ROLE, ROLES, type RoleName } from "./generated/roles.ts";

/** A role by its name; the administration grants and takes away all the others. */
export type AnyRole = RoleName | "ADMIN";

/** Every role, the administration first. */
export const ALL_ROLES: readonly AnyRole[] = ["ADMIN", ...(Object.keys(ROLES) as RoleName[])];

const NAMES = new Map<bigint, AnyRole>(ALL_ROLES.map((name) => [roleIdOf(name), name]));

/** The number of a role in the access manager. */
export function roleIdOf(name: AnyRole): bigint {
  return name === "ADMIN" ? ADMIN_ROLE : ROLES[name];
}

/** What a role is called by its number; nothing for a number that is none of ours. */
export function roleName(roleId: bigint): AnyRole | undefined {
  return NAMES.get(roleId);
}
