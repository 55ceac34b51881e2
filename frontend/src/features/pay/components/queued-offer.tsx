// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { useElapsedSeconds } from "../../../components/transaction/use-elapsed-seconds.ts";

/** A payment takes some seconds; who waits for longer may change their mind. */
const PATIENCE_SECONDS = 10;

/** Offers to take back a payment that the relay has not sent for a while. */
export function QueuedOffer({ onCancel }: { onCancel: () => void }) {
  const { t } = useTranslation("payment");
  if (useElapsedSeconds() < PATIENCE_SECONDS) return null;
  return (
    <Button kind="quiet" className="mt-4" onClick={onCancel}>
      {t("ways.cancel")}
    </Button>
  );
}
