// SPDX-License-Identifier: EUPL-1.2
// `npm run relay -- serve --network <network> --region <region>`: pays the fee of claims people signed with their letter.
// `npm run relay -- send <file> …`: sends one that was kept in a file.
import { runVerb } from "./lib/failure.ts";
import { relayVerb } from "./relay/command-line.ts";

await runVerb(async () => {
  await relayVerb().parseAsync();
});
