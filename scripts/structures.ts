// SPDX-License-Identifier: EUPL-1.2
// `npm run structures -- list|report|record|end …`: the structures the council funds, and what they do with the currency.
import { runResumableVerb } from "./lib/failure.ts";
import { structuresVerb } from "./structures/command-line.ts";

await runResumableVerb(async () => {
  await structuresVerb().parseAsync();
});
