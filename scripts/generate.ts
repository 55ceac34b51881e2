// SPDX-License-Identifier: EUPL-1.2
// `npm run generate`: what the dApp and the scripts know of the contracts (sdk/generated), from the compiled artifacts.
import { mkdirSync, writeFileSync } from "node:fs";
import { tasks } from "hardhat";
import { GENERATED_FOLDER, generatedFiles } from "./lib/generated.ts";
import { t } from "./lib/messages.ts";
import { done } from "./lib/terminal.ts";

// Does without `runVerb`, which reads contract errors by means of what is written here.
await tasks.getTask("build").run({ quiet: true });
const files = await generatedFiles();
mkdirSync(GENERATED_FOLDER, { recursive: true });
for (const [name, text] of files) {
  writeFileSync(new URL(name, GENERATED_FOLDER), text);
  done(t("generate.written", { file: `sdk/generated/${name}` }));
}
