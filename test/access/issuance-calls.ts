// SPDX-License-Identifier: EUPL-1.2
import { id } from "ethers";
import { cancelArgs, claimArgs, sheetArgs } from "../helpers/claims.ts";
import { chunkArgs } from "../helpers/runs.ts";
import type { MatrixCall } from "./matrix-call.ts";
import { claimRunOf, somebody } from "./matrix-world.ts";
import { roleId, type TableRole } from "./roles-table.ts";

const contract = "Issuance";
const OPEN_SHEET = 1n;
const OPEN_CLAIM = 128;

/** The calls of the officer of a purpose, in the world's programme of that purpose. */
function officerCalls(variant: string, role: TableRole, programmeId: bigint): MatrixCall[] {
  const approvedRun = 2n * programmeId;
  const claimRun = claimRunOf(programmeId);
  const common: Pick<MatrixCall, "contract" | "variant" | "who" | "refusal"> = {
    contract,
    variant,
    who: [role],
    refusal: (_world, caller) => ({ name: "RunUnauthorizedOfficer", args: [caller.address, roleId(role)] }),
  };
  return [
    {
      ...common,
      signature: "proposeRun(uint256,bytes32,bytes32,uint32,uint128)",
      args: ({ run }) => [programmeId, run.tree.root, run.planHash, run.paymentCount, run.total],
    },
    { ...common, signature: "cancelRun(uint256)", args: () => [approvedRun] },
    {
      ...common,
      signature: "payChunk(uint256,uint256,(address,uint256)[],bytes32[])",
      args({ run }) {
        const [runId, chunkIndex, payments, proof] = chunkArgs(approvedRun, run, 0);
        return [runId, chunkIndex, payments.map(({ payee, amount }) => [payee, amount]), proof];
      },
    },
    {
      ...common,
      signature: "openClaims(uint256,uint256,(bytes32,uint256,uint256,uint256),bytes32[])",
      args: ({ claims }) => sheetArgs(claimRun, claims, 0),
    },
    {
      ...common,
      signature: "cancelClaim(uint256,uint256,address,uint256,bytes32[])",
      args: ({ claims }) => cancelArgs(claimRun, claims, OPEN_CLAIM),
    },
    {
      ...common,
      signature: "closeClaims(uint256,uint256)",
      variant: `${variant}, before the deadline`,
      args: () => [claimRun, OPEN_SHEET],
    },
    {
      contract,
      signature: "closeClaims(uint256,uint256)",
      variant: `${variant}, after the deadline`,
      world: "expired",
      who: "anyone",
      args: () => [claimRun, OPEN_SHEET],
    },
  ];
}

export const ISSUANCE_CALLS: readonly MatrixCall[] = [
  ...officerCalls("of a bonus programme", "BONUS_OFFICER", 1n),
  ...officerCalls("of a reward programme", "REWARD_OFFICER", 2n),
  {
    contract,
    signature: "openProgramme(uint8,uint256,uint64,uint64,bytes32)",
    who: "table",
    args: () => [0n, 1n, 0n, 2n ** 48n, id("decision")],
  },
  { contract, signature: "attest(uint256,uint256,bytes32)", who: "table", args: () => [1n, 1n, id("another order")] },
  { contract, signature: "approveRun(uint256)", who: "table", args: () => [1n] },
  {
    contract,
    signature: "claim(uint256,uint256,uint256,address,bytes32,bytes32,bytes32[])",
    who: "anyone",
    args: async ({ issuance, claims }) =>
      await claimArgs(issuance, claimRunOf(1n), claims, OPEN_CLAIM, { address: somebody("payee") }),
  },
  {
    contract,
    signature: "claim(uint256,uint256,uint256,address,bytes32,bytes32,bytes32[])",
    variant: "to oneself, of a key that named somebody else",
    who: [],
    async args({ issuance, claims }, caller) {
      const payee = { address: somebody("payee") };
      const signed = await claimArgs(issuance, claimRunOf(1n), claims, OPEN_CLAIM, payee);
      return signed.map((value) => (value === payee.address ? caller.address : value));
    },
    refusal: () => ({ name: "ClaimNotInRun", args: [claimRunOf(1n), BigInt(OPEN_CLAIM)] }),
  },
  { contract, signature: "close()", who: "table", args: () => [] },
  { contract, signature: "reopen()", who: "table", world: "closed", args: () => [] },
  { contract, signature: "setAuthority(address)", who: [], args: ({ manager }) => [manager.target] },
];
