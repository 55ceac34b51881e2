// SPDX-License-Identifier: EUPL-1.2

/** What a programme is for: the order of IIssuance.Purpose. */
export const PURPOSES = ["bonus", "reward", "subsidy", "voucherBacking"] as const;
export type Purpose = (typeof PURPOSES)[number];

/** The purposes that are paid from a list of people or structures. Voucher backing has no list: it pays the book. */
export const LIST_PURPOSES = ["bonus", "reward", "subsidy"] as const satisfies readonly Purpose[];
export type ListPurpose = (typeof LIST_PURPOSES)[number];

export function isListPurpose(value: unknown): value is ListPurpose {
  return (LIST_PURPOSES as readonly unknown[]).includes(value);
}
