// SPDX-License-Identifier: EUPL-1.2
import { RegionalTokenAbi } from "@monnaie-commune/sdk/generated/abis";
import {
  BaseError,
  ContractFunctionExecutionError,
  ContractFunctionRevertedError,
  encodeErrorResult,
  HttpRequestError,
  UserRejectedRequestError,
} from "viem";
import { describe, expect, it } from "vitest";
import { problemOf } from "./errors.ts";

const ACCOUNT = "0xBcd4042DE499D14e55001CcbB24a551F3b954096";
const data = encodeErrorResult({
  abi: RegionalTokenAbi,
  errorName: "ERC20InsufficientBalance",
  args: [ACCOUNT, 100n, 250n],
});
const insufficient = {
  kind: "contract",
  name: "ERC20InsufficientBalance",
  args: { sender: ACCOUNT, balance: 100n, needed: 250n },
};

describe("problemOf", () => {
  it("names a contract's error with its arguments", () => {
    const reverted = new ContractFunctionRevertedError({ abi: RegionalTokenAbi, data, functionName: "transfer" });
    const error = new ContractFunctionExecutionError(reverted, {
      abi: RegionalTokenAbi,
      functionName: "transfer",
      args: [],
    });
    expect(problemOf(error)).toEqual(insufficient);
  });

  it("finds the error where a wallet buries it", () => {
    const error = Object.assign(new Error("Internal JSON-RPC error."), { code: -32603, data: { data } });
    expect(problemOf(new BaseError("Failed", { cause: error }))).toEqual(insufficient);
  });

  it("keeps quiet about what was refused in the wallet", () => {
    const error = new BaseError("Failed", { cause: new UserRejectedRequestError(new Error("no")) });
    expect(problemOf(error)).toEqual({ kind: "refused" });
    expect(problemOf({ code: 4001 })).toEqual({ kind: "refused" });
  });

  it("tells a request that waits in the wallet", () => {
    expect(problemOf({ code: -32002 })).toEqual({ kind: "pending" });
  });

  it("tells a node that does not answer", () => {
    expect(problemOf(new HttpRequestError({ url: "http://127.0.0.1:1" }))).toEqual({ kind: "network" });
  });

  it("hands on what it cannot name", () => {
    expect(problemOf(new Error("odd"))).toEqual({ kind: "unnamed", detail: "odd" });
    expect(problemOf("odd")).toEqual({ kind: "unnamed", detail: "odd" });
  });

  it("stops at a chain of causes that bites its tail", () => {
    const error = new Error("ring");
    error.cause = error;
    expect(problemOf(error)).toEqual({ kind: "unnamed", detail: "ring" });
  });
});
