// SPDX-License-Identifier: EUPL-1.2
import { afterEach, describe, expect, it, vi } from "vitest";
import { problemOf } from "../errors.ts";
import { follow, type RelayState, submit } from "./client.ts";

const RELAY = "https://relay.example/";
const HASH = `0x${"ab".repeat(32)}`;
const BODY = { payee: "0xBcd4042DE499D14e55001CcbB24a551F3b954096", value: "1250" };

const reply = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

const answers = (...replies: Response[]) => {
  const fetched = vi.fn<typeof fetch>();
  for (const each of replies) fetched.mockResolvedValueOnce(each);
  vi.stubGlobal("fetch", fetched);
  return fetched;
};
const problem = async (asked: Promise<unknown>) => problemOf(await asked.catch((error: unknown) => error));

/** The relay's messages as the browser gets them; `fails` is a connection that does not come about, or breaks. */
class Messages extends EventTarget {
  static latest: Messages;
  isClosed = false;
  readonly url: URL;
  constructor(url: URL) {
    super();
    this.url = url;
    Messages.latest = this;
  }
  close() {
    this.isClosed = true;
  }
  says(state: unknown) {
    this.dispatchEvent(new MessageEvent("message", { data: JSON.stringify(state) }));
  }
  fails() {
    this.dispatchEvent(new Event("error"));
  }
}

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("submit", () => {
  it("sends what was signed, and nothing that says who asks", async () => {
    const fetched = answers(reply({ id: "0a1b", state: "received" }, 202));
    expect(await submit(RELAY, "payments", BODY)).toEqual({ id: "0a1b" });
    const [url, init] = fetched.mock.calls[0] ?? [];
    expect(url instanceof URL && url.href).toBe("https://relay.example/v1/payments");
    expect(init).toMatchObject({ method: "POST", credentials: "omit", referrerPolicy: "no-referrer" });
    expect(JSON.parse(typeof init?.body === "string" ? init.body : "")).toEqual(BODY);
  });

  it("gives the relay's own reasons by their code, with how long to wait in minutes", async () => {
    answers(reply({ code: "budget", message: { fr: "…", en: "…" } }, 503));
    expect(await problem(submit(RELAY, "claims", BODY))).toEqual({ kind: "relay", code: "budget" });
    answers(reply({ code: "quota", retryAfter: 61 }, 429));
    expect(await problem(submit(RELAY, "claims", BODY))).toEqual({ kind: "relay", code: "quota", minutes: 2 });
  });

  it("gives what the contract would say as the contract's error, with amounts as numbers", async () => {
    answers(reply({ code: "ERC20InsufficientBalance", message: {}, balance: "100", needed: "1250" }, 422));
    expect(await problem(submit(RELAY, "payments", BODY))).toEqual({
      kind: "contract",
      name: "ERC20InsufficientBalance",
      args: { balance: 100n, needed: 1250n },
    });
    answers(reply({ code: "ClaimInvalidPayee" }, 422));
    const args = { payee: BODY.payee };
    expect(await problem(submit(RELAY, "claims", BODY, args))).toEqual({
      kind: "contract",
      name: "ClaimInvalidPayee",
      args,
    });
  });

  it("takes silence, garbage and a missing number for a relay that does not answer", async () => {
    const unreachable = { kind: "relay", code: "unreachable" };
    vi.stubGlobal("fetch", vi.fn<typeof fetch>().mockRejectedValue(new TypeError("Failed to fetch")));
    expect(await problem(submit(RELAY, "payments", BODY))).toEqual(unreachable);
    answers(new Response("<html>"));
    expect(await problem(submit(RELAY, "payments", BODY))).toEqual(unreachable);
    answers(reply({ id: "../health" }));
    expect(await problem(submit(RELAY, "payments", BODY))).toEqual(unreachable);
    answers(reply("busy", 503));
    expect(await problem(submit(RELAY, "payments", BODY))).toEqual(unreachable);
  });
});

describe("follow", () => {
  const heard = () => {
    const states: RelayState[] = [];
    const over = new AbortController();
    const end = follow(RELAY, "payments", "0a", (state) => states.push(state), over.signal);
    return { states, over, end };
  };

  it("hears every state by the relay's messages, until the last", async () => {
    vi.stubGlobal("EventSource", Messages);
    const fetched = answers();
    const { states, end } = heard();
    expect(Messages.latest.url.href).toBe("https://relay.example/v1/payments/0a/events");
    const told = [{ state: "received" }, { state: "sent", hash: HASH }, { state: "confirmed", hash: HASH }];
    for (const state of told) Messages.latest.says({ id: "0a", block: 7, ...state });
    await end;
    expect(states).toEqual(told);
    expect(Messages.latest.isClosed).toBe(true);
    expect(fetched).not.toHaveBeenCalled();
  });

  it("asks again and again where messages do not come through, whatever the relay answers in between", async () => {
    vi.useFakeTimers();
    vi.stubGlobal("EventSource", Messages);
    answers(reply({ state: "received" }), reply({}, 500), new Response("<html>"), reply({ state: "expired" }));
    const { states, end } = heard();
    Messages.latest.says({ state: "received" });
    Messages.latest.fails();
    await vi.advanceTimersByTimeAsync(10_000);
    await end;
    expect(states).toEqual([{ state: "received" }, { state: "received" }, { state: "expired" }]);
  });

  it("asks where the browser knows no messages, and gives the cause of a refusal", async () => {
    vi.stubGlobal("EventSource", undefined);
    answers(reply({ state: "refused", cause: { code: "ERC3009UsedAuthorization", nonce: HASH } }));
    const { states, end } = heard();
    await end;
    const [state] = states;
    expect(state?.state === "refused" && problemOf(state.error)).toMatchObject({ name: "ERC3009UsedAuthorization" });
  });

  it("passes over what is no state", async () => {
    vi.stubGlobal("EventSource", Messages);
    const { states, over, end } = heard();
    for (const state of ["x", null, {}, { state: "sent" }, { state: "sent", hash: "0x12" }])
      Messages.latest.says(state);
    Messages.latest.dispatchEvent(new MessageEvent("message", { data: "{" }));
    over.abort();
    await end;
    expect(states).toEqual([]);
  });

  it("ends when nobody waits any more", async () => {
    vi.stubGlobal("EventSource", Messages);
    const { over, end } = heard();
    over.abort();
    await end;
    expect(Messages.latest.isClosed).toBe(true);
  });
});
