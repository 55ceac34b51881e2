// SPDX-License-Identifier: EUPL-1.2
import { useState } from "react";
import { SlidersHorizontal } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { DateFields } from "../../../components/date-fields.tsx";
import { Field } from "../../../components/field.tsx";
import { SelectField } from "../../../components/select-field.tsx";
import { useAnswer } from "../../../lib/ledger/use-answer.ts";
import { useProgrammeName } from "../../runs/use-programme-name.ts";
import { centsOfText } from "../register-filter.ts";
import { TOPIC_NAMES, type RegisterLink } from "../register-link.ts";

type Props = { link: RegisterLink; hasNoAccount: boolean; onChange: (changed: RegisterLink) => void };

const TOPICS = Object.entries(TOPIC_NAMES) as [
  keyof typeof TOPIC_NAMES,
  (typeof TOPIC_NAMES)[keyof typeof TOPIC_NAMES],
][];

/** What the register can be narrowed to. On phones all but the account stands behind a button. */
export function RegisterFilters({ link, hasNoAccount, onChange }: Props) {
  const { t } = useTranslation("register");
  const programmeName = useProgrammeName();
  const { data: programmes = [] } = useAnswer("programmeNames", undefined);
  const { du = "", au = "", min = "", max = "" } = link;
  const [isMoreShown, setIsMoreShown] = useState(Object.keys(link).some((part) => part !== "compte"));
  const hidden = isMoreShown ? "" : "max-md:hidden";
  const withText = (part: Exclude<keyof RegisterLink, "nature" | "ligne">) => (value: string) => {
    const { [part]: _, ...rest } = link;
    onChange({ ...rest, ...(value !== "" && { [part]: value }) });
  };
  const withTopic = (value: string) => {
    const { nature: _, ...rest } = link;
    const nature = TOPICS.find(([name]) => name === value)?.[0];
    onChange({ ...rest, ...(nature && { nature }) });
  };
  const amountError = (text: string) =>
    text !== "" && centsOfText(text) === undefined ? t("filters.amountProblem") : undefined;
  return (
    <search className="space-y-4">
      <div className="grid items-start gap-4 md:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1.5fr)]">
        <Field
          label={t("filters.account")}
          type="search"
          placeholder={t("filters.accountHint")}
          value={link.compte ?? ""}
          onChange={withText("compte")}
          error={hasNoAccount ? t("filters.noAccount") : undefined}
          enterKeyHint="search"
        />
        <Button
          kind="secondary"
          className="justify-self-start md:hidden"
          aria-expanded={isMoreShown}
          onClick={() => setIsMoreShown(!isMoreShown)}
        >
          <SlidersHorizontal size={20} strokeWidth={1.75} aria-hidden="true" />
          {t("filters.more")}
        </Button>
        <div className={hidden}>
          <SelectField label={t("filters.topic")} value={link.nature ?? ""} onChange={withTopic}>
            <option value="">{t("topics.all")}</option>
            {TOPICS.map(([name, topic]) => (
              <option key={name} value={name}>
                {t(`topics.${topic}`)}
              </option>
            ))}
          </SelectField>
        </div>
        <div className={hidden}>
          <SelectField label={t("filters.programme")} value={link.programme ?? ""} onChange={withText("programme")}>
            <option value="">{t("filters.anyProgramme")}</option>
            {programmes.map((programme) => (
              <option key={programme.programmeId.toString()} value={programme.programmeId.toString()}>
                {programmeName(programme)}
              </option>
            ))}
          </SelectField>
        </div>
      </div>
      <div className={`grid grid-cols-2 items-start gap-4 md:grid-cols-4 ${hidden}`}>
        <DateFields from={du} to={au} onFrom={withText("du")} onTo={withText("au")} />
        <Field
          label={t("filters.least")}
          inputMode="decimal"
          value={min}
          onChange={withText("min")}
          error={amountError(min)}
        />
        <Field
          label={t("filters.most")}
          inputMode="decimal"
          value={max}
          onChange={withText("max")}
          error={amountError(max)}
        />
      </div>
    </search>
  );
}
