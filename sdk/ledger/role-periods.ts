// SPDX-License-Identifier: EUPL-1.2
import type { Hex } from "viem";
import { dayOf } from "../days.ts";
import type { Act } from "./acts.ts";
import type { Place } from "./entries.ts";

/** Who held a role, from when to when. */
export type RolePeriod = {
  roleId: bigint;
  account: Hex;
  /** Where it was given. */
  given: Place;
  /** Unix second from which it could be used: later than it was given, where granting the role takes a delay. */
  since: number;
  /** Seconds that pass between an announced act of the role and the act; mostly none. */
  executionDelay: number;
  /** Where it was taken or given back. */
  taken?: Place;
};

/** The periods in which roles were held, in the order in which they were given. */
export function rolePeriods(acts: readonly Act[]): RolePeriod[] {
  const periods: RolePeriod[] = [];
  const current = new Map<string, RolePeriod>();
  for (const act of acts) {
    if (act.event !== "RoleGranted" && act.event !== "RoleRevoked") continue;
    const { roleId, account } = act.args;
    const key = `${roleId} ${account}`;
    const { day, block, logIndex, tx } = act;
    const place = { day, block, logIndex, tx };
    const held = current.get(key);
    if (act.event === "RoleRevoked") {
      if (held !== undefined) held.taken = place;
      current.delete(key);
    } else if (held === undefined || act.args.newMember) {
      const { since, delay: executionDelay } = act.args;
      const period: RolePeriod = { roleId, account, given: place, since, executionDelay };
      periods.push(period);
      current.set(key, period);
    } else held.executionDelay = act.args.delay;
  }
  return periods;
}

/** Unix seconds of blocks, where they are known. */
export type BlockTimes = ReadonlyMap<number, number>;

const isBefore = (a: Place, b: Place) => a.block < b.block || (a.block === b.block && a.logIndex < b.logIndex);

/**
 * Whether an account could use a role at a place of the chain. On the very day on which a delay ends the time of the block
 * decides, where it is known.
 */
export function heldRole(
  periods: readonly RolePeriod[],
  roleId: bigint,
  account: Hex,
  at: Place,
  times: BlockTimes = new Map(),
): boolean {
  return periods.some((period) => {
    if (period.roleId !== roleId || period.account.toLowerCase() !== account.toLowerCase()) return false;
    if (!isBefore(period.given, at) || (period.taken !== undefined && !isBefore(at, period.taken))) return false;
    const time = times.get(at.block);
    return time === undefined ? dayOf(period.since) <= at.day : period.since <= time;
  });
}

/** The blocks whose time decides whether a role could be used yet: those of days on which one could for the first time. */
export function blocksInDoubt(acts: readonly Act[], periods: readonly RolePeriod[]): number[] {
  const days = new Set(periods.map(({ since }) => dayOf(since)));
  return [...new Set(acts.filter(({ day }) => days.has(day)).map(({ block }) => block))];
}
