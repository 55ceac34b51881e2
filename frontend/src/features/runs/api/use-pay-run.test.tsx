// SPDX-License-Identifier: EUPL-1.2
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { UserRejectedRequestError } from "viem";
import { WagmiProvider } from "wagmi";
import * as actions from "wagmi/actions";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createWagmiConfig } from "../../../lib/wagmi-config.ts";
import { RuntimeContext } from "../../../lib/runtime-context.ts";
import { runtimeConfig } from "../../../testing/runtime-config.ts";
import type { ReadyPlan } from "../plan.ts";
import type { Run } from "../run.ts";
import { usePayRun } from "./use-pay-run.ts";

vi.mock("wagmi/actions", async (original) => ({
  ...(await original<typeof actions>()),
  readContract: vi.fn(),
  simulateContract: vi.fn(),
  writeContract: vi.fn(),
  waitForTransactionReceipt: vi.fn(),
  getBlock: vi.fn(),
}));

const { readContract, simulateContract, writeContract, waitForTransactionReceipt, getBlock } = vi.mocked(actions);
const runtime = runtimeConfig();
const PAYEE = "0xBcd4042DE499D14e55001CcbB24a551F3b954096";
const ready = {
  chunks: [1n, 2n, 3n].map((amount) => {
    return { chunk: { kind: "payments", payments: [{ payee: PAYEE, amount }] }, size: 1, proof: [] };
  }),
};

/** Chunks the chain has paid, and what was signed for, in order. */
let paid: Set<bigint>;
let signed: bigint[];

function start() {
  const config = createWagmiConfig(runtime);
  const queryClient = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <RuntimeContext value={runtime}>
      <WagmiProvider config={config}>
        <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
      </WagmiProvider>
    </RuntimeContext>
  );
  return renderHook(() => usePayRun(ready as unknown as ReadyPlan, { runId: 7n, state: "approved" } as Run), {
    wrapper,
  });
}

beforeEach(() => {
  vi.clearAllMocks();
  paid = new Set();
  signed = [];
  readContract.mockImplementation(async (_config, { args }) => paid.has((args as readonly bigint[])[1]!) as never);
  simulateContract.mockImplementation(async (_config, { args }) => ({ request: { args } }) as never);
  writeContract.mockImplementation(async (_config, request) => {
    const index = (request as unknown as { args: readonly bigint[] }).args[1]!;
    signed.push(index);
    paid.add(index);
    return "0x01";
  });
  waitForTransactionReceipt.mockResolvedValue({ transactionHash: "0x01", blockNumber: 7n } as never);
  getBlock.mockResolvedValue({ timestamp: 1n } as never);
});

describe("usePayRun", () => {
  it("pays the chunks the chain has not, one after another", async () => {
    paid.add(1n);
    const { result } = start();
    await act(() => result.current.pay());
    expect(signed).toEqual([0n, 2n]);
    expect(result.current).toMatchObject({ phase: "idle", state: { step: "idle" } });
  });

  it("pays once when pressed twice", async () => {
    const { result } = start();
    await act(() => Promise.all([result.current.pay(), result.current.pay()]));
    expect(signed).toEqual([0n, 1n, 2n]);
  });

  it("stops after the chunk under way, and goes on from there", async () => {
    const { result } = start();
    const first = Promise.withResolvers<never>();
    waitForTransactionReceipt.mockReturnValueOnce(first.promise);
    let all = Promise.resolve();
    act(() => {
      all = result.current.pay();
    });
    await waitFor(() => expect(result.current.state.step).toBe("sent"));
    act(() => result.current.stop());
    expect(result.current.phase).toBe("stopping");
    first.resolve({ transactionHash: "0x01", blockNumber: 7n } as never);
    await act(() => all);
    expect(signed).toEqual([0n]);
    expect(result.current).toMatchObject({ phase: "idle", state: { step: "idle" } });
    await act(() => result.current.pay());
    expect(signed).toEqual([0n, 1n, 2n]);
  });

  it("asks for no further signature once one was refused", async () => {
    writeContract.mockRejectedValueOnce(new UserRejectedRequestError(new Error("no")));
    const { result } = start();
    await act(() => result.current.pay());
    expect(writeContract).toHaveBeenCalledTimes(1);
    expect(result.current).toMatchObject({ phase: "idle", state: { step: "refused" } });
  });

  it("shows why the contract refuses a chunk, and stops there", async () => {
    simulateContract.mockRejectedValueOnce(new Error("odd"));
    const { result } = start();
    await act(() => result.current.pay());
    expect(writeContract).not.toHaveBeenCalled();
    expect(result.current.state.step).toBe("failed");
  });

  it("leaves the run to another window of this browser that pays it", async () => {
    const request = vi.fn(async (_name: string, _options: object, work: (lock: null) => Promise<unknown>) =>
      work(null),
    );
    vi.stubGlobal("navigator", { ...navigator, locks: { request } });
    const { result } = start();
    await act(() => result.current.pay());
    expect(result.current.phase).toBe("elsewhere");
    expect(signed).toEqual([]);
    vi.unstubAllGlobals();
  });
});
