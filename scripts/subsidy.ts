// SPDX-License-Identifier: EUPL-1.2
// `npm run subsidy -- plan|simulate|propose|approve|run|report …`: pays the part of subsidies that is in the currency.
import { runResumableVerb } from "./lib/failure.ts";
import { bonusVerb } from "./bonus/command-line.ts";

await runResumableVerb(async () => {
  await bonusVerb("subsidy").parseAsync();
});
