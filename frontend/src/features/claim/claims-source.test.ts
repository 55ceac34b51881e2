// SPDX-License-Identifier: EUPL-1.2
import { type ClaimsFile, claimsFileText } from "@monnaie-commune/sdk/claims/file";
import { afterEach, describe, expect, it, vi } from "vitest";
import { runtimeConfig } from "../../testing/runtime-config.ts";
import { fetchClaimsFile, judgeClaimsFile } from "./claims-source.ts";

const { deployment } = runtimeConfig();
const FILE: ClaimsFile = {
  version: 1,
  chainId: 31337,
  region: "centre-val-de-loire",
  issuance: deployment.contracts.Issuance.address,
  token: deployment.contracts.RegionalToken.address,
  runId: "12",
  planHash: `0x${"ab".repeat(32)}`,
  deadline: 1_800_000_000,
  sheets: [{ chunkIndex: 0, claims: [["0xBcd4042DE499D14e55001CcbB24a551F3b954096", "10000"]] }],
};
const judge = (changes: Partial<ClaimsFile>) =>
  judgeClaimsFile(claimsFileText({ ...FILE, ...changes }), 12n, deployment);
const fetched = (response: Response | Error) =>
  vi.stubGlobal(
    "fetch",
    response instanceof Error
      ? vi.fn<typeof fetch>().mockRejectedValue(response)
      : vi.fn<typeof fetch>().mockResolvedValue(response),
  );
const fetchList = () => fetchClaimsFile(12n, deployment, new AbortController().signal);

afterEach(() => vi.unstubAllGlobals());

describe("judgeClaimsFile", () => {
  it("takes the list of this run of this region", () => {
    expect(judge({})).toEqual({ file: FILE });
  });

  it("says what else a list is of", () => {
    expect(judge({ chainId: 100 })).toEqual({ problem: "otherNetwork" });
    expect(judge({ issuance: FILE.token })).toEqual({ problem: "otherRegion" });
    expect(judge({ token: FILE.issuance })).toEqual({ problem: "otherRegion" });
    expect(judge({ runId: "13" })).toEqual({ problem: "otherRun" });
    expect(judgeClaimsFile("{}", 12n, deployment)).toEqual({ problem: "unreadable" });
  });
});

describe("fetchClaimsFile", () => {
  it("asks for the list of the run, by its number alone", async () => {
    fetched(new Response(claimsFileText(FILE)));
    expect(await fetchList()).toEqual({ file: FILE });
    expect(vi.mocked(fetch).mock.calls[0]?.[0]).toBe("/claims/12.json");
  });

  it("takes an error, a first page and no answer for a list that is not there", async () => {
    for (const answer of [
      new Response("{}", { status: 404 }),
      new Response("\n<!doctype html>"),
      new TypeError("no"),
    ]) {
      fetched(answer);
      expect(await fetchList()).toEqual({ problem: "missing" });
    }
  });
});
