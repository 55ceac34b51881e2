// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from "vitest";
import { parseRuntimeConfig, readRuntimeConfig } from "./runtime-config.ts";
import { runtimeConfig } from "../testing/runtime-config.ts";

describe("parseRuntimeConfig", () => {
  it("takes a complete configuration", () => {
    expect(parseRuntimeConfig(runtimeConfig())?.chainId).toBe(31337);
  });

  it("refuses one without a contract's address", () => {
    const config = runtimeConfig();
    const contracts = { ...config.deployment.contracts, Issuance: { address: "0x12", block: 1, args: [] } };
    expect(parseRuntimeConfig({ ...config, deployment: { ...config.deployment, contracts } })).toBeUndefined();
  });

  it("refuses an address of a node that is none", () => {
    expect(parseRuntimeConfig({ ...runtimeConfig(), rpcUrl: "here" })).toBeUndefined();
  });

  it("takes the address of a relay, which must be one of the web", () => {
    const relayUrl = "https://relay.example";
    expect(parseRuntimeConfig({ ...runtimeConfig(), relayUrl })?.relayUrl).toBe(relayUrl);
    expect(parseRuntimeConfig({ ...runtimeConfig(), relayUrl: "javascript:alert(1)" })).toBeUndefined();
    expect(parseRuntimeConfig({ ...runtimeConfig(), relayUrl: 8650 })).toBeUndefined();
  });

  it("reads no key on another chain than the development one", () => {
    expect(parseRuntimeConfig({ ...runtimeConfig(), chainId: 100 })?.demoIdentities).toEqual([]);
  });

  it("bears a configuration without demonstration identities", () => {
    const { demoIdentities: _, ...config } = runtimeConfig();
    expect(parseRuntimeConfig(config)?.demoIdentities).toEqual([]);
  });
});

describe("readRuntimeConfig", () => {
  const answer = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

  it("gives the configuration", async () => {
    expect(await readRuntimeConfig(answer(runtimeConfig()))).toMatchObject({ ok: true });
  });

  it("tells that nothing is deployed", async () => {
    const missing = answer({ error: "no-deployment" }, 503);
    expect(await readRuntimeConfig(missing)).toEqual({ ok: false, problem: "noDeployment" });
  });

  it("tells that the host does not answer", async () => {
    expect(await readRuntimeConfig(undefined)).toEqual({ ok: false, problem: "unreachable" });
    expect(await readRuntimeConfig(answer({}, 500))).toEqual({ ok: false, problem: "unreachable" });
  });

  it("tells that the file is not the configuration", async () => {
    expect(await readRuntimeConfig(new Response("<!doctype html>"))).toEqual({ ok: false, problem: "invalid" });
  });
});
