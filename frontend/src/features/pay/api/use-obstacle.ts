// SPDX-License-Identifier: EUPL-1.2
import { referenceNonce } from "@monnaie-commune/sdk/payments/authorisation";
import { useReadContract } from "wagmi";
import { useContracts } from "../../../lib/contracts.ts";
import type { Address } from "../../../lib/runtime-config.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { useShop } from "../../merchants/api/use-shops.ts";
import { obstacleTo, type Obstacle } from "../obstacle.ts";

type Question = { payee: Address; payer: Address | undefined; reference: string | undefined };

/** Whether this payer has used up the number of a reference: paid it, or cancelled its payment. */
function useIsPaid(payer: Address | undefined, reference: string | undefined): boolean {
  const { chainId } = useRuntime();
  const { token } = useContracts();
  const { data } = useReadContract({
    ...token,
    chainId,
    functionName: "authorizationState",
    ...(payer && reference !== undefined && { args: [payer, referenceNonce(reference)] }),
    query: { enabled: payer !== undefined && reference !== undefined },
  });
  return data === true;
}

/** Why this is not to be paid, if so; `paid` when this payer has paid this request. */
export function useObstacle({ payee, payer, reference }: Question): Obstacle | "paid" | undefined {
  const { contracts } = useRuntime().deployment;
  const { shop } = useShop(payee);
  const isPaid = useIsPaid(payer, reference);
  const till = contracts.RegionalToken.address;
  const all = Object.values(contracts).map(({ address }) => address);
  return obstacleTo({ payee, payer, till, contracts: all, status: shop?.status }) ?? (isPaid ? "paid" : undefined);
}
