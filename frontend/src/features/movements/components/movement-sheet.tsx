// SPDX-License-Identifier: EUPL-1.2
import { Link } from "@tanstack/react-router";
import { Printer } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Amount } from "../../../components/amount.tsx";
import { Button, buttonClass } from "../../../components/button.tsx";
import { Fact } from "../../../components/fact.tsx";
import { Sheet } from "../../../components/sheet.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import type { AccountName } from "../../accounts/api/use-account-names.ts";
import { receiptNumber } from "../../../lib/short-address.ts";
import type { DatedLine } from "../history.ts";
import { useLineTitle } from "../use-line-title.ts";
import type { Note } from "../use-notes.ts";
import { EntryMoment } from "./entry-moment.tsx";

type Props = { dated: DatedLine; nameOf: (address: string) => AccountName; note: Note; onClose: () => void };

/** A line of the history as a receipt: one can read it, print it, find it in the register. */
export function MovementSheet({ dated: { line, since }, nameOf, note, onClose }: Props) {
  const { t } = useTranslation(["history", "movements"]);
  const language = useLanguage();
  const { symbol, chainId, region } = useRuntime();
  const title = useLineTitle();
  const other = line.kind === "received" || line.kind === "paid" ? nameOf(line.other) : undefined;
  const explorer = region.explorers?.[chainId]?.transaction.replace("{transaction}", line.tx);
  return (
    <Sheet title={t("receipt.title")} isOpen onClose={onClose}>
      <div className="receipt rounded-t-card bg-stone px-5 pt-6 pb-10 text-center">
        <p className="font-semibold text-ink-soft">{t(`movements:kinds.${line.kind}`)}</p>
        <p className={`mt-1 ${line.kind === "fonte" ? "text-fonte-text" : ""}`}>
          <Amount cents={line.cents} symbol={symbol} size="title" isSigned />
        </p>
        <p className="mt-1 text-lead font-semibold">{title(line, since, nameOf)}</p>
        {other?.detail && <p className="text-ink-soft">{other.detail}</p>}
      </div>
      <dl className="mt-4">
        <Fact name={t("receipt.when")}>
          <EntryMoment block={line.block} day={line.day} />
        </Fact>
        {note.label && <Fact name={t("receipt.label")}>{note.label}</Fact>}
        {note.reference && <Fact name={t("receipt.reference")}>{note.reference}</Fact>}
        <Fact name={t("receipt.balance")}>
          <Amount cents={line.balance} symbol={symbol} />
        </Fact>
        {line.kind === "issued" && line.story && (
          <Fact name={t("receipt.decision")}>{receiptNumber(line.story.decisionHash)}</Fact>
        )}
        <Fact name={t("receipt.number")}>{receiptNumber(line.tx)}</Fact>
        <Fact name={t("receipt.page")}>{line.block.toLocaleString(language)}</Fact>
      </dl>
      {line.kind === "fonte" && <p className="mt-4 text-ink-soft">{t("receipt.fonteText")}</p>}
      {line.kind === "issued" && line.story && <p className="mt-4 text-ink-soft">{t("receipt.issuedText")}</p>}
      {line.kind === "issued" && line.claimNumber !== undefined && (
        <p className="mt-4 text-ink-soft">{t("receipt.claimedText")}</p>
      )}
      <div className="mt-6 flex flex-col gap-3 print:hidden">
        {line.kind === "paid" && (
          <Link to="/payer" search={{ a: line.other }} className={buttonClass("primary")}>
            {t("receipt.payAgain")}
          </Link>
        )}
        <Link to="/operation/$tx" params={{ tx: line.tx }} className={buttonClass("secondary")}>
          {t("receipt.operation")}
        </Link>
        {explorer && (
          <a href={explorer} target="_blank" rel="noreferrer" className={buttonClass("secondary")}>
            {t("receipt.explorer")}
          </a>
        )}
        <Button kind="quiet" onClick={() => print()}>
          <Printer size={20} strokeWidth={1.75} aria-hidden="true" />
          {t("receipt.print")}
        </Button>
      </div>
    </Sheet>
  );
}
