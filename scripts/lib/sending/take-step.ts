// SPDX-License-Identifier: EUPL-1.2
import type { RoleName } from "@monnaie-commune/sdk/generated/roles";
import type { Wallet } from "ethers";
import type { AccessManager } from "../../../types/ethers-contracts/index.js";
import type { Chain } from "../network.ts";
import { checkSafe, type SafeAccount, type SafeStep, takeThroughSafe } from "./safe.ts";
import { type OpenJournal, sendOnce, withSender } from "./session.ts";

/** Who takes a step: a key that signs here, or a Safe whose owners sign elsewhere. */
export type Signatory = Wallet | SafeAccount;

export function isSafe(by: Signatory): by is SafeAccount {
  return "kind" in by;
}

/** A step of an office. */
export type OfficeStep = SafeStep & {
  chain: Chain;
  by: Signatory;
  /** Where its journal is, or its file for a Safe. */
  folder: string;
  /** The role it takes. */
  role: RoleName;
  manager: AccessManager;
  openJournal?: OpenJournal | undefined;
};

/**
 * Takes a step and waits until the chain has it: sends it, once, or has the owners of a Safe execute it.
 * @throws Failure when the contract refuses it, or the Safe does not hold the role.
 */
export async function takeStep(step: OfficeStep): Promise<void> {
  const { chain, by, folder } = step;
  if (isSafe(by)) {
    await checkSafe(chain, by, step.manager, step.role);
    await takeThroughSafe(chain, by, folder, [step]);
    return;
  }
  await withSender(
    chain,
    by,
    folder,
    async (session) => {
      await sendOnce(chain, by, session, step.name, step.call);
    },
    step.openJournal,
  );
}
