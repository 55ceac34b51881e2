// SPDX-License-Identifier: EUPL-1.2
import { ROLES } from "@monnaie-commune/sdk/generated/roles";
import type { RolePeriod } from "@monnaie-commune/sdk/ledger/role-periods";
import { getAddress } from "viem";
import { describe, expect, it } from "vitest";
import { readAuditLink } from "./audit-link.ts";
import { rolesHeld } from "./audit.ts";

const ANA = getAddress(`0x${"a1".repeat(20)}`);
const BEN = getAddress(`0x${"b2".repeat(20)}`);

describe("rolesHeld", () => {
  it("names those whose role was not taken away, for every role there is", () => {
    const given = { day: 1, block: 1, logIndex: 0, tx: "0x" } as const;
    const period = { roleId: ROLES.TREASURER, since: 0, executionDelay: 0, given };
    const periods: RolePeriod[] = [
      { ...period, account: ANA, taken: { ...given, block: 2 } },
      { ...period, account: BEN },
    ];
    const roles = rolesHeld(periods);
    expect(roles).toHaveLength(Object.keys(ROLES).length + 1);
    expect(roles.filter(({ holders }) => holders.length > 0)).toEqual([
      { name: "TREASURER", roleId: ROLES.TREASURER, holders: [BEN] },
    ]);
  });
});

describe("readAuditLink", () => {
  it("takes the number of a block, and nothing else", () => {
    expect(readAuditLink({ bloc: "120" })).toEqual({ bloc: "120" });
    expect(readAuditLink({ bloc: "-1" })).toEqual({});
    expect(readAuditLink({ bloc: 12 })).toEqual({});
  });
});
