// SPDX-License-Identifier: EUPL-1.2
import type { SignedClaim } from "@monnaie-commune/sdk/claims/signed";
import { afterEach, describe, expect, it, vi } from "vitest";
import { problemOf } from "../../../lib/errors.ts";
import { relayState, submitClaim } from "./relay-client.ts";

const RELAY = "https://relay.example/";
const WORD = `0x${"ab".repeat(32)}` as const;
const CLAIM: SignedClaim = {
  chainId: 31337,
  issuance: "0x4444444444444444444444444444444444444444",
  runId: "12",
  claimNumber: 3,
  amount: "10000",
  payee: "0xBcd4042DE499D14e55001CcbB24a551F3b954096",
  r: WORD,
  vs: WORD,
  proof: [WORD],
};

const answers = (body: unknown, status = 200) => {
  const fetched = vi.fn<typeof fetch>().mockResolvedValue(new Response(JSON.stringify(body), { status }));
  vi.stubGlobal("fetch", fetched);
  return fetched;
};
const problem = async (asked: Promise<unknown>) => problemOf(await asked.catch((error: unknown) => error));

afterEach(() => vi.unstubAllGlobals());

describe("the relay's client", () => {
  it("sends the claim and nothing that says who asks", async () => {
    const fetched = answers({ id: "0a1b", state: "received" }, 202);
    expect(await submitClaim(RELAY, CLAIM)).toEqual({ id: "0a1b" });
    const [url, init] = fetched.mock.calls[0] ?? [];
    expect(url instanceof URL && url.href).toBe("https://relay.example/v1/claims");
    expect(init).toMatchObject({ method: "POST", credentials: "omit", referrerPolicy: "no-referrer" });
    expect(JSON.parse(typeof init?.body === "string" ? init.body : "")).toEqual(CLAIM);
  });

  it("says where a claim stands", async () => {
    answers({ id: "0a", state: "sent", hash: WORD });
    expect(await relayState(RELAY, "0a", CLAIM)).toEqual({ state: "sent", hash: WORD });
    answers({ id: "0a", state: "confirmed", hash: WORD, block: 7 });
    expect(await relayState(RELAY, "0a", CLAIM)).toEqual({ state: "confirmed" });
  });

  it("gives the relay's own reasons by their code", async () => {
    answers({ code: "budget", message: { fr: "…", en: "…" } }, 503);
    expect(await problem(submitClaim(RELAY, CLAIM))).toEqual({ kind: "relay", code: "budget" });
  });

  it("gives what the contract would say as the contract's error, with the account it is about", async () => {
    answers({ code: "ClaimInvalidPayee" }, 422);
    const args = { payee: CLAIM.payee };
    expect(await problem(submitClaim(RELAY, CLAIM))).toEqual({ kind: "contract", name: "ClaimInvalidPayee", args });
    answers({ id: "0a", state: "refused", cause: { code: "ClaimExpired" } });
    expect(await problem(relayState(RELAY, "0a", CLAIM))).toMatchObject({ kind: "contract", name: "ClaimExpired" });
  });

  it("takes silence, garbage and a missing number for a relay that does not answer", async () => {
    vi.stubGlobal("fetch", vi.fn<typeof fetch>().mockRejectedValue(new TypeError("Failed to fetch")));
    expect(await problem(submitClaim(RELAY, CLAIM))).toEqual({ kind: "relay", code: "unreachable" });
    vi.stubGlobal("fetch", vi.fn<typeof fetch>().mockResolvedValue(new Response("<html>")));
    expect(await problem(submitClaim(RELAY, CLAIM))).toEqual({ kind: "relay", code: "unreachable" });
    answers({ id: "../health" });
    expect(await problem(submitClaim(RELAY, CLAIM))).toEqual({ kind: "relay", code: "unreachable" });
  });
});
