// SPDX-License-Identifier: EUPL-1.2
import { isPayable, type PaymentRequest, problemOf, readAddress, type Here, type RequestProblem } from "./request.ts";

/**
 * `notOne`: the text is no `ethereum:` link; `coin`: it asks for the network's own coin; `other`: for something else than a
 * payment; `name`: the account is written as a name.
 */
export type Eip681Problem =
  | RequestProblem
  | { kind: "notOne" }
  | { kind: "coin" }
  | { kind: "other" }
  | { kind: "name" }
  | { kind: "malformedPart"; part: "account" | "amount" | "network" };

export type ReadEip681 = { ok: true; request: PaymentRequest } | { ok: false; problem: Eip681Problem };

const SCHEME = /^ethereum:(?:pay-)?(.*)$/isu;
const PARTS = /^(?<target>[^@/?]+)(?:@(?<chain>[^/?]*))?(?:\/(?<action>[^?]*))?(?:\?(?<query>.*))?$/su;
/** EIP-681 writes numbers with decimals and exponents: 12.5e2 is 1250. */
const NUMBER = /^\+?(?<whole>[0-9]*)(?:\.(?<fraction>[0-9]+))?(?:[eE](?<exponent>[0-9]{1,3}))?$/u;
const LONGEST_NUMBER = 80;

/** The request as other wallets read it; it has no place for label, reference and expiry. */
export function eip681Uri({ payee, cents, chainId, token }: PaymentRequest): string {
  const amount = cents === undefined ? "" : `&uint256=${cents}`;
  return `ethereum:${token}@${chainId}/transfer?address=${payee}${amount}`;
}

/** Reads an `ethereum:` link that asks for the currency of a place, or is no more than somebody's account. */
export function readEip681(text: string, here: Here): ReadEip681 {
  const no = (problem: Eip681Problem): ReadEip681 => ({ ok: false, problem });
  const rest = SCHEME.exec(text.trim())?.[1];
  if (rest === undefined) return no({ kind: "notOne" });
  const { target = "", chain, action, query = "" } = PARTS.exec(rest)?.groups ?? {};
  const account = readAddress(target);
  if (account === undefined) return no(isName(target) ? { kind: "name" } : { kind: "malformedPart", part: "account" });
  const chainId = chain === undefined ? here.chainId : /^[1-9][0-9]{0,14}$/u.test(chain) ? Number(chain) : undefined;
  if (chainId === undefined) return no({ kind: "malformedPart", part: "network" });
  const parameters = new URLSearchParams(query);
  const isRepeated = new Set(parameters.keys()).size !== parameters.size;
  if (isRepeated) return no({ kind: "other" });
  if (parameters.has("value")) return no({ kind: "coin" });
  if (action === undefined || action === "") return finish({ payee: account, chainId, token: here.token });
  if (action !== "transfer") return no({ kind: "other" });
  const payee = readAddress(parameters.get("address"));
  if (payee === undefined) {
    return no(isName(parameters.get("address") ?? "") ? { kind: "name" } : { kind: "malformedPart", part: "account" });
  }
  const amount = parameters.get("uint256");
  const cents = amount === null ? undefined : readNumber(amount);
  if (amount !== null && (cents === undefined || !isPayable(cents))) {
    return no({ kind: "malformedPart", part: "amount" });
  }
  return finish({ payee, ...(cents !== undefined && { cents }), chainId, token: account });

  function finish(request: PaymentRequest): ReadEip681 {
    const problem = problemOf(request, here);
    return problem ? no(problem) : { ok: true, request };
  }
}

/** A whole number of base units, exactly; undefined for half a cent and for anything that is no number. */
function readNumber(text: string): bigint | undefined {
  if (text.length > LONGEST_NUMBER) return undefined;
  const { whole = "", fraction = "", exponent = "0" } = NUMBER.exec(text)?.groups ?? {};
  if (whole === "" && fraction === "") return undefined;
  const places = Number(exponent) - fraction.length;
  if (places > LONGEST_NUMBER) return undefined;
  const digits = BigInt(whole + fraction);
  if (places >= 0) return digits * 10n ** BigInt(places);
  const unit = 10n ** BigInt(-places);
  return digits % unit === 0n ? digits / unit : undefined;
}

function isName(text: string): boolean {
  return /^[^\s.]+(?:\.[^\s.]+)+$/u.test(text);
}
