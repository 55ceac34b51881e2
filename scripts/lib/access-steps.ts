// SPDX-License-Identifier: EUPL-1.2
import { ADMIN_ROLE, ROLES, type RoleName } from "@monnaie-commune/sdk/generated/roles";
import type { ActNamed } from "@monnaie-commune/sdk/ledger/acts";
import { HOLDER_ROLES, type HolderRole, type Region } from "@monnaie-commune/sdk/regions";
import type { RestrictedContract } from "@monnaie-commune/sdk/deployments";
import { CONTRACT_ROLES, EXEMPT_CONTRACTS, FUNCTION_ROLES, MINTING_ROLES } from "@monnaie-commune/sdk/permissions";
import type { System } from "./system.ts";

export type Holders = Record<HolderRole, readonly string[]>;

/** A part of the access manager's configuration, as calls of the manager. Those already so on chain are not in it. */
export type AccessStep = {
  key: "labels" | "exempt" | "functions" | "contracts" | "holders" | "delays";
  calls: string[];
};

/** All acts of the access manager of one kind. */
export type ManagerActs = <Event extends "RoleLabel" | "RoleGrantDelayChanged" | "TargetAdminDelayUpdated">(
  event: Event,
) => Promise<ActNamed<Event>[]>;

/** The rate class of accounts that do not melt. */
export const EXEMPT_CLASS = 2n;

const DAY = 86_400n;
const ROLE_NAMES = Object.keys(ROLES) as RoleName[];

/**
 * What is missing on chain, in the order in which it has to be done: delays come last, because they would hold back
 * the grants before them.
 * @param told Reads acts of the manager.
 */
export async function missingAccessSteps(
  system: System,
  { governance }: Pick<Region, "governance">,
  holders: Holders,
  told: ManagerActs,
): Promise<AccessStep[]> {
  return [
    { key: "labels", calls: await missingLabels(system, told) },
    // Before `setRateClass` is the registry's alone.
    { key: "exempt", calls: await missingExemptions(system) },
    { key: "functions", calls: await missingFunctionRoles(system) },
    { key: "contracts", calls: await missingContractRoles(system) },
    { key: "holders", calls: await missingHolders(system, holders) },
    { key: "delays", calls: await missingDelays(system, governance, told) },
  ];
}

async function missingLabels({ manager }: System, told: ManagerActs): Promise<string[]> {
  const labels = new Map((await told("RoleLabel")).map(({ args }) => [args.roleId, args.label]));
  return ROLE_NAMES.filter((name) => labels.get(ROLES[name]) !== name).map((name) =>
    manager.interface.encodeFunctionData("labelRole", [ROLES[name], name]),
  );
}

async function missingExemptions(system: System): Promise<string[]> {
  const { manager, token } = system;
  const calls: string[] = [];
  for (const name of EXEMPT_CONTRACTS) {
    const account = await contractOf(system, name).getAddress();
    const { rateClass } = await token.accountOf(account);
    if (rateClass === EXEMPT_CLASS) continue;
    const call = token.interface.encodeFunctionData("setRateClass", [account, EXEMPT_CLASS]);
    calls.push(manager.interface.encodeFunctionData("execute", [await token.getAddress(), call]));
  }
  return calls;
}

/** Also says whether a finished deployment is still wired as it was: see `isWired`. */
async function missingFunctionRoles(system: System): Promise<string[]> {
  const { manager } = system;
  const calls: string[] = [];
  for (const [contract, functions] of Object.entries(FUNCTION_ROLES)) {
    const target = contractOf(system, contract as keyof typeof FUNCTION_ROLES);
    const address = await target.getAddress();
    const selectorsByRole = new Map<RoleName, string[]>();
    for (const [name, role] of Object.entries(functions)) {
      const fragment = target.interface.fragments.find((f) => "name" in f && f.type === "function" && f.name === name);
      const selector = fragment === undefined ? undefined : target.interface.getFunction(name as never)?.selector;
      if (selector === undefined) throw new Error(`${contract} has no function ${name}`);
      if ((await manager.getTargetFunctionRole(address, selector)) === ROLES[role]) continue;
      selectorsByRole.set(role, [...(selectorsByRole.get(role) ?? []), selector]);
    }
    for (const [role, selectors] of selectorsByRole) {
      calls.push(manager.interface.encodeFunctionData("setTargetFunctionRole", [address, selectors, ROLES[role]]));
    }
  }
  return calls;
}

async function missingContractRoles(system: System): Promise<string[]> {
  const grants = CONTRACT_ROLES.map(async ({ role, holder }) => {
    return await missingGrant(system, ROLES[role], await contractOf(system, holder).getAddress());
  });
  return (await Promise.all(grants)).flat();
}

async function missingHolders(system: System, holders: Holders): Promise<string[]> {
  const calls: string[] = [];
  for (const role of HOLDER_ROLES) {
    for (const account of holders[role]) {
      if (role === "COUNCIL") calls.push(...(await missingGrant(system, ADMIN_ROLE, account)));
      calls.push(...(await missingGrant(system, ROLES[role], account)));
    }
  }
  return calls;
}

/** A grant whose delay still runs counts as made. */
async function missingGrant({ manager }: System, role: bigint, account: string): Promise<string[]> {
  const { since } = await manager.getAccess(role, account);
  return since === 0n ? [manager.interface.encodeFunctionData("grantRole", [role, account, 0])] : [];
}

/**
 * A changed delay comes into force only after OpenZeppelin's setback of five days, and no view tells what is announced:
 * the events do.
 */
async function missingDelays(
  system: System,
  { grantDelayDays, adminDelayDays }: Region["governance"],
  told: ManagerActs,
): Promise<string[]> {
  const { manager, token, registry, issuance, redemptions } = system;
  const grantDelay = BigInt(grantDelayDays) * DAY;
  const adminDelay = BigInt(adminDelayDays) * DAY;
  const grants = await told("RoleGrantDelayChanged");
  const admins = await told("TargetAdminDelayUpdated");
  const grantDelays = new Map(grants.map(({ args }) => [args.roleId, BigInt(args.delay)]));
  const adminDelays = new Map<string, bigint>(admins.map(({ args }) => [args.target, BigInt(args.delay)]));
  const contracts = [token, registry, issuance, redemptions];
  const targets = await Promise.all(contracts.map(async (contract) => await contract.getAddress()));
  return [
    ...MINTING_ROLES.filter((role) => (grantDelays.get(ROLES[role]) ?? 0n) !== grantDelay).map((role) =>
      manager.interface.encodeFunctionData("setGrantDelay", [ROLES[role], grantDelay]),
    ),
    ...targets
      .filter((target) => (adminDelays.get(target) ?? 0n) !== adminDelay)
      .map((target) => manager.interface.encodeFunctionData("setTargetAdminDelay", [target, adminDelay])),
  ];
}

/** Whether every function still asks for its role, and the system's contracts still hold theirs and do not melt. */
export async function isWired(system: System): Promise<boolean> {
  const missing = [
    ...(await missingFunctionRoles(system)),
    ...(await missingContractRoles(system)),
    ...(await missingExemptions(system)),
  ];
  return missing.length === 0;
}

function contractOf({ token, registry, issuance, redemptions }: System, name: RestrictedContract) {
  return { RegionalToken: token, MerchantRegistry: registry, Issuance: issuance, Redemptions: redemptions }[name];
}
