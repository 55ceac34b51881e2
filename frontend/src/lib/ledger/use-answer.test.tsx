// SPDX-License-Identifier: EUPL-1.2
import { onlineManager, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { runtimeConfig } from "../../testing/runtime-config.ts";
import { RuntimeContext } from "../runtime-context.ts";
import { useAnswer } from "./use-answer.ts";
import { useLedger } from "./use-ledger.ts";

const asked = vi.hoisted(() => vi.fn<(name: string, job: unknown) => Promise<unknown>>());
vi.mock("./ask-ledger.ts", () => ({
  askLedger: asked,
  ledgerProgress: { get: () => 0.5, subscribe: () => () => undefined },
}));

function drawn() {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <RuntimeContext value={runtimeConfig()}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </RuntimeContext>
  );
  return renderHook(() => ({ ledger: useLedger(), answer: useAnswer("lineCount", undefined) }), { wrapper });
}

let head = { toBlock: 7, hash: "0x07", at: 420 };

beforeEach(() => {
  head = { toBlock: 7, hash: "0x07", at: 420 };
  asked.mockImplementation(async (name, job) => (name === "readOn" ? head : { of: job }));
});
afterEach(() => onlineManager.setOnline(true));

describe("useAnswer", () => {
  it("asks at the block that was read, and again when there is another, keeping the answer meanwhile", async () => {
    const { result } = drawn();
    expect(result.current.ledger).toMatchObject({ state: "reading", progress: 0.5 });
    await waitFor(() => expect(result.current.answer.data).toMatchObject({ of: { block: 7, name: "lineCount" } }));
    expect(result.current.ledger).toMatchObject({ state: "ready", toBlock: 7, at: 420 });

    head = { toBlock: 8, hash: "0x08", at: 480 };
    result.current.ledger.refresh();
    await waitFor(() => expect(result.current.ledger.toBlock).toBe(8));
    expect(result.current.answer.data).toBeDefined();
    await waitFor(() => expect(result.current.answer.data).toMatchObject({ of: { block: 8 } }));
  });

  it("says why nothing can be read, without a network too", async () => {
    onlineManager.setOnline(false);
    asked.mockRejectedValue(new Error("The node does not answer"));
    const { result } = drawn();
    await waitFor(() => expect(result.current.ledger.state).toBe("failed"));
    expect(result.current.ledger.error?.message).toBe("The node does not answer");
  });

  it("waits for no network to ask the worker", async () => {
    const { result } = drawn();
    await waitFor(() => expect(result.current.ledger.state).toBe("ready"));
    onlineManager.setOnline(false);
    head = { toBlock: 8, hash: "0x08", at: 480 };
    result.current.ledger.refresh();
    await waitFor(() => expect(result.current.answer.data).toMatchObject({ of: { block: 8 } }));
  });
});
