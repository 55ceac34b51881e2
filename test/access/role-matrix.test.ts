// SPDX-License-Identifier: EUPL-1.2
import { expect } from "chai";
import type { BaseContract } from "ethers";
import type { ContractName } from "@monnaie-commune/sdk/deployments";
import { ROLES } from "@monnaie-commune/sdk/generated/roles";
import { contractErrorOf } from "../../scripts/lib/contract-errors.ts";
import { FUNCTION_ROLES, PURPOSE_ROLES } from "@monnaie-commune/sdk/permissions";
import {
  AccessManager__factory,
  AuthorizationBatch__factory,
  Issuance__factory,
  MerchantRegistry__factory,
  Redemptions__factory,
  RegionalToken__factory,
} from "../../types/ethers-contracts/index.js";
import { ethers } from "../helpers/fixtures.ts";
import { BATCH_CALLS } from "./batch-calls.ts";
import { ISSUANCE_CALLS } from "./issuance-calls.ts";
import { MANAGER_CALLS } from "./manager-calls.ts";
import type { MatrixCall, Refusal } from "./matrix-call.ts";
import { type Caller, loadWorld, type World } from "./matrix-world.ts";
import { REDEMPTIONS_CALLS } from "./redemptions-calls.ts";
import { REGISTRY_CALLS } from "./registry-calls.ts";
import { roleId, rolesByFunction, tableRoles, type TableRole } from "./roles-table.ts";
import { TOKEN_CALLS } from "./token-calls.ts";

const CALLS = [
  ...TOKEN_CALLS,
  ...REGISTRY_CALLS,
  ...ISSUANCE_CALLS,
  ...REDEMPTIONS_CALLS,
  ...BATCH_CALLS,
  ...MANAGER_CALLS,
];
const INTERFACES = {
  AccessManager: AccessManager__factory.createInterface(),
  RegionalToken: RegionalToken__factory.createInterface(),
  MerchantRegistry: MerchantRegistry__factory.createInterface(),
  Issuance: Issuance__factory.createInterface(),
  Redemptions: Redemptions__factory.createInterface(),
  AuthorizationBatch: AuthorizationBatch__factory.createInterface(),
};
const TABLE = rolesByFunction();

/** Who may make a call: everybody, or the holders of these roles. */
function allowed({ contract, signature, who }: MatrixCall): "anyone" | readonly TableRole[] {
  if (who !== "table") return who;
  const roles = TABLE.get(`${contract}.${signature.slice(0, signature.indexOf("("))}`);
  if (roles === undefined) throw new Error(`contracts/README.md does not say who may call ${contract}.${signature}`);
  return roles;
}

/** "done", or the custom error the call reverts with; `undefined` when it reverts without data. */
async function outcome(call: MatrixCall, world: World, caller: Caller): Promise<"done" | Refusal> {
  const contracts: Record<ContractName, BaseContract> = {
    AccessManager: world.manager,
    RegionalToken: world.token,
    MerchantRegistry: world.registry,
    Issuance: world.issuance,
    Redemptions: world.redemptions,
    AuthorizationBatch: world.batch,
  };
  const to = await contracts[call.contract].getAddress();
  const data = contracts[call.contract].interface.encodeFunctionData(call.signature, await call.args(world, caller));
  try {
    await ethers.provider.call({ from: caller.address, to, data });
    return "done";
  } catch (error) {
    const description = contractErrorOf(error)?.description;
    return description && { name: description.name, args: [...description.args] };
  }
}

function expected(call: MatrixCall, world: World, caller: Caller): "done" | Refusal {
  const roles = allowed(call);
  if (roles === "anyone" || roles.some((role) => role === caller.name)) return "done";
  if (call.refusal !== undefined) return call.refusal(world, caller);
  return { name: "AccessManagedUnauthorized", args: [caller.address] };
}

describe("Role matrix", function () {
  for (const [contract, { fragments }] of Object.entries(INTERFACES)) {
    it(`has a row for each function of ${contract} that changes something, and no other`, function () {
      const functions = fragments.filter((fragment) => fragment.type === "function");
      const changing = functions
        .map((fragment) => fragment.format("full"))
        .filter((text) => !/ (?:view|pure)\b/u.test(text));
      const signatures = functions
        .filter((fragment) => changing.includes(fragment.format("full")))
        .map((fragment) => fragment.format("sighash"));
      const rows = CALLS.filter((call) => call.contract === contract).map(({ signature }) => signature);
      expect([...new Set(rows)]).to.have.members(signatures);
    });
  }

  it("has a row for each function of the table in contracts/README.md", function () {
    const rows = CALLS.map(({ contract, signature }) => `${contract}.${signature.slice(0, signature.indexOf("("))}`);
    expect(rows).to.include.members([...TABLE.keys()]);
  });

  it("reads in that table what sdk/permissions.ts says", function () {
    const restricted = Object.entries(FUNCTION_ROLES).flatMap(([contract, functions]) =>
      Object.entries(functions).map(([name, role]): [string, string[]] => [`${contract}.${name}`, [role]]),
    );
    const byPurpose = Object.entries(PURPOSE_ROLES.Issuance).map(([name, roles]): [string, string[]] => [
      `Issuance.${name}`,
      [...roles],
    ]);
    expect(Object.fromEntries(TABLE)).to.deep.equal(Object.fromEntries([...restricted, ...byPurpose]));
  });

  it("has a caller for each role, who holds no other, and an outsider", async function () {
    const { manager, callers } = await loadWorld("base");
    for (const caller of callers) {
      const held: string[] = [];
      for (const role of tableRoles()) {
        const [isMember, executionDelay] = await manager.hasRole(roleId(role), caller.address);
        if (isMember && executionDelay === 0n) held.push(role);
      }
      expect(held).to.deep.equal(caller.name === "outsider" ? [] : [caller.name]);
    }
    expect(callers.map(({ name }) => name)).to.have.members([...Object.keys(ROLES), "ADMIN_ROLE", "outsider"]);
  });

  for (const call of CALLS) {
    const roles = allowed(call);
    const who = roles === "anyone" ? "everybody" : roles.join(", ") || "nobody";
    const variant = call.variant === undefined ? "" : ` ${call.variant}`;
    const after = call.isScheduled === true ? ", once scheduled" : "";
    it(`${call.contract}.${call.signature}${variant}: ${who}${after}`, async function () {
      const world = await loadWorld(call.world ?? "base");
      for (const caller of world.callers) {
        const actual = await outcome(call, world, caller);
        const wanted = expected(call, world, caller);
        if (wanted === "done" && call.isScheduled === true) {
          expect(actual, caller.name).to.have.property("name", "AccessManagerNotScheduled");
        } else {
          expect(actual, caller.name).to.deep.equal(wanted);
        }
      }
    });
  }
});
