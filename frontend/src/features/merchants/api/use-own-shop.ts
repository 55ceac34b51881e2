// SPDX-License-Identifier: EUPL-1.2
import { useIdentity } from "../../accounts/api/use-identity.ts";
import { useShop } from "./use-shops.ts";

/** The connected account's own entry in the register; `own` undefined when it has none. */
export function useOwnShop() {
  const identity = useIdentity();
  const address = identity.status === "connected" ? identity.address : undefined;
  const { shop: own, ...query } = useShop(address);
  return { ...query, status: identity.status, address, own };
}
