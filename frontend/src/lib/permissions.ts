// SPDX-License-Identifier: EUPL-1.2
import type { RoleName } from "@monnaie-commune/sdk/generated/roles";

/** What some may do and others only read about. The chain decides; the pages show nobody a button it would refuse. */
export type Action = "bonus.pay" | "reward.pay" | "run.approve" | "exit.settle" | "register.keep";

export const ROLE_OF: Record<Action, RoleName> = {
  "bonus.pay": "BONUS_OFFICER",
  "reward.pay": "REWARD_OFFICER",
  "run.approve": "APPROVER",
  "register.keep": "REGISTRAR",
  "exit.settle": "TREASURER",
};
