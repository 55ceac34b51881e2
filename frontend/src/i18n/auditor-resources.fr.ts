// SPDX-License-Identifier: EUPL-1.2
// As resources.fr.ts, for whoever checks the books: they may name the machinery.
import calls from "./calls.fr.json";
import contracts from "./contracts.fr.json";
import operation from "./operation.fr.json";
import register from "./register.fr.json";
import statement from "./statement.fr.json";

export const auditorFr = { calls, contracts, operation, register, statement };
