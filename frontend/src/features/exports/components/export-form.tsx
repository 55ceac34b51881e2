// SPDX-License-Identifier: EUPL-1.2
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { ChoiceGroup } from "../../../components/choice-group.tsx";
import { DateFields } from "../../../components/date-fields.tsx";
import { Field } from "../../../components/field.tsx";
import { parseAddress } from "../../../lib/address.ts";
import type { ExportLink } from "../export-link.ts";
import { datesOf, PERIODS } from "../pick-of-link.ts";

type Props = { link: ExportLink; today: number; onChange: (link: ExportLink) => void };

/** The account is put into the link once it is whole; until then it stands in the field alone. */
function AccountField({ link, onChange }: Omit<Props, "today">) {
  const { t } = useTranslation("exports");
  const [text, setText] = useState<string>(link.compte ?? "");
  const change = (typed: string) => {
    setText(typed);
    const { compte: _, ...rest } = link;
    const account = parseAddress(typed);
    onChange({ ...rest, ...(account && { compte: account }) });
  };
  const isWrong = text.trim() !== "" && parseAddress(text) === undefined;
  return (
    <Field
      label={t("form.account")}
      hint={t("form.accountHint")}
      value={text}
      onChange={change}
      spellCheck={false}
      error={isWrong ? t("form.accountProblem") : undefined}
    />
  );
}

/** What the files are about: everything or one account, and which days. */
export function ExportForm({ link, today, onChange }: Props) {
  const { t } = useTranslation("exports");
  const [isOneAccount, setOneAccount] = useState(link.compte !== undefined);
  const { compte, du = "", au = "" } = link;
  const choose = (who: "all" | "one") => {
    setOneAccount(who === "one");
    if (who === "all") onChange({ ...(du !== "" && { du }), ...(au !== "" && { au }) });
  };
  const withDay = (part: "du" | "au") => (value: string) => {
    const { [part]: _, ...rest } = link;
    onChange({ ...rest, ...(value !== "" && { [part]: value }) });
  };
  return (
    <div className="space-y-6">
      <ChoiceGroup
        label={t("form.who")}
        value={isOneAccount ? "one" : "all"}
        choices={(["all", "one"] as const).map((value) => ({ value, name: t(`form.whoChoices.${value}`) }))}
        onChange={choose}
      />
      {isOneAccount && (
        <div className="md:max-w-lg">
          <AccountField link={link} onChange={onChange} />
        </div>
      )}
      <fieldset className="space-y-4">
        <legend className="sr-only">{t("form.dates")}</legend>
        <div className="flex flex-wrap gap-2">
          {PERIODS.map((period) => (
            <Button
              key={period}
              kind="secondary"
              onClick={() => onChange({ ...(compte && { compte }), ...datesOf(period, today) })}
            >
              {t(`form.periods.${period}`)}
            </Button>
          ))}
        </div>
        <div className="grid grid-cols-1 gap-3 min-[22rem]:grid-cols-2 md:max-w-lg">
          <DateFields from={du} to={au} onFrom={withDay("du")} onTo={withDay("au")} />
        </div>
      </fieldset>
    </div>
  );
}
