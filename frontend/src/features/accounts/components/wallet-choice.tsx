// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import type { Wallet } from "../api/use-connect.ts";
import { ChoiceRow } from "./choice-row.tsx";

type Props = {
  wallets: readonly Wallet[];
  pendingId: string | undefined;
  onChoose: (id: string) => void;
  onTryWithout?: () => void;
};

/** The wallets this browser announced; or, when there is none, how to get one. */
export function WalletChoice({ wallets, pendingId, onChoose, onTryWithout }: Props) {
  const { t } = useTranslation("connection");
  return (
    <div className="space-y-4">
      {wallets.length > 0 ? (
        <>
          <p>{t("wallet.text")}</p>
          <ul className="space-y-3">
            {wallets.map(({ id, name, icon }) => (
              <li key={id}>
                <ChoiceRow
                  icon={icon ? <img src={icon} alt="" className="size-9 shrink-0 rounded-[8px]" /> : null}
                  name={name}
                  detail={pendingId === id ? t("wallet.pending") : undefined}
                  isPending={pendingId === id}
                  onChoose={() => onChoose(id)}
                />
              </li>
            ))}
          </ul>
        </>
      ) : (
        <div className="space-y-2 rounded-card bg-stone px-5 py-4">
          <p className="font-semibold">{t("wallet.noneTitle")}</p>
          <p>{t("wallet.noneText")}</p>
          <p className="text-caption text-ink-soft">{t("wallet.nonePhone")}</p>
        </div>
      )}
      {onTryWithout && (
        <Button kind="secondary" className="w-full" onClick={onTryWithout}>
          {t("wallet.tryWithout")}
        </Button>
      )}
    </div>
  );
}
