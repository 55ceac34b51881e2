// SPDX-License-Identifier: EUPL-1.2
import type { Address } from "../../lib/runtime-config.ts";
import { isSameAddress } from "../../lib/short-address.ts";
import type { ShopStatus } from "../merchants/shop.ts";

/**
 * Why an account is not to be paid: one's own, the till of the commons, one of the system's contracts, from which nobody
 * could get it back, or a shop that the region has suspended.
 */
export type Obstacle = "self" | "till" | "contract" | "suspended";

type Question = {
  payee: Address;
  payer: Address | undefined;
  till: Address;
  contracts: readonly Address[];
  status: ShopStatus | undefined;
};

const NOBODY = "0x0000000000000000000000000000000000000000";

export function obstacleTo({ payee, payer, till, contracts, status }: Question): Obstacle | undefined {
  if (isSameAddress(payee, till)) return "till";
  if ([NOBODY, ...contracts].some((contract) => isSameAddress(payee, contract))) return "contract";
  if (status === "suspended") return "suspended";
  return isSameAddress(payee, payer) ? "self" : undefined;
}
