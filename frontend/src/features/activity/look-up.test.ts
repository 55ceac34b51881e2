// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from "vitest";
import type { ActivityEntry } from "../../lib/activity/activity.ts";
import { lookUp, type ChainView, type RelayAnswer, type Written } from "./look-up.ts";
import { retryPath } from "./retry-path.ts";

const BEGUN = 1_795_000_000;
const ME = "0xBcd4042DE499D14e55001CcbB24a551F3b954096";
const SHOP = "0x71bE63f3384f5fb98995898A86B02Fb2426c5788";
const HASH = "0x0a";
const WRITTEN: Written = { hash: HASH, isRefused: false, at: BEGUN + 5, transfers: [{ to: SHOP, cents: 1250n }] };

const entry = (more: Partial<ActivityEntry>): ActivityEntry => ({
  id: "a",
  kind: "payment",
  account: ME,
  payee: SHOP,
  cents: 1250n,
  begun: BEGUN,
  stage: "pending",
  ...more,
});

function chain(more: Partial<ChainView> = {}): ChainView {
  return {
    written: async () => undefined,
    waiting: async () => undefined,
    count: async () => 0,
    usedBy: async () => undefined,
    ...more,
  };
}

function look(of: ActivityEntry, view: Partial<ChainView>, answer: RelayAnswer = { state: "unknown" }, after = 10) {
  return lookUp(of, chain(view), async () => answer, BEGUN + after);
}

describe("looking up a transaction of the wallet", () => {
  const sent = entry({ stage: "sent", hash: HASH });

  it("finds it written, or refused", async () => {
    expect(await look(sent, { written: async () => WRITTEN })).toMatchObject({ stage: "confirmed", at: BEGUN + 5 });
    const refused = async () => ({ ...WRITTEN, isRefused: true });
    expect(await look(sent, { written: refused })).toMatchObject({ stage: "failed" });
  });

  it("remembers its number while it waits, and sees by it that another took its place", async () => {
    const waiting = async () => ({ from: ME, nonce: 7 }) as const;
    expect(await look(sent, { waiting })).toEqual({ nonce: 7, account: ME });
    expect(await look({ ...sent, nonce: 7 }, { count: async () => 7 })).toEqual({});
    expect(await look({ ...sent, nonce: 7 }, { count: async () => 8 })).toEqual({ stage: "replaced" });
  });

  it("does not call replaced what was written between two questions", async () => {
    let asked = 0;
    const written = async () => (asked++ === 0 ? undefined : WRITTEN);
    const found = await look({ ...sent, nonce: 7 }, { written, count: async () => 8 });
    expect(found).toMatchObject({ stage: "confirmed" });
  });

  it("gives up what the node has not known for ten minutes", async () => {
    expect(await look(sent, {}, undefined, 590)).toEqual({});
    expect(await look(sent, {}, undefined, 610)).toEqual({ stage: "dropped" });
  });
});

describe("looking up what the relay sends", () => {
  const relayed = entry({ relay: { kind: "payments", id: "1", nonce: "0x01", validBefore: BEGUN + 600 } });

  it("believes the chain alone that it is paid", async () => {
    const said = { state: "confirmed", hash: HASH } as const;
    expect(await look(relayed, {}, said)).toEqual({ stage: "sent", hash: HASH });
    expect(await look(relayed, { written: async () => WRITTEN }, said)).toMatchObject({ stage: "confirmed" });
  });

  it("looks for its own payment among those of one transaction", async () => {
    const written = async () => ({ ...WRITTEN, transfers: [{ to: SHOP, cents: 1n } as const] });
    expect(await look(relayed, { written }, { state: "confirmed", hash: HASH })).toEqual({});
  });

  it("says why the relay refuses, unless somebody else has sent it", async () => {
    const problem = { kind: "relay", code: "budget" } as const;
    const refused = { state: "refused", problem } as const;
    expect(await look(relayed, {}, refused)).toEqual({ stage: "failed", problem });
    const found = await look(relayed, { usedBy: async () => HASH, written: async () => WRITTEN }, refused);
    expect(found).toMatchObject({ stage: "confirmed", hash: HASH });
  });

  it("waits for a relay that is silent until what was signed has run out", async () => {
    expect(await look(relayed, {}, { state: "unknown" }, 650)).toEqual({});
    expect(await look(relayed, {}, { state: "unknown" }, 661)).toEqual({ stage: "expired" });
  });
});

describe("looking up what never left", () => {
  it("says so", async () => {
    expect(await look(entry({}), {})).toEqual({ stage: "dropped" });
  });
});

describe("retryPath", () => {
  it("fills in the payment again", () => {
    const path = retryPath(entry({ stage: "failed", label: "Pain & brioche" }));
    expect(path).toBe(`/payer?a=${SHOP}&m=12%2C50&l=Pain+%26+brioche`);
  });

  it("offers nothing that may still arrive, or was replaced on purpose", () => {
    expect(retryPath(entry({ stage: "sent" }))).toBeUndefined();
    expect(retryPath(entry({ stage: "replaced" }))).toBeUndefined();
    expect(retryPath(entry({ stage: "failed", kind: "refund", again: "/journee" }))).toBe("/journee");
  });
});
