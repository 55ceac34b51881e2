// SPDX-License-Identifier: EUPL-1.2
import { beforeEach, describe, expect, it, vi } from "vitest";
import { type ActivityEntry, readEntries, writeEntries } from "./activity.ts";
import {
  activityKey,
  addActivity,
  changeActivity,
  forgetOtherChains,
  readActivity,
  removeActivity,
  subscribeActivity,
} from "./activity-store.ts";
import { entryAfter, record } from "./record.ts";

const SHOP = "0xBcd4042DE499D14e55001CcbB24a551F3b954096";
const KEY = activityKey(31337, "0x00");
const entry = (id: string, more: Partial<ActivityEntry> = {}): ActivityEntry => ({
  id,
  kind: "payment",
  payee: SHOP,
  cents: 1250n,
  begun: 1_795_000_000,
  stage: "pending",
  ...more,
});

beforeEach(() => localStorage.clear());

describe("entries as text", () => {
  it("come back as they were, amounts and problems to the cent", () => {
    const problem = { kind: "contract", name: "ERC20InsufficientBalance", args: { needed: 10n ** 20n } } as const;
    const entries = [entry("a", { stage: "failed", problem }), entry("b", { relay: { kind: "payments", id: "00ff" } })];
    expect(readEntries(writeEntries(entries))).toEqual(entries);
  });

  it("lose what is malformed, and nothing else", () => {
    const good = entry("a");
    const bad = [
      { ...good, stage: "paid" },
      { ...good, payee: "0x12" },
      { ...good, again: "//evil.example/payer" },
      { ...good, cents: 12.5 },
      { ...good, relay: { kind: "payments", id: "../../secret" } },
      null,
      "text",
    ];
    const text = writeEntries([good, ...(bad as ActivityEntry[])]);
    expect(readEntries(text)).toEqual([good]);
    expect(readEntries("{")).toEqual([]);
    expect(readEntries('{"a":1}')).toEqual([]);
  });
});

describe("the activity's store", () => {
  it("puts the newest first, and does not bring back what was erased", () => {
    addActivity(KEY, entry("a"));
    addActivity(KEY, entry("b"));
    removeActivity(KEY, ["a"]);
    changeActivity(KEY, "a", { stage: "confirmed" });
    expect(readActivity(KEY).map(({ id }) => id)).toEqual(["b"]);
  });

  it("keeps what is under way, however much ends after it", () => {
    addActivity(KEY, entry("waiting"));
    for (let i = 0; i < 80; i++) addActivity(KEY, entry(`${i}`, { stage: "confirmed" }));
    const kept = readActivity(KEY);
    expect(kept).toHaveLength(60);
    expect(kept.at(-1)?.id).toBe("waiting");
    expect(kept[0]?.id).toBe("79");
  });

  it("tells this window and hears the others", () => {
    const listener = vi.fn();
    const stop = subscribeActivity(listener);
    addActivity(KEY, entry("a"));
    expect(listener).toHaveBeenCalledTimes(1);
    localStorage.setItem(KEY, writeEntries([entry("b")]));
    dispatchEvent(new StorageEvent("storage", { key: KEY }));
    expect(listener).toHaveBeenCalledTimes(2);
    expect(readActivity(KEY).map(({ id }) => id)).toEqual(["b"]);
    stop();
  });

  it("remembers until the page is closed when the browser refuses storage", () => {
    const refuse = vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    addActivity(KEY, entry("a"));
    expect(readActivity(KEY)).toHaveLength(1);
    refuse.mockRestore();
    removeActivity(KEY, ["a"]);
  });

  it("forgets a chain that began again", () => {
    addActivity(KEY, entry("a"));
    forgetOtherChains(31337, "0x01");
    expect(readActivity(KEY)).toEqual([]);
  });
});

describe("entryAfter", () => {
  const sent = entry("a", { stage: "sent", hash: "0x01" });

  it("follows a payment to the register", () => {
    expect(entryAfter(entry("a"), { step: "sent", hash: "0x01", since: 1 })).toMatchObject({ stage: "sent" });
    expect(entryAfter(sent, { step: "confirmed", hash: "0x02", at: 7, block: 1n })).toMatchObject({
      stage: "confirmed",
      hash: "0x02",
      at: 7,
    });
  });

  it("remembers nothing of a refusal in the wallet", () => {
    expect(entryAfter(entry("a"), { step: "refused" })).toBeUndefined();
  });

  it("does not call lost what has left, when the page stops waiting or nobody answers", () => {
    expect(entryAfter(sent, { step: "expired", hash: "0x01" })).toBe(sent);
    expect(entryAfter(sent, { step: "failed", problem: { kind: "network" } })).toBe(sent);
    expect(entryAfter(entry("a"), { step: "failed", problem: { kind: "network" } })).toMatchObject({ stage: "failed" });
  });
});

describe("record", () => {
  it("puts another try in the place of one that never left", () => {
    const first = record(KEY, { kind: "payment", payee: SHOP, cents: 1n }, undefined);
    first.report({ step: "failed", problem: { kind: "fees" } });
    const second = record(KEY, { kind: "payment", payee: SHOP, cents: 1n }, SHOP, first.end());
    second.report({ step: "sent", hash: "0x01", since: 1 });
    expect(readActivity(KEY)).toHaveLength(1);
    expect(second.end()).toBeUndefined();
  });

  it("keeps by what the relay finds it again", () => {
    const relay = { kind: "payments", id: "00ff", nonce: "0x01", validBefore: 1_795_000_600 } as const;
    record(KEY, { kind: "payment" }, SHOP).report({ step: "relayed", relay });
    expect(readActivity(KEY)[0]).toMatchObject({ account: SHOP, stage: "pending", relay });
  });
});
