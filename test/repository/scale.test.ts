// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from "node:fs";
import { expect } from "chai";
import { scalePage } from "../../scripts/bench/scale.ts";
import { readSnapshot } from "../../scripts/bench/snapshot.ts";

describe("docs/scale.md", () => {
  const page = readFileSync("docs/scale.md", "utf8");

  it("computes with the gas that was measured", async () => {
    expect((await scalePage()) === page, "run: node --import tsx scripts/bench/scale.ts").to.equal(true);
  });

  it("would not agree with any other", async () => {
    const gas = readSnapshot();
    const dearer = { ...gas, "RegionalToken.authorization_key_0": (gas["RegionalToken.authorization_key_0"] ?? 0) * 2 };
    const other = await scalePage(page, dearer);
    expect(other === page).to.equal(false);
    // 10,678 to settle and twice 48,281.
    expect(other).to.contain("107,240");
  });
});
