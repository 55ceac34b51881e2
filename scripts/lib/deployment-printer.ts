// SPDX-License-Identifier: EUPL-1.2
import type { DeploymentListener } from "./deploy-system.ts";
import { t } from "./messages.ts";
import { done } from "./terminal.ts";

/** Prints each contract and each step of a deployment as it is done. */
export const DEPLOYMENT_PRINTER: DeploymentListener = {
  contract: (name, { address }, isNew) =>
    done(t(isNew ? "deploy.contract.created" : "deploy.contract.known", { name, address })),
  step: (key, calls) => {
    const step = t(`deploy.step.${key}`);
    done(calls > 0 ? step : t("deploy.step.already", { step }));
  },
};
