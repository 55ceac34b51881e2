// SPDX-License-Identifier: EUPL-1.2
import { AccessManagerAbi } from "@monnaie-commune/sdk/generated/abis";
import { ROLES } from "@monnaie-commune/sdk/generated/roles";
import type { RolePeriod } from "@monnaie-commune/sdk/ledger/role-periods";
import { encodeAbiParameters, encodeEventTopics, getAddress, type Hex } from "viem";
import { describe, expect, it } from "vitest";
import { heldRoles } from "../../lib/held-roles.ts";
import { readAuditLink } from "./audit-link.ts";
import { rolesHeld } from "./audit.ts";
const ANA = getAddress(`0x${"a1".repeat(20)}`);
const BEN = getAddress(`0x${"b2".repeat(20)}`);

let logIndex = 0;
const place = () => ({ address: ANA, block: 1, logIndex: logIndex++, tx: "0x" as Hex });

function granted(roleId: bigint, account: Hex) {
  const [signature, ...indexed] = encodeEventTopics({
    abi: AccessManagerAbi,
    eventName: "RoleGranted",
    args: { roleId, account },
  });
  const types = [{ type: "uint32" }, { type: "uint48" }, { type: "bool" }] as const;
  return { ...place(), topics: [signature, ...indexed] as Hex[], data: encodeAbiParameters(types, [0, 1, true]) };
}

function revoked(roleId: bigint, account: Hex) {
  const topics = encodeEventTopics({ abi: AccessManagerAbi, eventName: "RoleRevoked", args: { roleId, account } });
  return { ...place(), topics: topics as Hex[], data: "0x" as Hex };
}

describe("heldRoles", () => {
  it("plays grants and revocations in the order of the chain", () => {
    const { TREASURER } = ROLES;
    const roles = heldRoles([granted(TREASURER, ANA), granted(TREASURER, BEN), revoked(TREASURER, ANA)]);
    expect(roles.find(({ name }) => name === "TREASURER")?.holders).toEqual([BEN]);
  });

  it("lists roles that nobody holds", () => {
    expect(heldRoles([]).every(({ holders }) => holders.length === 0)).toBe(true);
    expect(heldRoles([])).toHaveLength(Object.keys(ROLES).length + 1);
  });
});

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
