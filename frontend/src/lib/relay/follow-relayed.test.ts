// SPDX-License-Identifier: EUPL-1.2
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { RelayError } from "../relay-error.ts";
import type { TransactionState } from "../transaction-state.ts";
import { follow, type RelayState } from "./client.ts";
import { followRelayed } from "./follow-relayed.ts";

vi.mock(import("./client.ts"), async (original) => ({ ...(await original()), follow: vi.fn<typeof follow>() }));

const HASH = "0xab";
const DONE: TransactionState = { step: "confirmed", hash: HASH, at: 1, block: 7n };

/** The relay says something as soon as it is followed, and the chain shows the payment from a look on. */
function followed(said: RelayState[], look: () => Promise<TransactionState | undefined>) {
  vi.mocked(follow).mockImplementation(async (_url, _kind, _id, onState) => said.forEach(onState));
  const report = vi.fn<(state: TransactionState) => void>();
  return { report, end: followRelayed({ relayUrl: "https://r", kind: "payments", id: "0", look, report }) };
}

/** What the looks of a test find, one after the other. */
function looks(...found: (TransactionState | Error | undefined)[]) {
  return vi.fn(async () => {
    const next = found.length > 1 ? found.shift() : found[0];
    if (next instanceof Error) throw next;
    return next;
  });
}

beforeEach(() => void vi.useFakeTimers({ now: 1_800_000_000_000 }));
afterEach(() => void vi.useRealTimers());

describe("followRelayed", () => {
  it("believes the chain alone that it is done", async () => {
    const look = looks(undefined, undefined, DONE);
    const { report, end } = followed(
      [
        { state: "sent", hash: HASH },
        { state: "confirmed", hash: HASH },
      ],
      look,
    );
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await end).toEqual(DONE);
    expect(look).toHaveBeenCalledTimes(3);
    expect(report.mock.calls).toEqual([[{ step: "sent", hash: HASH, since: 1_800_000_000 }]]);
  });

  it("looks once more at the chain before it believes a refusal", async () => {
    const refused = { state: "refused", error: new RelayError("budget") } as const;
    expect(await followed([refused], looks(DONE)).end).toEqual(DONE);
    const error = await followed([refused], looks(undefined)).end.catch((reason: unknown) => reason);
    expect(error).toBe(refused.error);
    const expired = await followed([{ state: "expired" }], looks(undefined)).end.catch((reason: unknown) => reason);
    expect(expired).toMatchObject({ code: "expired" });
  });

  it("waits through a node and a relay that do not answer", async () => {
    const { end } = followed([], looks(new Error("no node"), undefined, DONE));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await end).toEqual(DONE);
  });

  it("ends at once when the chain shows that it never will be", async () => {
    const { end } = followed([], looks(new RelayError("ERC3009UsedAuthorization")));
    await expect(end).rejects.toMatchObject({ code: "ERC3009UsedAuthorization" });
  });

  it("gives up after three minutes, and says under which hash to look", async () => {
    const { end } = followed([{ state: "sent", hash: HASH }], looks(undefined));
    await vi.advanceTimersByTimeAsync(181_000);
    expect(await end).toEqual({ step: "expired", hash: HASH });
  });
});
