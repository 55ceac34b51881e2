// SPDX-License-Identifier: EUPL-1.2
// `npm run generate`: what the dApp and the scripts know of the contracts, from the compiled artifacts, and of the regions'
// land, from public lists and outlines (sdk/generated).
import { mkdirSync, writeFileSync } from "node:fs";
import { tasks } from "hardhat";
import { GENERATED_FOLDER, generatedFiles } from "./lib/generated.ts";
import { t } from "./lib/messages.ts";
import { placesFiles } from "./lib/places/places.ts";
import { done } from "./lib/terminal.ts";

// Does without `runVerb`, which reads contract errors by means of what is written here.
await tasks.getTask("build").run({ quiet: true });
mkdirSync(new URL("places/", GENERATED_FOLDER), { recursive: true });
for (const [name, text] of [...(await generatedFiles()), ...placesFiles()]) {
  writeFileSync(new URL(name, GENERATED_FOLDER), text);
  done(t("generate.written", { file: `sdk/generated/${name}` }));
}
