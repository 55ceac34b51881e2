// SPDX-License-Identifier: EUPL-1.2
import { toFunctionSelector, type AbiFunction, type Hex } from "viem";
import type { RestrictedContract } from "../../deployments.ts";
import { IssuanceAbi, MerchantRegistryAbi, RedemptionsAbi, RegionalTokenAbi } from "../../generated/abis.ts";
import { ROLES, type RoleName } from "../../generated/roles.ts";
import { CONTRACT_ROLES, FUNCTION_ROLES } from "../../permissions.ts";
import type { Act, JournalContracts } from "../acts.ts";
import type { Place } from "../entries.ts";
import type { RolePeriod } from "../role-periods.ts";
import { Tally, type Check } from "./check.ts";

/** Roles that no person may ever hold. */
const OF_CONTRACTS: readonly RoleName[] = ["MINTER", "BURNER", "CLASSIFIER", "CONTRIBUTOR", "COLLECTOR"];

const ABIS = {
  RegionalToken: RegionalTokenAbi,
  MerchantRegistry: MerchantRegistryAbi,
  Issuance: IssuanceAbi,
  Redemptions: RedemptionsAbi,
} as const;

const NOWHERE: Place = { day: 0, block: 0, logIndex: 0, tx: "0x" };
const isSame = (a: Hex, b: Hex) => a.toLowerCase() === b.toLowerCase();

/** Each role carries the label that is published for it, and never another one. */
function checkLabels(acts: readonly Act[]): Check {
  const tally = new Tally();
  const names = new Map(Object.entries(ROLES).map(([name, roleId]) => [roleId as bigint, name]));
  const labelled = new Set<bigint>();
  for (const act of acts) {
    if (act.event !== "RoleLabel") continue;
    labelled.add(act.args.roleId);
    tally.add(names.get(act.args.roleId) === act.args.label, act);
  }
  for (const roleId of names.keys()) if (!labelled.has(roleId)) tally.add(false, acts[0] ?? NOWHERE);
  return tally.check("roleLabelsAgree");
}

/** The roles of contracts were given to the system's contracts alone, and these hold them now. */
function checkContractRoles(periods: readonly RolePeriod[], contracts: JournalContracts): Check {
  const tally = new Tally();
  const expected = CONTRACT_ROLES.map(({ role, holder }) => ({
    roleId: ROLES[role] as bigint,
    account: contracts[holder],
  }));
  const isExpected = (period: RolePeriod) =>
    expected.some(({ roleId, account }) => roleId === period.roleId && isSame(account, period.account));
  const ids = new Set<bigint>(OF_CONTRACTS.map((name) => ROLES[name]));
  for (const period of periods) if (ids.has(period.roleId)) tally.add(isExpected(period), period.given, period.account);
  for (const { roleId, account } of expected) {
    const last = periods.findLast((period) => period.roleId === roleId && isSame(period.account, account));
    tally.add(last !== undefined && last.taken === undefined, last?.taken ?? NOWHERE, account);
  }
  return tally.check("contractRolesAgree");
}

/** Every function asks for the role that is published for it, and never asked for another one. */
function checkFunctionRoles(acts: readonly Act[], contracts: JournalContracts): Check {
  const tally = new Tally();
  const expected = new Map<string, bigint>();
  const keyOf = (target: Hex, selector: Hex) => `${target} ${selector}`.toLowerCase();
  for (const [contract, functions] of Object.entries(FUNCTION_ROLES) as [
    RestrictedContract,
    Record<string, RoleName>,
  ][]) {
    const abi: readonly { type: string; name?: string }[] = ABIS[contract];
    for (const [name, role] of Object.entries(functions)) {
      const part = abi.find((one) => one.type === "function" && one.name === name);
      if (part === undefined) throw new Error(`${contract} has no function ${name}`);
      expected.set(keyOf(contracts[contract], toFunctionSelector(part as AbiFunction)), ROLES[role]);
    }
  }
  const set = new Set<string>();
  for (const act of acts) {
    if (act.event !== "TargetFunctionRoleUpdated") continue;
    const key = keyOf(act.args.target, act.args.selector);
    tally.add(expected.get(key) === act.args.roleId, act);
    set.add(key);
  }
  for (const key of expected.keys()) if (!set.has(key)) tally.add(false, acts[0] ?? NOWHERE);
  return tally.check("functionRolesAgree");
}

/** What the manager says of a role and an account: the Unix second from which it holds, 0 when it does not. */
export type Access = { roleId: bigint; account: Hex; since: number };

/** Whoever ever had a role has it exactly if the manager says so, from the same second on. */
export function checkAccess(periods: readonly RolePeriod[], accesses: readonly Access[]): Check {
  const tally = new Tally();
  for (const { roleId, account, since } of accesses) {
    const last = periods.findLast((period) => period.roleId === roleId && isSame(period.account, account));
    const own = last === undefined || last.taken !== undefined ? 0 : last.since;
    tally.add(own === since, last?.taken ?? last?.given ?? NOWHERE, account);
  }
  return tally.check("rolesConfirmed");
}

/** What can be told of roles from the journal alone. */
export function checkRoles(acts: readonly Act[], periods: readonly RolePeriod[], contracts: JournalContracts): Check[] {
  return [checkLabels(acts), checkContractRoles(periods, contracts), checkFunctionRoles(acts, contracts)];
}
