// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { Field } from "../../../components/field.tsx";
import { SelectField } from "../../../components/select-field.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import type { DirectoryFilters } from "../directory-link.ts";
import { townsByDepartment, tradesOf } from "../directory.ts";
import type { Shop } from "../shop.ts";

type Props = {
  shops: readonly Shop[];
  filters: DirectoryFilters;
  onChange: (changed: Partial<DirectoryFilters>) => void;
};

/** Words, a trade, a place, a town to measure from, open or not: each narrows or orders the list at once. */
export function DirectoryFilterFields({ shops, filters, onChange }: Props) {
  const { t } = useTranslation(["merchants", "shops"]);
  const language = useLanguage();
  const { region } = useRuntime();
  const towns = townsByDepartment(shops, language);
  const departments = region.departments.filter(({ code }) => towns.has(code));
  return (
    <search className="grid grid-cols-2 gap-3 md:grid-cols-4 md:gap-4">
      <div className="max-md:col-span-2 md:col-span-4 lg:col-span-1">
        <Field
          label={t("filters.text")}
          type="search"
          value={filters.q ?? ""}
          onChange={(q) => onChange({ q })}
          enterKeyHint="search"
        />
      </div>
      <SelectField label={t("filters.trade")} value={filters.metier ?? ""} onChange={(metier) => onChange({ metier })}>
        <option value="">{t("filters.everyTrade")}</option>
        {tradesOf(shops, language).map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField label={t("filters.place")} value={filters.lieu ?? ""} onChange={(lieu) => onChange({ lieu })}>
        <option value="">{t("filters.everyPlace")}</option>
        {departments.map(({ code, name }) => (
          <optgroup key={code} label={name}>
            <option value={code}>{t("filters.wholeDepartment", { name })}</option>
            {towns.get(code)?.map((town) => (
              <option key={town.commune} value={town.commune}>
                {town.name}
              </option>
            ))}
          </optgroup>
        ))}
      </SelectField>
      <SelectField
        label={t("shops:filters.from")}
        value={filters.depuis ?? ""}
        onChange={(depuis) => onChange({ depuis })}
      >
        <option value="">{t("shops:filters.fromNowhere")}</option>
        {departments.map(({ code, name }) => (
          <optgroup key={code} label={name}>
            {towns.get(code)?.map((town) => (
              <option key={town.commune} value={town.commune}>
                {town.name}
              </option>
            ))}
          </optgroup>
        ))}
      </SelectField>
      <label className="flex min-h-11 cursor-pointer items-center gap-3 self-end md:col-span-4">
        <input
          type="checkbox"
          checked={filters.ouvert === "1"}
          onChange={({ target }) => onChange({ ouvert: target.checked ? "1" : undefined })}
          className="size-6 accent-accent"
        />
        <span className="font-semibold">{t("shops:filters.open")}</span>
      </label>
    </search>
  );
}
