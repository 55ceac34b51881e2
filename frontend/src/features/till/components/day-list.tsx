// SPDX-License-Identifier: EUPL-1.2
import { ArrowDownLeft, Undo2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Amount } from "../../../components/amount.tsx";
import { receiptNumber } from "../../../lib/short-address.ts";
import type { DayLine } from "../shop-day.ts";
import { usePaymentWords } from "../use-payment-words.ts";

type RowProps = { line: DayLine; onRefund: (line: DayLine) => void };

function Row({ line, onRefund }: RowProps) {
  const { t } = useTranslation("till");
  const words = usePaymentWords();
  const isRefund = line.kind === "refund";
  const Icon = isRefund ? Undo2 : ArrowDownLeft;
  const details = [
    words.time(line.at),
    line.label,
    isRefund && line.original !== undefined && t("day.refundOf", { receipt: receiptNumber(line.original) }),
    line.isRefunded && t("day.isRefunded"),
  ].filter(Boolean);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5">
      <span className="flex size-11 shrink-0 items-center justify-center rounded-card bg-stone text-accent print:hidden">
        <Icon size={22} strokeWidth={1.75} aria-hidden="true" />
      </span>
      <span className="min-w-0 flex-1 basis-40">
        <span className="block font-semibold">{words.payer(line.other)}</span>
        <span className="block text-caption text-ink-soft">{details.join(" · ")}</span>
      </span>
      <Amount cents={isRefund ? -line.cents : line.cents} size="row" isSigned />
      {!isRefund && line.reference !== undefined && !line.isRefunded && (
        <button
          type="button"
          aria-haspopup="dialog"
          onClick={() => onRefund(line)}
          className="min-h-11 rounded-pill border border-line px-4 text-caption font-semibold hover:bg-stone print:hidden"
        >
          {t("refund.action")}
          <span className="sr-only">
            {" "}
            {words.amount(line.cents)}, {words.payer(line.other)}
          </span>
        </button>
      )}
    </li>
  );
}

/** The lines of a day, the latest first. */
export function DayList({ lines, onRefund }: { lines: readonly DayLine[]; onRefund: (line: DayLine) => void }) {
  const { t } = useTranslation("till");
  return (
    <ol aria-label={t("day.list")} className="divide-y divide-hairline">
      {lines.toReversed().map((line) => (
        <Row key={line.key} line={line} onRefund={onRefund} />
      ))}
    </ol>
  );
}
