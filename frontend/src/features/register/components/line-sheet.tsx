// SPDX-License-Identifier: EUPL-1.2
import { accountsOf, centsOf, topicOf } from "@monnaie-commune/sdk/ledger/find-lines";
import { lineId, type JournalLine } from "@monnaie-commune/sdk/ledger/journal";
import { Link } from "@tanstack/react-router";
import { Link2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Amount } from "../../../components/amount.tsx";
import { Button, buttonClass } from "../../../components/button.tsx";
import { Fact } from "../../../components/fact.tsx";
import { Sheet } from "../../../components/sheet.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { receiptNumber } from "../../../lib/short-address.ts";
import { useClipboard } from "../../../lib/use-clipboard.ts";
import { EntryMoment } from "../../movements/components/entry-moment.tsx";
import { useLineWords } from "../use-line-words.ts";
import { usePublicNames } from "../use-public-names.ts";
import { AccountLink } from "./account-link.tsx";

/** The decision behind money that came into being. */
function Story({ line }: { line: JournalLine }) {
  const { t } = useTranslation("register");
  if (line.kind === "act" || !("story" in line) || line.story === undefined) return null;
  const { programmeId, runId, decisionHash, proposer, approver } = line.story;
  return (
    <>
      <Fact name={t("sheet.programme")}>
        <Link
          to="/registre"
          search={{ programme: programmeId.toString() }}
          className="inline-block min-h-6 text-accent underline underline-offset-4"
        >
          {programmeId.toString()}
        </Link>
      </Fact>
      <Fact name={t("sheet.run")}>{runId.toString()}</Fact>
      <Fact name={t("sheet.decision")}>{receiptNumber(decisionHash)}</Fact>
      <Fact name={t("sheet.proposer")}>
        <AccountLink address={proposer} />
      </Fact>
      <Fact name={t("sheet.approver")}>
        <AccountLink address={approver} />
      </Fact>
    </>
  );
}

/** A line of the register by itself: its number for ever, and the ways to all it is about. */
export function LineSheet({ line, onClose }: { line: JournalLine; onClose: () => void }) {
  const { t } = useTranslation("register");
  const language = useLanguage();
  const { symbol } = useRuntime();
  const { kind, sentence } = useLineWords()(line);
  const nameOf = usePublicNames();
  const { copy, copied } = useClipboard();
  const cents = centsOf(line);
  const isFonte = topicOf(line) === "fonte" || topicOf(line) === "commons";
  const shareLink = () => {
    const { origin, pathname } = window.location;
    return `${origin}${pathname}?ligne=${lineId(line)}`;
  };
  return (
    <Sheet title={t("sheet.title")} isOpen onClose={onClose}>
      <div className="rounded-card bg-stone px-5 py-6 text-center">
        <p className="font-semibold text-ink-soft">{kind}</p>
        {cents !== undefined && (
          <p className={isFonte ? "text-fonte-text" : ""}>
            <Amount cents={cents} symbol={symbol} size="title" />
          </p>
        )}
        <p className="mt-1 text-lead font-semibold">{sentence}</p>
      </div>
      <dl className="mt-4">
        <Fact name={t("sheet.when")}>
          <EntryMoment block={line.block} day={line.day} />
        </Fact>
        <Story line={line} />
        <Fact name={t("sheet.page")}>{line.block.toLocaleString(language)}</Fact>
        <Fact name={t("sheet.id")}>
          <span className="tabular">{lineId(line)}</span>
        </Fact>
      </dl>
      <div className="mt-6 flex flex-col gap-3">
        <Link to="/operation/$tx" params={{ tx: line.tx }} className={buttonClass("primary")}>
          {t("sheet.operation")}
        </Link>
        {accountsOf(line)
          .filter((address) => BigInt(address) !== 0n)
          .slice(0, 4)
          .map((address) => (
            <Link key={address} to="/compte/$address" params={{ address }} className={buttonClass("secondary")}>
              {t("sheet.statement", { name: nameOf(address).name })}
            </Link>
          ))}
        <Button kind="quiet" onClick={() => void copy(shareLink())}>
          <Link2 size={20} strokeWidth={1.75} aria-hidden="true" />
          {t(copied ? "sheet.copied" : "sheet.copy")}
        </Button>
      </div>
    </Sheet>
  );
}
