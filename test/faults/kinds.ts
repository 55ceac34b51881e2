// SPDX-License-Identifier: EUPL-1.2
import type { Kind } from "./kind.ts";
import { ANSWERS } from "./kinds/answers.ts";
import { CHAIN } from "./kinds/chain.ts";
import { CONTRACTS } from "./kinds/contracts.ts";
import { KILLS } from "./kinds/kills.ts";
import { JOURNALS } from "./kinds/journals.ts";
import { MACHINE } from "./kinds/machine.ts";
import { REORGANISATIONS } from "./kinds/reorganisations.ts";

/** Every kind of fault. */
export const KINDS: readonly Kind[] = [
  ...KILLS,
  ...JOURNALS,
  ...MACHINE,
  ...ANSWERS,
  ...REORGANISATIONS,
  ...CHAIN,
  ...CONTRACTS,
];
