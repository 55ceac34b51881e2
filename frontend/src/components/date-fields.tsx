// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { Field } from "./field.tsx";

/** The two ends of some days, as the address has them: ISO dates, or "" where there is none. */
type Props = {
  from: string;
  to: string;
  onFrom: (day: string) => void;
  onTo: (day: string) => void;
};

/** Two fields for the first and the last of some days; they stand in the grid of who asks. */
export function DateFields({ from, to, onFrom, onTo }: Props) {
  const { t } = useTranslation();
  const isBackwards = from !== "" && to !== "" && from > to;
  return (
    <>
      <Field label={t("dates.from")} type="date" value={from} onChange={onFrom} />
      <Field
        label={t("dates.to")}
        type="date"
        value={to}
        onChange={onTo}
        error={isBackwards ? t("dates.order") : undefined}
      />
    </>
  );
}
