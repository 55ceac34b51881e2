// SPDX-License-Identifier: EUPL-1.2
import { CircleUserRound, Store } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import type { DemoIdentity } from "../../../lib/runtime-config.ts";
import { isSameAddress } from "../../../lib/short-address.ts";
import { useShops } from "../../merchants/api/use-shops.ts";
import { ChoiceRow } from "./choice-row.tsx";

type Props = {
  identities: readonly DemoIdentity[];
  pendingId: string | undefined;
  onChoose: (address: string) => void;
  onUseWallet: () => void;
};

/** The people and shops of the demonstration, one of whom one can be. */
export function DemoChoice({ identities, pendingId, onChoose, onUseWallet }: Props) {
  const { t } = useTranslation("connection");
  const language = useLanguage();
  const { data: shops } = useShops();
  return (
    <div className="space-y-4">
      <p>{t("demo.text")}</p>
      <ul className="space-y-3">
        {identities.map(({ address, name, role }) => {
          const isShop = shops?.some((shop) => isSameAddress(shop.address, address));
          const Icon = isShop ? Store : CircleUserRound;
          return (
            <li key={address}>
              <ChoiceRow
                icon={<Icon size={28} strokeWidth={1.75} aria-hidden="true" className="shrink-0 text-accent" />}
                name={name[language]}
                detail={role[language]}
                isPending={pendingId === `demo:${address}`}
                onChoose={() => onChoose(address)}
              />
            </li>
          );
        })}
      </ul>
      <p className="text-caption text-ink-soft">{t("demo.keys")}</p>
      <Button kind="quiet" onClick={onUseWallet}>
        {t("demo.useWallet")}
      </Button>
    </div>
  );
}
