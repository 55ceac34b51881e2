// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { Amount } from "../../../components/amount.tsx";
import { Button } from "../../../components/button.tsx";
import type { Address } from "../../../lib/runtime-config.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { useNetwork } from "../../accounts/api/use-network.ts";
import { PayeeCard } from "./payee-card.tsx";

type Props = {
  payee: Address;
  cents: bigint;
  /** What the payer will have afterwards, in cents. */
  left: bigint;
  label: string | undefined;
  isSilentWallet: boolean;
  wasRefused: boolean;
  onConfirm: () => void;
  onEdit: () => void;
};

/** The last look before signing: whom, how much, and the very number the wallet will show. */
export function ConfirmPayment({ payee, cents, left, label, isSilentWallet, wasRefused, onConfirm, onEdit }: Props) {
  const { t } = useTranslation(["pay", "notices"]);
  const { symbol } = useRuntime();
  const { isWrong, switchToRegion, isPending } = useNetwork();
  return (
    <div className="space-y-5">
      <p className="text-center">
        <Amount cents={cents} symbol={symbol} size="title" />
      </p>
      <PayeeCard address={payee} />
      <dl className="divide-y divide-hairline">
        {label && (
          <div className="flex justify-between gap-4 py-2.5">
            <dt className="text-ink-soft">{t("confirm.label")}</dt>
            <dd className="text-right">{label}</dd>
          </div>
        )}
        <div className="flex justify-between gap-4 py-2.5">
          <dt className="text-ink-soft">{t("confirm.after")}</dt>
          <dd>
            <Amount cents={left} symbol={symbol} />
          </dd>
        </div>
      </dl>
      {!isSilentWallet && (
        <p className="rounded-card bg-stone px-4 py-3">
          <strong className="tabular">{t("confirm.walletShows", { number: cents.toString() })}</strong>
          <span className="block text-caption text-ink-soft">{t("confirm.walletShowsHint")}</span>
        </p>
      )}
      <p role="status" className={wasRefused ? "font-semibold" : "sr-only"}>
        {wasRefused && t("confirm.refused")}
      </p>
      <div className="flex flex-col gap-3">
        {isWrong ? (
          <Button onClick={() => void switchToRegion()} isPending={isPending}>
            {t("notices:switchNetwork")}
          </Button>
        ) : (
          <Button onClick={onConfirm}>{t("confirm.submit")}</Button>
        )}
        <Button kind="secondary" onClick={onEdit}>
          {t("confirm.edit")}
        </Button>
      </div>
    </div>
  );
}
