// SPDX-License-Identifier: EUPL-1.2
import type { auditorFr } from "./auditor-resources.fr.ts";
import calls from "./calls.en.json";
import operation from "./operation.en.json";
import register from "./register.en.json";
import statement from "./statement.en.json";

export const auditorEn: typeof auditorFr = { calls, operation, register, statement };
