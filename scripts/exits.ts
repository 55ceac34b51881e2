// SPDX-License-Identifier: EUPL-1.2
// `npm run exits -- list|confirm|refuse|report …`: the treasurer's side of getting out to euros.
import { exitsVerb } from "./exits/command-line.ts";
import { runResumableVerb } from "./lib/failure.ts";

await runResumableVerb(async () => {
  await exitsVerb().parseAsync();
});
