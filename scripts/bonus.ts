// SPDX-License-Identifier: EUPL-1.2
// `npm run bonus -- plan|simulate|propose|approve|run|report …`: pays a year-end bonus in the currency.
import { runResumableVerb } from "./lib/failure.ts";
import { bonusVerb } from "./bonus/command-line.ts";

await runResumableVerb(async () => {
  await bonusVerb().parseAsync();
});
