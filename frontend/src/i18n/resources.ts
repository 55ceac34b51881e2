// SPDX-License-Identifier: EUPL-1.2
import type { auditorFr } from "./auditor-resources.fr.ts";
import type { bookFr } from "./book-resources.fr.ts";
import type { officerFr } from "./officer-resources.fr.ts";
import type { fr } from "./resources.fr.ts";

/** The texts of a language for everybody, by feature; French is the model. */
export type Resources = typeof fr;

/** The name of a feature's texts. */
export type Namespace = keyof (Resources & typeof bookFr & typeof auditorFr & typeof officerFr);

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    resources: Resources & typeof bookFr & typeof auditorFr & typeof officerFr;
  }
}
