// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from "vitest";
import relay from "../../../../scripts/i18n/relay.fr.json";
import { RELAY_REASONS } from "../use-problem-sentence.ts";

describe("the relay's refusals", () => {
  it("each have a sentence in the dApp", () => {
    expect(Object.keys(RELAY_REASONS).toSorted()).toEqual(Object.keys(relay.refusals).toSorted());
  });
});
