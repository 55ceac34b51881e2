// SPDX-License-Identifier: EUPL-1.2
import { id } from "ethers";
import { chunkArgs } from "../helpers/runs.ts";
import type { MatrixCall } from "./matrix-call.ts";
import { roleId, type TableRole } from "./roles-table.ts";

const contract = "Issuance";

/** The calls of the officer of a purpose, in the world's programme of that purpose. */
function officerCalls(variant: string, role: TableRole, programmeId: bigint): MatrixCall[] {
  const approvedRun = 2n * programmeId;
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
  { contract, signature: "close()", who: "table", args: () => [] },
  { contract, signature: "reopen()", who: "table", world: "closed", args: () => [] },
  { contract, signature: "setAuthority(address)", who: [], args: ({ manager }) => [manager.target] },
];
