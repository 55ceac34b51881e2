// SPDX-License-Identifier: EUPL-1.2
import { forgetDevice } from "./preferences.ts";

/** Name of the database in which the plans of officers are kept. */
export const PLAN_DATABASE = "mc.plans";

/** Forgets everything this site has kept in the browser, the plans of officers among it. */
export async function forgetEverything(): Promise<void> {
  forgetDevice();
  await new Promise<void>((resolve) => {
    const deleting = indexedDB.deleteDatabase(PLAN_DATABASE);
    for (const end of ["success", "error", "blocked"]) deleting.addEventListener(end, () => resolve());
  });
}
