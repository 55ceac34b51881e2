// SPDX-License-Identifier: EUPL-1.2
import type { PaymentRequest } from "@monnaie-commune/sdk/payments/request";
import { useQuery } from "@tanstack/react-query";
import { useRuntime } from "../../../lib/runtime-context.ts";

const TIMEOUT_MS = 5_000;

async function post(relayUrl: string, { cents, ...request }: PaymentRequest): Promise<boolean> {
  const response = await fetch(new URL("/v1/requests", relayUrl), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ...request, cents: cents?.toString() }),
    credentials: "omit",
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) throw new Error(`The relay answered ${response.status}`);
  return true;
}

/** Leaves a request with the relay, so that its short code can be typed; true once it is there. */
export function usePostRequest(request: PaymentRequest): boolean {
  const { relayUrl } = useRuntime();
  const { data = false } = useQuery({
    queryKey: ["till", "posted", relayUrl, request.reference],
    queryFn: () => post(relayUrl!, request),
    enabled: relayUrl !== undefined,
    staleTime: Infinity,
  });
  return data;
}
