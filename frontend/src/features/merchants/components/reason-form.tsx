// SPDX-License-Identifier: EUPL-1.2
import type { Localised } from "@monnaie-commune/sdk/regions";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { SelectField } from "../../../components/select-field.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";

type Props = {
  reasons: readonly (Localised & { code: number })[];
  action: string;
  onReason: (code: number) => void;
  onCancel: () => void;
};

/** A decision that needs a reason of the public list: the shop and everybody will read it. */
export function ReasonForm({ reasons, action, onReason, onCancel }: Props) {
  const { t } = useTranslation("shops");
  const language = useLanguage();
  const [code, setCode] = useState("");
  const [wasAsked, setWasAsked] = useState(false);
  return (
    <form
      className="mt-4 max-w-column space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        setWasAsked(true);
        if (code !== "") onReason(Number(code));
      }}
    >
      <SelectField
        label={t("register.reason")}
        hint={t("register.reasonHint")}
        value={code}
        error={wasAsked && code === "" ? t("register.reasonMissing") : undefined}
        onChange={setCode}
      >
        <option value="">{t("register.reasonChoose")}</option>
        {reasons.map((reason) => (
          <option key={reason.code} value={reason.code}>
            {reason[language]}
          </option>
        ))}
      </SelectField>
      <div className="flex flex-wrap gap-3">
        <Button type="submit">{action}</Button>
        <Button kind="quiet" onClick={onCancel}>
          {t("own.cancel")}
        </Button>
      </div>
    </form>
  );
}
