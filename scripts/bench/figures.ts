// SPDX-License-Identifier: EUPL-1.2

/** What one operation costs, in gas of its receipt (21,000 and calldata included) unless the title says otherwise. */
export type GasFigure = {
  /** Key in the snapshot: `Contract.function_case`. */
  name: string;
  title: string;
  gas: number;
  /** The most it is meant to cost. */
  target?: number;
  /** The same operation on OpenZeppelin's and Solady's plain tokens. */
  openZeppelin?: number;
  solady?: number;
  /** The figure is how many fit, not gas: the target is the least. */
  isCount?: boolean;
  /** Why a target is missed, or what is measured. */
  note?: string;
};

/** The gas limit of one transaction since EIP-7825. */
export const TRANSACTION_GAS_LIMIT = 16_777_216;
