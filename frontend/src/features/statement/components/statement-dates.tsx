// SPDX-License-Identifier: EUPL-1.2
import { addMonths, isoDateOf } from "@monnaie-commune/sdk/days";
import { startOfMonth } from "@monnaie-commune/sdk/ledger/months";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { DateFields } from "../../../components/date-fields.tsx";
import { monthLink } from "../period.ts";
import type { StatementLink } from "../statement-link.ts";

type Props = { link: StatementLink; today: number; onChange: (link: StatementLink) => void };

/** The dates of a statement: two days, or one of the usual periods. */
export function StatementDates({ link, today, onChange }: Props) {
  const { t } = useTranslation("statement");
  const isDefault = Object.keys(link).length === 0;
  const { du = isDefault ? isoDateOf(startOfMonth(today)) : "", au = isDefault ? isoDateOf(today) : "" } = link;
  const withDay = (part: "du" | "au") => (value: string) => {
    const { [part]: _, ...rest } = { du, au };
    const next = { ...rest, ...(value !== "" && { [part]: value }) };
    onChange(Object.fromEntries(Object.entries(next).filter(([, day]) => day !== "")));
  };
  return (
    <fieldset className="print:hidden">
      <legend className="sr-only">{t("dates.label")}</legend>
      <div className="flex flex-wrap items-end gap-4">
        <div className="grid min-w-0 flex-1 basis-72 grid-cols-2 gap-3 max-sm:-mx-3 max-sm:gap-2 md:max-w-md">
          <DateFields from={du} to={au} onFrom={withDay("du")} onTo={withDay("au")} />
        </div>
        <div className="mb-1.5 flex flex-wrap gap-2">
          <Button kind="secondary" className="max-sm:px-4!" onClick={() => onChange({})}>
            {t("dates.thisMonth")}
          </Button>
          <Button
            kind="secondary"
            className="max-sm:px-4!"
            onClick={() => onChange(monthLink(addMonths(startOfMonth(today), -1)))}
          >
            {t("dates.lastMonth")}
          </Button>
          <Button kind="secondary" className="max-sm:px-4!" onClick={() => onChange({ tout: "oui" })}>
            {t("dates.all")}
          </Button>
        </div>
      </div>
    </fieldset>
  );
}
