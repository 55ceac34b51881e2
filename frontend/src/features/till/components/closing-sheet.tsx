// SPDX-License-Identifier: EUPL-1.2
import { Printer } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Amount } from "../../../components/amount.tsx";
import { Button } from "../../../components/button.tsx";
import { Sheet } from "../../../components/sheet.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { formatDay, formatTime } from "../../../lib/format-date.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import type { Closing } from "../closings.ts";

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-hairline py-2">
      <dt>{name}</dt>
      <dd className="tabular font-semibold">{children}</dd>
    </div>
  );
}

type Props = { name: string; closing: Closing; previous: Closing | undefined; onClose: () => void };

/** A close as it is printed: what came in since the one before. */
export function ClosingSheet({ name, closing, previous, onClose }: Props) {
  const { t } = useTranslation("till");
  const language = useLanguage();
  const { symbol } = useRuntime();
  const moment = (at: number | undefined) =>
    at === undefined ? "–" : t("closing.at", { day: formatDay(at, language), time: formatTime(at, language) });
  return (
    <Sheet title={t("closing.title", { number: closing.number })} isOpen onClose={onClose}>
      <div className="receipt rounded-t-card bg-stone px-5 pt-6 pb-10">
        <p className="text-center text-lead font-bold">{name}</p>
        <p className="mt-1 text-center">{t("closing.title", { number: closing.number })}</p>
        <p className="text-center text-caption">{moment(closing.at)}</p>
        <dl className="mt-4">
          <Fact name={t("day.count")}>{closing.count}</Fact>
          <Fact name={t("day.total")}>
            <Amount cents={closing.total} symbol={symbol} />
          </Fact>
          <Fact name={t("day.refunded", { count: closing.refunds })}>
            <Amount cents={-closing.refunded} symbol={symbol} />
          </Fact>
          <Fact name={t("day.net")}>
            <Amount cents={closing.total - closing.refunded} symbol={symbol} />
          </Fact>
          <Fact name={t("closing.first")}>{moment(closing.first)}</Fact>
          <Fact name={t("closing.last")}>{moment(closing.last)}</Fact>
          <Fact name={t("closing.previous")}>
            {previous
              ? t("closing.previousOne", { number: previous.number, at: moment(previous.at) })
              : t("closing.none")}
          </Fact>
        </dl>
        <p className="mt-4 text-caption">{t("closing.kept")}</p>
      </div>
      <Button className="mt-6 w-full print:hidden" onClick={() => print()}>
        <Printer size={20} strokeWidth={1.75} aria-hidden="true" />
        {t("closing.print")}
      </Button>
    </Sheet>
  );
}
