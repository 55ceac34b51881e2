// SPDX-License-Identifier: EUPL-1.2
// `npm run audit -- --rpc <url> --token <address> …`: does the books of a currency again from the chain alone, and compares.
import { auditVerb } from "./audit/command-line.ts";
import { runResumableVerb } from "./lib/failure.ts";

await runResumableVerb(async () => {
  await auditVerb().parseAsync();
});
