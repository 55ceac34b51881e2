// SPDX-License-Identifier: EUPL-1.2

/** Claims on one sheet, as the contract has it: their marks fill half a slot. */
export const CLAIMS_PER_SHEET = 128;
