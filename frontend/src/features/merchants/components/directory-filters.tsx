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

/** Words, a trade, a place: each narrows the list at once. */
export function DirectoryFilterFields({ shops, filters, onChange }: Props) {
  const { t } = useTranslation("merchants");
  const language = useLanguage();
  const { region } = useRuntime();
  const towns = townsByDepartment(shops, language);
  return (
    <search className="grid grid-cols-2 gap-3 md:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)] md:gap-4">
      <div className="max-md:col-span-2">
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
        {region.departments
          .filter(({ code }) => towns.has(code))
          .map(({ code, name }) => (
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
    </search>
  );
}
