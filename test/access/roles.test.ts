// SPDX-License-Identifier: EUPL-1.2
import { expect } from "chai";
import { ROLES } from "@monnaie-commune/sdk/generated/roles";
import { CONTRACT_ROLES } from "@monnaie-commune/sdk/permissions";
import { deployedRegion, loadFixture } from "../helpers/fixtures.ts";
import { roleId, tableRoles } from "./roles-table.ts";

describe("Roles on the chain", function () {
  it("carry their names as labels", async function () {
    const { manager } = await loadFixture(deployedRegion);
    const events = await manager.queryFilter(manager.filters.RoleLabel());
    const labels = events.map(({ args }) => [args.label, args.roleId]);
    expect(Object.fromEntries(labels)).to.deep.equal(ROLES);
  });

  it("leave those of the contracts to the contracts, and none to the deployer", async function () {
    const { manager, token, registry, issuance, redemptions, deployer } = await loadFixture(deployedRegion);
    const contracts = {
      RegionalToken: token,
      MerchantRegistry: registry,
      Issuance: issuance,
      Redemptions: redemptions,
    };
    for (const role of ["MINTER", "BURNER", "CONTRIBUTOR", "CLASSIFIER", "COLLECTOR"] as const) {
      const granted = await manager.queryFilter(manager.filters.RoleGranted(roleId(role)));
      const holders = CONTRACT_ROLES.filter((entry) => entry.role === role).map(
        ({ holder }) => contracts[holder].target,
      );
      expect(granted.map(({ args }) => args.account)).to.deep.equal(holders);
    }
    for (const role of tableRoles()) {
      expect((await manager.hasRole(roleId(role), deployer)).isMember).to.equal(false);
    }
  });
});
