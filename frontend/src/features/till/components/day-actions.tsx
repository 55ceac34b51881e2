// SPDX-License-Identifier: EUPL-1.2
import { FileSpreadsheet, Printer, Stamp } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { download } from "../../../lib/download.ts";
import { usePaymentWords } from "../use-payment-words.ts";
import type { ShopDay } from "../use-shop-day.ts";

type Props = { day: ShopDay; date: string; onClose: () => void };

/** Close, print, take away. */
export function DayActions({ day, date, onClose }: Props) {
  const { t } = useTranslation("till");
  const { payer } = usePaymentWords();
  const icon = { size: 20, strokeWidth: 1.75, "aria-hidden": true } as const;
  const save = async () => {
    const { dayCsv } = await import("../day-csv.ts");
    const words = {
      column: (column: Parameters<Parameters<typeof dayCsv>[1]["column"]>[0]) => t(`csv.columns.${column}`),
      kind: (kind: "payment" | "refund") => t(`csv.kinds.${kind}`),
      customer: payer,
    };
    download(`${t("csv.file")}-${date}.csv`, dayCsv(day.lines, words), "text/csv");
  };
  return (
    <div className="flex flex-wrap items-center gap-3 print:hidden">
      {day.open.length > 0 && (
        <Button kind="secondary" onClick={onClose}>
          <Stamp {...icon} />
          {t("day.close", { count: day.open.length })}
        </Button>
      )}
      <Button kind="secondary" onClick={() => void save()}>
        <FileSpreadsheet {...icon} />
        {t("day.csv")}
      </Button>
      <Button kind="secondary" onClick={() => print()}>
        <Printer {...icon} />
        {t("day.print")}
      </Button>
    </div>
  );
}
