// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { useNetwork } from "../../accounts/api/use-network.ts";

/** For wallets that only sign for the network they look at. */
export function NetworkSwitch() {
  const { t } = useTranslation("notices");
  const { isWrong, switchToRegion, isPending } = useNetwork();
  if (!isWrong) return null;
  return (
    <Button kind="secondary" onClick={() => void switchToRegion()} isPending={isPending}>
      {t("switchNetwork")}
    </Button>
  );
}
