// SPDX-License-Identifier: EUPL-1.2
// `npm run subsidy -- plan|simulate|propose|approve|run|report …`: pays the part of subsidies that is in the currency.
import { runVerb } from "./lib/failure.ts";
import { bonusVerb } from "./bonus/command-line.ts";

await runVerb(async () => {
  await bonusVerb("subsidy").parseAsync();
});
