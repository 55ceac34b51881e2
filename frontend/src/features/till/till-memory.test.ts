// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from "vitest";
import {
  parseTillMemory,
  watchedRequests,
  withCancelled,
  withLabel,
  withoutCurrent,
  withRequest,
  withSeen,
  type TillMemory,
} from "./till-memory.ts";
import { newRequest } from "./till-request.ts";

const EMPTY: TillMemory = { requests: [], seen: [], notOurs: [] };
const NOW = 1_790_000_000;
const request = (asked = NOW) => newRequest(12_50n, "Pain", { block: 10, at: asked }, asked);

/** As the browser keeps it. */
const kept = (memory: TillMemory): unknown =>
  JSON.parse(JSON.stringify(memory, (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value)));

describe("a till's memory", () => {
  it("survives a reload, with the request that waits and the one that was taken back", () => {
    const [first, second] = [request(), request(NOW + 5)];
    const memory = withRequest(withCancelled(withRequest(EMPTY, first), first.reference, 12), second);
    expect(parseTillMemory(kept(memory))).toEqual(memory);
    expect(memory.current).toBe(second.reference);
    expect(memory.requests[0]?.cancelledBlock).toBe(12);
  });

  it("leaves out what cannot be read", () => {
    expect(parseTillMemory(undefined)).toEqual(EMPTY);
    expect(parseTillMemory({ requests: [{ reference: "x" }, 3], seen: [1, "a"] })).toEqual({
      requests: [],
      seen: ["a"],
      notOurs: [],
    });
  });

  it("watches the requests of a day, and forgets those of the week before", () => {
    const old = withRequest(withRequest(EMPTY, request(NOW - 9 * 86_400)), request(NOW - 2 * 86_400));
    const memory = withRequest(old, request());
    expect(memory.requests).toHaveLength(2);
    expect(watchedRequests(memory, NOW)).toHaveLength(1);
  });

  it("clears the screen without forgetting the request", () => {
    const memory = withoutCurrent(withRequest(EMPTY, request()));
    expect(memory.current).toBeUndefined();
    expect(memory.requests).toHaveLength(1);
  });

  it("keeps what was looked at, and the label used last first, each once", () => {
    expect(withSeen(EMPTY, ["a"]).seen).toEqual(["a"]);
    expect(withLabel(EMPTY, "Pain", ["Café", "Pain"]).labels).toEqual(["Pain", "Café"]);
  });
});
