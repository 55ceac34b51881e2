// SPDX-License-Identifier: EUPL-1.2
import { readRequestLink, type ReadRequest } from "@monnaie-commune/sdk/payments/request";
import { useState } from "react";
import { useContracts } from "../../lib/contracts.ts";
import { useRuntime } from "../../lib/runtime-context.ts";
import type { PaymentLink } from "./payment-link.ts";

/** What the address of the page asks for; undefined when it asks for nothing. */
export function useRequest(link: PaymentLink): ReadRequest | undefined {
  const { chainId } = useRuntime();
  const { token } = useContracts();
  // Of the moment it was opened: what runs out while one reads it is said when one signs.
  const [now] = useState(() => Math.floor(Date.now() / 1000));
  if (Object.keys(link).length === 0) return undefined;
  return readRequestLink(link, { chainId, token: token.address, now });
}
