// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import { Link } from "@tanstack/react-router";
import { CalendarClock, CircleCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { AddressGroups } from "../../../components/address-groups.tsx";
import { buttonClass } from "../../../components/button.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { formatDay, formatTime } from "../../../lib/format-date.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { isSameAddress } from "../../../lib/short-address.ts";
import { useAccountNames } from "../../accounts/api/use-account-names.ts";
import { useWalletAccounts } from "../api/use-claimants.ts";
import type { LetterStatus } from "../letter-status.ts";
import { Sentence } from "./sentence.tsx";

type Status = Exclude<LetterStatus, { kind: "open" | "untrue" }>;
type Props = { status: Status; onRetry: () => void; onOtherCode: () => void };

/** A letter there is nothing more to get from: when it was paid and where to, or why it will not be. */
export function LetterOutcome({ status, onRetry, onOtherCode }: Props) {
  const { t } = useTranslation("claim");
  const language = useLanguage();
  if (status.kind === "paid") return <PaidLetter status={status} onOtherCode={onOtherCode} />;
  if (status.kind === "notYet") {
    const text = t("outcomes.notYet.text");
    return <Sentence icon={CalendarClock} title={t("outcomes.notYet.title")} text={text} onRetry={onRetry} />;
  }
  const day = status.kind === "cancelled" ? status.at : status.kind === "expired" ? status.deadline : undefined;
  return (
    <Sentence
      title={t(`outcomes.${status.kind}.title`)}
      text={t(`outcomes.${status.kind}.text`, { day: day === undefined ? "" : formatDay(day, language) })}
      onOtherCode={onOtherCode}
    />
  );
}

function PaidLetter({ status, onOtherCode }: { status: Extract<Status, { kind: "paid" }>; onOtherCode: () => void }) {
  const { t } = useTranslation(["claim", "transaction"]);
  const language = useLanguage();
  const { symbol } = useRuntime();
  const nameOf = useAccountNames();
  const accounts = useWalletAccounts();
  const { payee, amount, at } = status;
  const isOwn = accounts.some((account) => isSameAddress(account, payee));
  const { name, kind } = nameOf(payee);
  const values = {
    amount: formatAmount(amount, language, symbol),
    day: formatDay(at, language),
    time: formatTime(at, language),
    name,
  };
  return (
    <Sentence
      icon={CircleCheck}
      title={t("outcomes.paid.title")}
      text={t(
        isOwn ? "outcomes.paid.own" : kind === "unknown" ? "outcomes.paid.unknown" : "outcomes.paid.named",
        values,
      )}
      onOtherCode={onOtherCode}
    >
      <AddressGroups address={payee} />
      {isOwn ? (
        <Link to="/" className={buttonClass("primary")}>
          {t("transaction:receipt.home")}
        </Link>
      ) : (
        <p>{t("outcomes.paid.notYou")}</p>
      )}
    </Sentence>
  );
}
