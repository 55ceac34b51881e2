// SPDX-License-Identifier: EUPL-1.2
import type { PaymentRequest } from "@monnaie-commune/sdk/payments/request";
import type { Address } from "../../lib/runtime-config.ts";

/** What is about to be paid; `code` is the one the till shows beside it, where a till asked for it. */
export type Payment = Omit<PaymentRequest, "cents" | "chainId" | "token"> & {
  payer: Address;
  cents: bigint;
  code?: string;
};
