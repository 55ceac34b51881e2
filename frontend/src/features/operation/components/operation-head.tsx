// SPDX-License-Identifier: EUPL-1.2
import { centsOf, topicOf } from "@monnaie-commune/sdk/ledger/find-lines";
import type { JournalLine } from "@monnaie-commune/sdk/ledger/journal";
import type { Operation } from "@monnaie-commune/sdk/ledger/operation";
import { useTranslation } from "react-i18next";
import { Amount } from "../../../components/amount.tsx";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { receiptNumber } from "../../../lib/short-address.ts";
import { EntryMoment } from "../../movements/components/entry-moment.tsx";
import { TopicIcon } from "../../register/components/topic-icon.tsx";
import { useLineWords } from "../../register/use-line-words.ts";

/** What one looks for in an operation is not what melted on the way. */
function mainLine(lines: readonly JournalLine[]): JournalLine | undefined {
  return lines.find(({ kind }) => kind !== "fonte") ?? lines[0];
}

type Props = { tx: string; operation: Operation | undefined; block: number | undefined };

/** The operation in one sentence, its amount, and where it stands. */
export function OperationHead({ tx, operation, block }: Props) {
  const { t } = useTranslation("operation");
  const { symbol } = useRuntime();
  const words = useLineWords();
  const main = mainLine(operation?.lines ?? []);
  const cents = main && centsOf(main);
  const where = [
    t("number", { number: receiptNumber(tx) }),
    ...(block === undefined ? [] : [t("page", { block })]),
  ].join(" · ");
  return (
    <section className="flex flex-wrap items-center gap-x-6 gap-y-4 rounded-card bg-stone p-5 md:p-8">
      {main && <TopicIcon topic={topicOf(main)} className="size-14! bg-surface! max-sm:hidden" />}
      <div className="min-w-0 flex-1 basis-64">
        {main && <p className="text-ink-soft">{words(main).kind}</p>}
        <h2 className="text-lead font-bold md:text-title">{main ? words(main).sentence : t("none")}</h2>
        {operation && (
          <p className="mt-1 first-letter:uppercase">
            <EntryMoment block={operation.block} day={operation.day} />
          </p>
        )}
        <p className="tabular text-caption text-ink-soft">{where}</p>
      </div>
      {cents !== undefined && <Amount cents={cents} symbol={symbol} size="title" />}
    </section>
  );
}
