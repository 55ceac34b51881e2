// SPDX-License-Identifier: EUPL-1.2
// `npm test`: everything that must hold. Stops at the first step that fails, with its exit code.
import { runPhases } from "./checks/run-phases.ts";
import { PHASES } from "./checks/steps.ts";
import { Failure, runVerb } from "./lib/failure.ts";
import { t } from "./lib/messages.ts";
import { createVerb } from "./lib/verb.ts";

async function run(names: readonly string[]): Promise<void> {
  const known = PHASES.flat(2).map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Failure(1, "test.unknownStep", { name: unknown, known: known.join(", ") });
  const isWanted = (name: string) => names.length === 0 || names.includes(name);
  const phases = PHASES.map((lanes) =>
    lanes.map((lane) => lane.filter(({ name }) => isWanted(name))).filter((lane) => lane.length > 0),
  );
  process.exitCode = await runPhases(phases);
}

await runVerb(async () => {
  await createVerb("test").argument("[steps...]", t("test.help.steps")).action(run).parseAsync();
});
