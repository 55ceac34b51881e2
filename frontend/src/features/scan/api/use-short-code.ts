// SPDX-License-Identifier: EUPL-1.2
import { readAddress, requestCode, requestLink, type PaymentRequest } from "@monnaie-commune/sdk/payments/request";
import { parseShortCode, shopCode, type ShortCodeProblem } from "@monnaie-commune/sdk/payments/short-code";
import { askRelay } from "../../../lib/relay/client.ts";
import { RelayError } from "../../../lib/relay-error.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { useShops } from "../../merchants/api/use-shops.ts";
import { readPaymentLink, type PaymentLink } from "../../pay/payment-link.ts";

export type CodeProblem = ShortCodeProblem | "unknownShop" | "shops" | "unknownRequest" | "noRelay" | "unreachable";

export type CodeAnswer = { link: PaymentLink } | { problem: CodeProblem } | { altered: true };

const NO_SUCH = new Set(["noSuchRequest", "notFound"]);

/** The request in the relay's answer, as far as it is one. */
function requestIn(answer: Record<string, unknown>): PaymentRequest | undefined {
  const payee = readAddress(answer.payee);
  const token = readAddress(answer.token);
  const { cents, label, reference, expires, chainId } = answer;
  if (payee === undefined || token === undefined || !Number.isSafeInteger(chainId)) return undefined;
  return {
    payee,
    ...(typeof cents === "string" && /^[0-9]{1,25}$/u.test(cents) && { cents: BigInt(cents) }),
    ...(typeof label === "string" && { label }),
    ...(typeof reference === "string" && { reference }),
    ...(Number.isSafeInteger(expires) && { expires: Number(expires) }),
    chainId: Number(chainId),
    token,
  };
}

/** Finds what a typed code stands for: a shop among those of the register, a request with the relay. */
export function useShortCode(): (text: string) => Promise<CodeAnswer> {
  const { relayUrl } = useRuntime();
  const { data: shops, refetch } = useShops();

  async function shopOf(code: string): Promise<CodeAnswer> {
    const all = shops ?? (await refetch()).data;
    if (all === undefined) return { problem: "shops" };
    const here = all.filter(({ address, status }) => status !== "applied" && shopCode(address) === code);
    // Of two with the same code, neither: the payer would have to guess.
    const [shop] = here;
    return shop && here.length === 1 ? { link: { a: shop.address } } : { problem: "unknownShop" };
  }

  /** The code comes from the request itself: a relay that answers with another one is found out. */
  async function requestOf(code: string): Promise<CodeAnswer> {
    if (relayUrl === undefined) return { problem: "noRelay" };
    try {
      const request = requestIn(await askRelay(new URL(`/v1/requests/${code}`, relayUrl)));
      if (request === undefined || requestCode(request) !== code) return { altered: true };
      const { searchParams } = new URL(requestLink(location.origin, request));
      return { link: readPaymentLink(Object.fromEntries(searchParams)) };
    } catch (error) {
      const isUnknown = error instanceof RelayError && NO_SUCH.has(error.code);
      return { problem: isUnknown ? "unknownRequest" : "unreachable" };
    }
  }

  return async (text) => {
    const parsed = parseShortCode(text);
    if (!parsed.ok) return { problem: parsed.problem };
    return parsed.kind === "shop" ? shopOf(parsed.code) : requestOf(parsed.code);
  };
}
