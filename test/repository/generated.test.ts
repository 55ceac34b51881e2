// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readFileSync } from "node:fs";
import { expect } from "chai";
import { GENERATED_FOLDER, generatedFiles } from "../../scripts/lib/generated.ts";
import { placesFiles } from "../../scripts/lib/places/places.ts";

describe("sdk/generated", () => {
  it("is what `npm run generate` makes of the contracts, and of the land", async () => {
    for (const [name, text] of [...(await generatedFiles()), ...placesFiles()]) {
      const file = new URL(name, GENERATED_FOLDER);
      const committed = existsSync(file) ? readFileSync(file, "utf8") : "";
      expect(committed === text, `sdk/generated/${name} is stale: run npm run generate`).to.equal(true);
    }
  });
});
