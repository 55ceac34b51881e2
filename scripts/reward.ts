// SPDX-License-Identifier: EUPL-1.2
// `npm run reward -- plan|simulate|propose|approve|run|report …`: pays rewards for acts of solidarity, ecology or commons.
import { runResumableVerb } from "./lib/failure.ts";
import { bonusVerb } from "./bonus/command-line.ts";

await runResumableVerb(async () => {
  await bonusVerb("reward").parseAsync();
});
