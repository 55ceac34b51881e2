// SPDX-License-Identifier: EUPL-1.2
import { formatShortCode } from "@monnaie-commune/sdk/payments/short-code";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Amount } from "../../../components/amount.tsx";
import { Button } from "../../../components/button.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { formatTime } from "../../../lib/format-date.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { useNetwork } from "../../accounts/api/use-network.ts";
import { usePayee } from "../api/use-payee.ts";
import type { Payment } from "../payment.ts";
import { PayeeCard } from "./payee-card.tsx";
import { SecondLook } from "./second-look.tsx";

type Props = {
  payment: Payment;
  /** What the payer will have afterwards, in cents. */
  left: bigint;
  isSilentWallet: boolean;
  /** Unix second until which it is signed already, if so. */
  signedUntil: number | undefined;
  /** A sentence on why nothing happened so far: refused in the wallet, too late. */
  notice: string | undefined;
  onConfirm: () => void;
  /** Goes back to the amount; a shop's own amount has no way back. */
  onEdit: (() => void) | undefined;
};

/** Under the thumb at once; where little fits, or something is to be read first, the buttons stay at the end. */
const WITHIN_REACH = "bg-surface py-3 [@media(min-height:40rem)]:sticky [@media(min-height:40rem)]:bottom-0";

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex justify-between gap-4 py-2.5">
      <dt className="text-ink-soft">{name}</dt>
      <dd className="min-w-0 text-right wrap-anywhere">{children}</dd>
    </div>
  );
}

/** The last look before signing: whom, how much, what for, and the very number the wallet will show. */
export function ConfirmPayment({ payment, left, isSilentWallet, signedUntil, notice, onConfirm, onEdit }: Props) {
  const { t } = useTranslation(["pay", "payment", "notices"]);
  const language = useLanguage();
  const { symbol, relayUrl } = useRuntime();
  const { isWrong, switchToRegion, isPending } = useNetwork();
  const { isKnown, isPending: isLooking } = usePayee(payment.payee);
  const [hasCompared, setHasCompared] = useState(false);
  const [isTried, setIsTried] = useState(false);
  const { payee, cents, label, reference, code } = payment;
  const isToCompare = !isKnown && !isLooking && signedUntil === undefined;
  const mustCompare = isToCompare && !hasCompared;
  const number = cents.toString();
  // What is only signed depends on no network, if the wallet allows it; what the wallet sends does.
  const mustSwitch = isWrong && relayUrl === undefined;
  const confirm = () => {
    setIsTried(true);
    if (!mustCompare && !isLooking) onConfirm();
  };
  return (
    <div className="space-y-5">
      <p className="text-center">
        <Amount cents={cents} symbol={symbol} size="title" />
      </p>
      <PayeeCard address={payee} />
      <dl className="divide-y divide-hairline">
        {label && <Row name={t("confirm.label")}>{label}</Row>}
        {reference && <Row name={t("payment:confirm.reference")}>{reference}</Row>}
        {code && (
          <Row name={t("payment:confirm.code")}>
            <strong className="tabular">{formatShortCode(code)}</strong>
            <span className="block text-caption text-ink-soft">{t("payment:confirm.codeHint")}</span>
          </Row>
        )}
        <Row name={t("payment:confirm.fees")}>
          {t(relayUrl === undefined ? "payment:confirm.feesSelf" : "payment:confirm.feesRelay")}
        </Row>
        <Row name={t("confirm.after")}>
          <Amount cents={left} symbol={symbol} />
        </Row>
      </dl>
      {signedUntil !== undefined && (
        <p className="rounded-card bg-stone px-4 py-3">
          {t("payment:confirm.signed", { time: formatTime(signedUntil, language) })}
        </p>
      )}
      {!isSilentWallet && signedUntil === undefined && (
        <p className="rounded-card bg-stone px-4 py-3">
          <strong className="tabular">
            {relayUrl === undefined
              ? t("confirm.walletShows", { number })
              : t("payment:confirm.walletShows", { number })}
          </strong>
          <span className="block text-caption text-ink-soft">{t("confirm.walletShowsHint")}</span>
        </p>
      )}
      {isToCompare && (
        <SecondLook isChecked={hasCompared} onChange={setHasCompared} isMissing={isTried && mustCompare} />
      )}
      <p role="status" className={notice ? "font-semibold" : "sr-only"}>
        {notice}
      </p>
      <div className={`flex flex-col gap-3 ${isToCompare ? "" : WITHIN_REACH}`}>
        {mustSwitch ? (
          <Button onClick={() => void switchToRegion()} isPending={isPending}>
            {t("notices:switchNetwork")}
          </Button>
        ) : (
          <Button onClick={confirm}>
            {signedUntil === undefined ? t("confirm.submit") : t("payment:confirm.send")}
          </Button>
        )}
        {onEdit && (
          <Button kind="secondary" onClick={onEdit}>
            {t("confirm.edit")}
          </Button>
        )}
      </div>
    </div>
  );
}
