// SPDX-License-Identifier: EUPL-1.2
import { callData } from "@monnaie-commune/sdk/bonus/run-calls";
import { IssuanceAbi } from "@monnaie-commune/sdk/generated/abis";
import { safeBatch } from "@monnaie-commune/sdk/safe/batch";
import { describe, expect, it } from "vitest";
import { nextCall } from "./next-call.ts";
import type { ReadyPlan } from "./plan.ts";
import type { Run } from "./run.ts";

const HASH = `0x${"ab".repeat(32)}` as const;
const PAYEE = "0xBcd4042DE499D14e55001CcbB24a551F3b954096";
const BONUS = 0;
const REWARD = 1;

const chunk = (amount: bigint) => {
  return { chunk: { kind: "payments", payments: [{ payee: PAYEE, amount }] }, size: 1, proof: [HASH] };
};
const ready = {
  plan: { programmeId: 1, root: HASH, planHash: HASH, totals: { payments: 2, cents: "300" } },
  chunks: [chunk(100n), chunk(200n)],
} as unknown as ReadyPlan;
const run = (state: Run["state"], paid = 0n) => ({ runId: 4n, state, paid, total: 300n }) as Run;

describe("nextCall", () => {
  it("proposes in the name of the officer of the purpose", () => {
    expect(nextCall(ready, null, BONUS, undefined)).toMatchObject({
      role: "BONUS_OFFICER",
      call: { functionName: "proposeRun", args: [1n, HASH, HASH, 2, 300n] },
    });
    expect(nextCall(ready, null, REWARD, undefined)?.role).toBe("REWARD_OFFICER");
  });

  it("approves in the name of the approver", () => {
    const next = nextCall(ready, run("proposed"), BONUS, undefined);
    expect(next).toMatchObject({ role: "APPROVER", call: { functionName: "approveRun", args: [4n] } });
  });

  it("pays the first chunk the chain has not paid", () => {
    expect(nextCall(ready, run("approved", 100n), BONUS, [true, false])).toMatchObject({
      chunk: 2,
      call: { functionName: "payChunk", args: [4n, 1n, [{ payee: PAYEE, amount: 200n }], [HASH]] },
    });
  });

  it("has nothing to do once all is paid or the run cancelled, or before the chain has answered", () => {
    expect(nextCall(ready, run("approved", 300n), BONUS, [true, true])).toBeUndefined();
    expect(nextCall(ready, run("cancelled"), BONUS, [false, false])).toBeUndefined();
    expect(nextCall(ready, run("approved"), BONUS, undefined)).toBeUndefined();
  });

  it("makes calls that a Safe's owners read in clear", () => {
    const next = nextCall(ready, run("approved"), BONUS, [false, false]);
    if (!next) throw new Error("Nothing to do");
    const facts = { chainId: 100, safe: PAYEE, name: "n", description: "d", createdAt: 0 };
    const batch = safeBatch({ ...facts, calls: [{ to: PAYEE, data: callData(next.call) }] }, [IssuanceAbi]);
    expect(batch.transactions[0]?.contractMethod.name).toBe("payChunk");
    expect(batch.transactions[0]?.contractInputsValues).toMatchObject({ runId: "4", chunkIndex: "0" });
  });
});
