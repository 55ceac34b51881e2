// SPDX-License-Identifier: EUPL-1.2
import type { EIP1193RequestFn, PublicClient } from "viem";
import { createRpcSource } from "./rpc-source.ts";
import type { LogSource } from "./source.ts";

/** Reads events through a viem client. */
export function createViemSource(client: Pick<PublicClient, "request">): LogSource {
  const request = client.request as EIP1193RequestFn;
  return createRpcSource((method, params) => request({ method, params: [...params] }));
}
