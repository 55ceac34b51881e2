// SPDX-License-Identifier: EUPL-1.2
import { CATEGORIES } from "@monnaie-commune/sdk/merchants";
import { communesWithPostcode } from "@monnaie-commune/sdk/places";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { Field } from "../../../components/field.tsx";
import { SelectField } from "../../../components/select-field.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { usePlaces } from "../api/use-places.ts";
import { parseHours } from "../opening-hours.ts";
import { DRAFT_FIELDS, problemsOf, type DraftField, type RecordDraft } from "../record-draft.ts";
import { WeekTable } from "./week-table.tsx";

type Props = {
  draft: RecordDraft;
  onChange: (draft: RecordDraft) => void;
  /** What the button says that leads to the review. */
  action: string;
  onDone: () => void;
};

/** What a shop says about itself, field by field; each says what is wrong with it once it was left or sent. */
export function RecordForm({ draft, onChange, action, onDone }: Props) {
  const { t } = useTranslation("shops");
  const language = useLanguage();
  const { data: places } = usePlaces();
  const form = useRef<HTMLFormElement>(null);
  const [left, setLeft] = useState<ReadonlySet<DraftField>>(new Set());
  const problems = problemsOf(draft);
  const communes = places ? communesWithPostcode(places, draft.postcode.trim()) : [];
  const isElsewhere = /^\d{5}$/.test(draft.postcode.trim()) && places !== undefined && communes.length === 0;
  const week = parseHours(draft.hours);

  const problem = (field: DraftField) => {
    if (field === "postcode" && left.has(field) && isElsewhere) return t("problems.elsewhere");
    const found = problems[field];
    return found && left.has(field) ? t(`problems.${found === "empty" ? "empty" : found}`) : undefined;
  };
  const leave = (field: DraftField) => setLeft(new Set([...left, field]));
  const set = (field: keyof RecordDraft, text: string) => onChange({ ...draft, [field]: text });
  const setPostcode = (postcode: string) => {
    const there = places ? communesWithPostcode(places, postcode.trim()) : [];
    // Where there is only one, it need not be asked.
    const [only] = there.length === 1 ? there : there.filter(({ code }) => code === draft.commune);
    onChange({ ...draft, postcode, commune: only?.code ?? "", town: only?.name ?? "" });
  };
  const text = (field: DraftField, more: { hint?: string; type?: string; inputMode?: "numeric" | "url" } = {}) => ({
    label: t(`fields.${field}.label`),
    name: field,
    value: draft[field],
    error: problem(field),
    onChange: (value: string) => set(field, value),
    onBlur: () => leave(field),
    ...more,
  });
  const submit = () => {
    setLeft(new Set(DRAFT_FIELDS));
    const first = DRAFT_FIELDS.find((field) => problems[field] !== undefined || (field === "postcode" && isElsewhere));
    if (first === undefined) onDone();
    else form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
  };

  return (
    <form
      ref={form}
      noValidate
      className="max-w-column space-y-5"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Field {...text("name", { hint: t("fields.name.hint") })} autoComplete="organization" />
      <Field {...text("legalName", { hint: t("fields.legalName.hint") })} />
      <SelectField
        label={t("fields.category.label")}
        name="category"
        value={draft.category}
        error={problem("category")}
        onChange={(value) => set("category", value)}
      >
        <option value="">{t("fields.category.choose")}</option>
        {CATEGORIES.map(({ code, [language]: name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <div className="grid gap-5 sm:grid-cols-[10rem_minmax(0,1fr)]">
        <Field {...text("postcode", { inputMode: "numeric" })} autoComplete="postal-code" onChange={setPostcode} />
        <SelectField
          label={t("fields.commune.label")}
          name="commune"
          value={draft.commune}
          error={problem("commune")}
          onChange={(code) =>
            onChange({ ...draft, commune: code, town: communes.find((one) => one.code === code)?.name ?? "" })
          }
        >
          <option value="">{t(communes.length > 0 ? "fields.commune.choose" : "fields.commune.postcodeFirst")}</option>
          {communes.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
      <Field
        {...text("street")}
        label={t("optional", { field: t("fields.street.label") })}
        autoComplete="street-address"
      />
      <div className="space-y-3">
        <Field
          {...text("hours", { hint: t("fields.hours.hint") })}
          label={t("optional", { field: t("fields.hours.label") })}
        />
        {draft.hours.trim() !== "" && (
          <div className="rounded-card bg-stone p-4">
            <p className="mb-2">{t(week ? "fields.hours.read" : "fields.hours.unread")}</p>
            {week && <WeekTable week={week} />}
          </div>
        )}
      </div>
      <Field
        {...text("website", { inputMode: "url" })}
        label={t("optional", { field: t("fields.website.label") })}
        autoComplete="url"
      />
      <Button type="submit">{action}</Button>
    </form>
  );
}
