// SPDX-License-Identifier: EUPL-1.2
// Written by `npm run generate` from the contracts. Do not edit.

/** Ids of the roles in a region's access manager. ADMIN_ROLE, 0, grants and revokes all the others. */
export const ROLES = {
  COUNCIL: 1n,
  TREASURER: 2n,
  BONUS_OFFICER: 3n,
  REWARD_OFFICER: 4n,
  APPROVER: 5n,
  REGISTRAR: 6n,
  REVIEWER: 7n,
  GUARDIAN: 8n,
  MINTER: 9n,
  CLASSIFIER: 10n,
  COLLECTOR: 11n,
  BURNER: 12n,
  CONTRIBUTOR: 13n,
} as const;

export type RoleName = keyof typeof ROLES;

export const ADMIN_ROLE = 0n;
