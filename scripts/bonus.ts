// SPDX-License-Identifier: EUPL-1.2
// `npm run bonus -- plan|simulate|propose|approve|run|report …`: pays a year-end bonus in the currency.
import { runVerb } from "./lib/failure.ts";
import { bonusVerb } from "./bonus/command-line.ts";

await runVerb(async () => {
  await bonusVerb().parseAsync();
});
