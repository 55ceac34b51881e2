// SPDX-License-Identifier: EUPL-1.2
// `npm run figures -- --network … --region … --out DIR`: the figures of the currency as open data.
import { figuresVerb } from "./figures/command-line.ts";
import { runResumableVerb } from "./lib/failure.ts";

await runResumableVerb(async () => {
  await figuresVerb().parseAsync();
});
