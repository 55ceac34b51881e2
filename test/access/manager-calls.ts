// SPDX-License-Identifier: EUPL-1.2
import { ADMIN_ROLE, ROLES } from "@monnaie-commune/sdk/generated/roles";
import type { MatrixCall, Refusal } from "./matrix-call.ts";
import { type Caller, somebody, type World } from "./matrix-world.ts";
import type { TableRole } from "./roles-table.ts";

const contract = "AccessManager";
const ADMIN: readonly TableRole[] = ["ADMIN_ROLE"];

const notAdmin = (_world: World, caller: Caller): Refusal => ({
  name: "AccessManagerUnauthorizedAccount",
  args: [caller.address, ADMIN_ROLE],
});
const selectorOf = (data: string): string => data.slice(0, 10);
const announcement = ({ token, today }: World): string =>
  token.interface.encodeFunctionData("announceRate", [0, 500, today + 40n]);
const labelling = ({ manager }: World): string => manager.interface.encodeFunctionData("labelRole", [1, "NAME"]);

const adminCall = (signature: string, args: MatrixCall["args"], isScheduled = false): MatrixCall => ({
  contract,
  signature,
  who: ADMIN,
  args,
  isScheduled,
  refusal: notAdmin,
});

export const MANAGER_CALLS: readonly MatrixCall[] = [
  adminCall("labelRole(uint64,string)", () => [ROLES.COUNCIL, "NAME"]),
  adminCall("grantRole(uint64,address,uint32)", () => [ROLES.TREASURER, somebody("newcomer"), 0n]),
  adminCall("revokeRole(uint64,address)", ({ treasurer }) => [ROLES.TREASURER, treasurer.address]),
  adminCall("setRoleAdmin(uint64,uint64)", () => [ROLES.TREASURER, ROLES.COUNCIL]),
  adminCall("setRoleGuardian(uint64,uint64)", () => [ROLES.TREASURER, ROLES.GUARDIAN]),
  adminCall("setGrantDelay(uint64,uint32)", () => [ROLES.MINTER, 0n]),
  adminCall("setTargetAdminDelay(address,uint32)", ({ token }) => [token.target, 0n]),
  adminCall("setTargetClosed(address,bool)", ({ token }) => [token.target, true], true),
  adminCall("setTargetFunctionRole(address,bytes4[],uint64)", ({ token }) => [token.target, [], ADMIN_ROLE], true),
  adminCall("updateAuthority(address,address)", ({ token, manager }) => [token.target, manager.target], true),
  adminCall("multicall(bytes[])", (world) => [[labelling(world)]]),
  {
    contract,
    signature: "schedule(address,bytes,uint48)",
    who: ADMIN,
    args: ({ manager, token }) => [
      manager.target,
      manager.interface.encodeFunctionData("setTargetClosed", [token.target, true]),
      0n,
    ],
    refusal: ({ manager }, caller) => ({
      name: "AccessManagerUnauthorizedCall",
      args: [caller.address, manager.target, manager.interface.getFunction("setTargetClosed").selector],
    }),
  },
  {
    contract,
    signature: "cancel(address,address,bytes)",
    who: ADMIN,
    args: ({ manager, council, closing }) => [council.address, manager.target, closing],
    refusal: ({ manager, council, closing }, caller) => ({
      name: "AccessManagerUnauthorizedCancel",
      args: [caller.address, council.address, manager.target, selectorOf(closing)],
    }),
  },
  {
    contract,
    signature: "execute(address,bytes)",
    variant: "of announceRate",
    who: ["COUNCIL"],
    args: (world) => [world.token.target, announcement(world)],
    refusal: (world, caller) => ({
      name: "AccessManagerUnauthorizedCall",
      args: [caller.address, world.token.target, selectorOf(announcement(world))],
    }),
  },
  {
    contract,
    signature: "consumeScheduledOp(address,bytes)",
    who: [],
    args: ({ council, closing }) => [council.address, closing],
    refusal: () => undefined,
  },
  {
    contract,
    signature: "renounceRole(uint64,address)",
    who: "anyone",
    args: (_world, caller) => [ROLES.COUNCIL, caller.address],
  },
  {
    contract,
    signature: "renounceRole(uint64,address)",
    variant: "for somebody else",
    who: [],
    args: ({ council }) => [ROLES.COUNCIL, council.address],
    refusal: () => ({ name: "AccessManagerBadConfirmation", args: [] }),
  },
];
