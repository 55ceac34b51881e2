// SPDX-License-Identifier: EUPL-1.2
import type { ErrorName } from "@monnaie-commune/sdk/generated/errors";
import type { fr } from "./resources.fr.ts";

/** The texts of a language, by feature; French is the model. */
export type Resources = typeof fr;

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    /** The sentences of contract errors are shared with the scripts and checked against the ABIs by a test. */
    resources: Resources & { errors: Record<ErrorName, string> };
  }
}
