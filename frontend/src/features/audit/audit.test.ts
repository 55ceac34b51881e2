// SPDX-License-Identifier: EUPL-1.2
import { AccessManagerAbi } from "@monnaie-commune/sdk/generated/abis";
import { ROLES } from "@monnaie-commune/sdk/generated/roles";
import { encodeAbiParameters, encodeEventTopics, getAddress, type Hex } from "viem";
import { describe, expect, it } from "vitest";
import { allChecks, type Figures, type Programme } from "./audit.ts";
import { heldRoles } from "../../lib/held-roles.ts";

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

const PROGRAMME: Programme = {
  programmeId: 1n,
  purpose: 0,
  opensAt: 0n,
  closesAt: 1n,
  budget: 300n,
  attested: 200n,
  committed: 150n,
  issued: 100n,
  decisionHash: "0x",
};

function figures(programme: Partial<Programme>, confirmedHolders = 0): Figures {
  const programmes = [{ ...PROGRAMME, ...programme }];
  const rest = { rates: [], rateCeilingBps: 0, today: 0, isIssuingClosed: false, confirmedHolders };
  return { totalSupply: 0n, cap: 0n, till: 0n, redeemed: 0n, waitingForEuros: 0n, programmes, ...rest };
}

const wrong = (given: Figures, holders: Hex[] = []) =>
  allChecks([], given, [{ roleId: 1n, name: "COUNCIL", holders }])
    .filter(({ holds }) => !holds)
    .map(({ key }) => key);

describe("allChecks", () => {
  it("holds while issued ≤ committed ≤ attested ≤ budget", () => {
    expect(wrong(figures({}))).toEqual([]);
  });

  it("names the limit that is passed", () => {
    expect(wrong(figures({ issued: 151n }))).toEqual(["issuedWithinCommitted"]);
    expect(wrong(figures({ committed: 201n }))).toEqual(["committedWithinAttested"]);
    expect(wrong(figures({ attested: 301n }))).toEqual(["attestedWithinBudget"]);
  });

  it("differs when the manager does not confirm a holder the events name", () => {
    expect(wrong(figures({}, 1), [ANA, BEN])).toEqual(["rolesConfirmed"]);
  });
});
