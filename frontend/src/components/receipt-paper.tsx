// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import { Link } from "@tanstack/react-router";
import { Printer } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../i18n/use-language.ts";
import { formatDay, formatTime } from "../lib/format-date.ts";
import { receiptNumber } from "../lib/short-address.ts";
import { useRuntime } from "../lib/runtime-context.ts";
import { Amount } from "./amount.tsx";
import { Button, buttonClass } from "./button.tsx";
import { ShareReceipt } from "./share-receipt.tsx";

type Props = {
  cents: bigint;
  /** Who was paid, or paid, as a phrase: "à La Fournée". */
  who: string;
  note?: string | undefined;
  /** When it was written in the register, in Unix seconds. */
  at: number;
  hash: string;
  /** What else to do, between the way home and printing. */
  children?: ReactNode;
};

/** The proof that something is written in the register, as one gets it at a till. */
export function ReceiptPaper({ cents, who, note, at, hash, children }: Props) {
  const { t } = useTranslation("transaction");
  const language = useLanguage();
  const { symbol, region } = useRuntime();
  const when = t("receipt.when", { day: formatDay(at, language), time: formatTime(at, language) });
  const number = t("receipt.reference", { reference: receiptNumber(hash) });
  const text = [`${formatAmount(cents, language, symbol)} ${who}`, note, when, number, region.currency.name[language]];
  return (
    <div className="space-y-6">
      <div className="receipt rounded-t-card bg-stone px-5 pt-8 pb-10 text-center">
        <svg viewBox="0 0 64 64" className="mx-auto size-16" aria-hidden="true">
          <circle cx="32" cy="32" r="30" fill="var(--ok)" />
          <path
            d="M19 33l9 9 18-20"
            fill="none"
            stroke="var(--surface)"
            strokeWidth="5"
            strokeLinecap="round"
            strokeLinejoin="round"
            pathLength="1"
            strokeDasharray="1"
            className="animate-[draw_400ms_ease-out_150ms_backwards]"
          />
        </svg>
        <p role="status" className="mt-4">
          <Amount cents={cents} symbol={symbol} size="title" />
          <span className="mt-1 block text-lead font-semibold">{who}</span>
        </p>
        {note && <p className="mt-1">{note}</p>}
        <p className="mt-4 text-ink-soft">{when}</p>
        <p className="tabular mt-1 text-caption text-ink-soft">
          {number} · {region.currency.name[language]}
        </p>
      </div>
      <div className="flex flex-col gap-3 print:hidden">
        <Link to="/" className={buttonClass("primary")}>
          {t("receipt.home")}
        </Link>
        {children}
        <ShareReceipt text={text.filter(Boolean).join("\n")} />
        <Button kind="quiet" onClick={() => print()}>
          <Printer size={20} strokeWidth={1.75} aria-hidden="true" />
          {t("receipt.print")}
        </Button>
      </div>
    </div>
  );
}
