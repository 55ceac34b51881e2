// SPDX-License-Identifier: EUPL-1.2
import { RegionalTokenAbi } from "@monnaie-commune/sdk/generated/abis";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { UserRejectedRequestError, WaitForTransactionReceiptTimeoutError } from "viem";
import { WagmiProvider } from "wagmi";
import * as actions from "wagmi/actions";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { runtimeConfig } from "../testing/runtime-config.ts";
import { activityKey, readActivity } from "./activity/activity-store.ts";
import { contractCall } from "./contracts.ts";
import { CHAIN_KEY } from "./query-client.ts";
import { RuntimeContext } from "./runtime-context.ts";
import { useTransaction } from "./use-transaction.ts";
import { createWagmiConfig } from "./wagmi-config.ts";

vi.mock("wagmi/actions", async (original) => ({
  ...(await original<typeof actions>()),
  simulateContract: vi.fn(),
  writeContract: vi.fn(),
  waitForTransactionReceipt: vi.fn(),
  getBlock: vi.fn(),
}));

const HASH = "0x01";
const SHOP = "0xBcd4042DE499D14e55001CcbB24a551F3b954096";
const runtime = runtimeConfig();
const token = { address: runtime.deployment.contracts.RegionalToken.address, abi: RegionalTokenAbi };
const payment = contractCall(token, "transfer", [SHOP, 1250n]);
const { simulateContract, writeContract, waitForTransactionReceipt, getBlock } = vi.mocked(actions);

function start() {
  const queryClient = new QueryClient();
  const invalidate = vi.spyOn(queryClient, "invalidateQueries");
  const config = createWagmiConfig(runtime);
  const wrapper = ({ children }: { children: ReactNode }) => (
    <RuntimeContext value={runtime}>
      <WagmiProvider config={config}>
        <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
      </WagmiProvider>
    </RuntimeContext>
  );
  return { ...renderHook(() => useTransaction(), { wrapper }), invalidate };
}

const remembered = () => readActivity(activityKey(runtime.chainId, runtime.deployment.genesisHash));

beforeEach(() => {
  localStorage.clear();
  vi.clearAllMocks();
  simulateContract.mockResolvedValue({ request: { chainId: 31337 } } as never);
  writeContract.mockResolvedValue(HASH);
  waitForTransactionReceipt.mockResolvedValue({ transactionHash: HASH, blockNumber: 7n } as never);
  getBlock.mockResolvedValue({ timestamp: 1_795_000_000n } as never);
});

describe("useTransaction", () => {
  it("checks, signs, waits, and refreshes what was read from the chain", async () => {
    const { result, invalidate } = start();
    await act(() => result.current.start(payment));
    expect(result.current.state).toEqual({ step: "confirmed", hash: HASH, at: 1_795_000_000, block: 7n });
    expect(invalidate).toHaveBeenCalledWith({ queryKey: [CHAIN_KEY] });
  });

  it("always names the region's chain", async () => {
    const { result } = start();
    await act(() => result.current.start(payment));
    expect(simulateContract.mock.calls[0]?.[1]).toMatchObject({ chainId: 31337 });
    expect(writeContract.mock.calls[0]?.[1]).toMatchObject({ chainId: 31337 });
    expect(waitForTransactionReceipt.mock.calls[0]?.[1]).toMatchObject({ chainId: 31337 });
  });

  it("is quiet about a refusal in the wallet", async () => {
    writeContract.mockRejectedValue(new UserRejectedRequestError(new Error("no")));
    const { result } = start();
    await act(() => result.current.start(payment));
    expect(result.current.state).toEqual({ step: "refused" });
  });

  it("asks for no signature when the check fails", async () => {
    simulateContract.mockRejectedValue(new Error("odd"));
    const { result } = start();
    await act(() => result.current.start(payment));
    expect(result.current.state).toMatchObject({ step: "failed" });
    expect(writeContract).not.toHaveBeenCalled();
  });

  it("tells what was replaced in the wallet from what was only sped up", async () => {
    const replacedBecause = (reason: "cancelled" | "repriced") =>
      waitForTransactionReceipt.mockImplementation(async (_config, { onReplaced }) => {
        onReplaced?.({ reason } as never);
        return { transactionHash: HASH, blockNumber: 7n } as never;
      });
    const { result } = start();
    replacedBecause("cancelled");
    await act(() => result.current.start(payment));
    expect(result.current.state).toEqual({ step: "replaced", hash: HASH });
    replacedBecause("repriced");
    await act(() => result.current.start(payment));
    expect(result.current.state).toMatchObject({ step: "confirmed" });
  });

  it("gives up waiting without calling it a failure", async () => {
    waitForTransactionReceipt.mockRejectedValue(new WaitForTransactionReceiptTimeoutError({ hash: HASH }));
    const { result } = start();
    await act(() => result.current.start(payment));
    expect(result.current.state).toEqual({ step: "expired", hash: HASH });
  });

  it("pays once when pressed twice", async () => {
    const { result } = start();
    await act(() => Promise.all([result.current.start(payment), result.current.start(payment)]));
    expect(writeContract).toHaveBeenCalledTimes(1);
  });

  it("remembers what it is told to, from the first check to the register", async () => {
    const { result } = start();
    const activity = { kind: "payment", payee: SHOP, cents: 1250n } as const;
    const signature = Promise.withResolvers<`0x${string}`>();
    writeContract.mockReturnValue(signature.promise);
    let running: Promise<unknown> | undefined;
    act(() => void (running = result.current.start(payment, activity)));
    expect(remembered()).toMatchObject([{ ...activity, stage: "pending" }]);
    signature.resolve(HASH);
    await act(() => running);
    expect(remembered()).toMatchObject([{ ...activity, stage: "confirmed", hash: HASH, at: 1_795_000_000 }]);
  });

  it("remembers nothing when it is told nothing, or refused in the wallet", async () => {
    const { result } = start();
    await act(() => result.current.start(payment));
    writeContract.mockRejectedValue(new UserRejectedRequestError(new Error("no")));
    await act(() => result.current.start(payment, { kind: "payment" }));
    expect(remembered()).toEqual([]);
  });
});
