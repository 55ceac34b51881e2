// SPDX-License-Identifier: EUPL-1.2
import type { auditorFr } from "./auditor-resources.fr.ts";
import calls from "./calls.en.json";
import contracts from "./contracts.en.json";
import operation from "./operation.en.json";
import register from "./register.en.json";
import statement from "./statement.en.json";

export const auditorEn: typeof auditorFr = { calls, contracts, operation, register, statement };
