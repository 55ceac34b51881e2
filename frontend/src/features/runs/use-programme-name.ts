// SPDX-License-Identifier: EUPL-1.2
import { PURPOSES } from "@monnaie-commune/sdk/purposes";
import { useTranslation } from "react-i18next";
import type { Programme } from "../audit/audit.ts";

/** "1. Primes de fin d’année". */
export function useProgrammeName(): (programme: Pick<Programme, "programmeId" | "purpose">) => string {
  const { t } = useTranslation("audit");
  return ({ programmeId, purpose }) =>
    t("programmes.name", {
      id: programmeId.toString(),
      purpose: t(`programmes.purposes.${PURPOSES[purpose] ?? "reward"}`),
    });
}
