// SPDX-License-Identifier: EUPL-1.2
import { forgetDevice } from "./preferences.ts";

/** Name of the database in which the plans of officers are kept. */
export const PLAN_DATABASE = "mc.plans";

/** Name of the database in which what was read of the ledger is kept. */
export const LEDGER_DATABASE = "mc.ledger";

/** Name of the database in which the last answers of the chain are kept. */
export const ANSWER_DATABASE = "mc.answers";

function forgetDatabase(name: string): Promise<void> {
  return new Promise((resolve) => {
    const deleting = indexedDB.deleteDatabase(name);
    for (const end of ["success", "error", "blocked"]) deleting.addEventListener(end, () => resolve());
  });
}

/** Forgets everything this site has kept in the browser, the plans of officers among it. */
export async function forgetEverything(): Promise<void> {
  forgetDevice();
  await Promise.all([PLAN_DATABASE, ANSWER_DATABASE, LEDGER_DATABASE].map(forgetDatabase));
}
