// SPDX-License-Identifier: EUPL-1.2
import type { RestrictedContract } from "./deployments.ts";
import type { RoleName } from "./generated/roles.ts";

/**
 * Which role each restricted function asks for: what deployment writes into the access manager. Functions that are not
 * here can be called by anyone.
 */
export const FUNCTION_ROLES: Record<RestrictedContract, Record<string, RoleName>> = {
  RegionalToken: {
    announceRate: "COUNCIL",
    burn: "BURNER",
    collectDemurrage: "COLLECTOR",
    contribute: "CONTRIBUTOR",
    mint: "MINTER",
    mintBatch: "MINTER",
    setRateClass: "CLASSIFIER",
    withdrawRate: "COUNCIL",
  },
  MerchantRegistry: {
    approve: "REGISTRAR",
    correctDetails: "REGISTRAR",
    endStructure: "REGISTRAR",
    recordStructure: "REGISTRAR",
    refuse: "REGISTRAR",
    register: "REGISTRAR",
    reinstate: "REGISTRAR",
    suspend: "REGISTRAR",
  },
  Issuance: {
    approveRun: "APPROVER",
    attest: "TREASURER",
    close: "GUARDIAN",
    openProgramme: "COUNCIL",
    reopen: "COUNCIL",
  },
  Redemptions: {
    confirm: "TREASURER",
    refuse: "TREASURER",
    setFee: "COUNCIL",
    setMonthlyAllowance: "COUNCIL",
  },
};

/**
 * Functions that ask the access manager themselves, because the role depends on the programme's purpose: the first role
 * for bonuses, the second for every other purpose. `closeClaims` asks only until the deadline; after it anybody may.
 */
export const PURPOSE_ROLES: Record<"Issuance", Record<string, readonly [RoleName, RoleName]>> = {
  Issuance: {
    cancelClaim: ["BONUS_OFFICER", "REWARD_OFFICER"],
    cancelRun: ["BONUS_OFFICER", "REWARD_OFFICER"],
    closeClaims: ["BONUS_OFFICER", "REWARD_OFFICER"],
    openClaims: ["BONUS_OFFICER", "REWARD_OFFICER"],
    payChunk: ["BONUS_OFFICER", "REWARD_OFFICER"],
    proposeRun: ["BONUS_OFFICER", "REWARD_OFFICER"],
  },
};

/** Roles that contracts of the system hold, and which contract does. */
export const CONTRACT_ROLES: readonly { role: RoleName; holder: RestrictedContract }[] = [
  { role: "MINTER", holder: "Issuance" },
  { role: "BURNER", holder: "Issuance" },
  { role: "BURNER", holder: "Redemptions" },
  { role: "CONTRIBUTOR", holder: "Redemptions" },
  { role: "CLASSIFIER", holder: "MerchantRegistry" },
];

/** Roles by which currency comes into being: granting one takes the region's grant delay. */
export const MINTING_ROLES: readonly RoleName[] = ["MINTER", "BONUS_OFFICER", "REWARD_OFFICER", "APPROVER"];

/** Contracts of the system that keep money for others: their accounts do not melt, and that never changes. */
export const EXEMPT_CONTRACTS: readonly RestrictedContract[] = ["Issuance", "Redemptions"];
