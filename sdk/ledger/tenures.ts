// SPDX-License-Identifier: EUPL-1.2
// Who had which role, from when to when: as the access manager told it.
import type { Hex } from "viem";
import { ADMIN_ROLE, ROLES, type RoleName } from "../generated/roles.ts";
import type { Act } from "./acts.ts";
import type { Place } from "./entries.ts";

export type AnyRole = RoleName | "ADMIN";

/** Where something stands on the chain, to the event. */
export type Point = Pick<Place, "block" | "logIndex">;

/** Somebody's hold of a role: from when, by which grant, and by which act it ended. */
export type Tenure = {
  role: AnyRole;
  account: Hex;
  /** Seconds for which the holder has to announce a call before making it. */
  delay: number;
  /** Unix second from which the role can be used. */
  since: number;
  granted: Place;
  ended?: Place;
};

/** Every role, the administration first. */
export const ALL_ROLES: readonly AnyRole[] = ["ADMIN", ...(Object.keys(ROLES) as RoleName[])];

const NAMES = new Map<bigint, AnyRole>([
  [ADMIN_ROLE, "ADMIN"],
  ...Object.entries(ROLES).map(([name, id]) => [id, name as RoleName] as const),
]);

/** What a role is called by its number; nothing for a number that is none of ours. */
export function roleName(roleId: bigint): AnyRole | undefined {
  return NAMES.get(roleId);
}

export function isBefore(one: Point, other: Point): boolean {
  return one.block < other.block || (one.block === other.block && one.logIndex < other.logIndex);
}

/** Every hold of every role, in the order of the grants. A grant to one who has the role already renews its delay. */
export function tenuresOf(acts: readonly Act[]): Tenure[] {
  const tenures: Tenure[] = [];
  const open = new Map<string, Tenure>();
  for (const act of acts) {
    if (act.event !== "RoleGranted" && act.event !== "RoleRevoked") continue;
    const { day, block, logIndex, tx } = act;
    const { account, roleId } = act.args;
    const key = `${roleId} ${account}`;
    const held = open.get(key);
    if (act.event === "RoleRevoked") {
      if (held !== undefined) held.ended = { day, block, logIndex, tx };
      open.delete(key);
    } else if (held !== undefined) held.delay = act.args.delay;
    else {
      const role = roleName(roleId);
      if (role === undefined) continue;
      const { delay, since } = act.args;
      const tenure = { role, account, delay, since, granted: { day, block, logIndex, tx } };
      open.set(key, tenure);
      tenures.push(tenure);
    }
  }
  return tenures;
}

/** The hold of a role that an account had at a place of the chain. */
export function tenureAt(tenures: readonly Tenure[], role: AnyRole, account: string, at: Point): Tenure | undefined {
  return tenures.find(
    (tenure) =>
      tenure.role === role &&
      tenure.account.toLowerCase() === account.toLowerCase() &&
      isBefore(tenure.granted, at) &&
      (tenure.ended === undefined || !isBefore(tenure.ended, at)),
  );
}
