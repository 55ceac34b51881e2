// SPDX-License-Identifier: EUPL-1.2
import { formatClaimCode } from "@monnaie-commune/sdk/claims/code";
import { act, renderHook } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { forgetLetter, readLetter, useLetter } from "./letter.ts";

const CODE = { runId: 12n, secret: "ABCDEFGHJKMNPQRSTVWXYZ01" };
const TEXT = formatClaimCode(CODE);

beforeEach(() => {
  history.replaceState(null, "", "/");
  forgetLetter();
});

describe("useLetter", () => {
  it("has what was typed, and forgets it when asked", () => {
    const { result } = renderHook(() => useLetter());
    expect(result.current).toBeUndefined();
    act(() => void readLetter(TEXT.toLowerCase().replaceAll("-", " ")));
    expect(result.current).toEqual({ ok: true, code: CODE });
    act(forgetLetter);
    expect(result.current).toBeUndefined();
  });

  it("takes another letter that is opened in the same window", () => {
    history.replaceState(null, "", "/prime");
    const { result } = renderHook(() => useLetter());
    act(() => {
      history.replaceState(null, "", `/prime#${TEXT}`);
      window.dispatchEvent(new HashChangeEvent("hashchange"));
    });
    expect(result.current).toEqual({ ok: true, code: CODE });
    expect(location.hash).toBe("");
  });
});
