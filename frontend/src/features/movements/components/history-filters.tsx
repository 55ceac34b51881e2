// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { ChoiceGroup } from "../../../components/choice-group.tsx";
import { DateFields } from "../../../components/date-fields.tsx";
import { Field } from "../../../components/field.tsx";
import { filterOf, HISTORY_KINDS, type HistoryKind } from "../history.ts";
import { KIND_NAMES, type HistoryLink } from "../history-link.ts";

type Props = { link: HistoryLink; onChange: (changed: HistoryLink) => void };

const NAMES = Object.entries(KIND_NAMES) as [keyof typeof KIND_NAMES, HistoryKind][];

/** What the history can be narrowed to: words, a kind of lines, days. */
export function HistoryFilters({ link, onChange }: Props) {
  const { t } = useTranslation("history");
  const { q = "", du = "", au = "" } = link;
  const withKind = (kind: HistoryKind) => {
    const { type: _, ...rest } = link;
    const name = NAMES.find(([, value]) => value === kind)?.[0];
    onChange({ ...rest, ...(name && { type: name }) });
  };
  const withText = (part: "q" | "du" | "au", value: string) => {
    const { [part]: _, ...rest } = link;
    onChange({ ...rest, ...(value !== "" && { [part]: value }) });
  };
  return (
    <search className="space-y-4">
      <div className="md:max-w-lg">
        <Field
          label={t("filters.text")}
          type="search"
          value={q}
          onChange={(text) => withText("q", text)}
          enterKeyHint="search"
        />
      </div>
      <ChoiceGroup
        label={t("filters.kind")}
        value={filterOf(link).kind}
        choices={HISTORY_KINDS.map((value) => ({ value, name: t(`filters.kinds.${value}`) }))}
        onChange={withKind}
      />
      <fieldset>
        <legend className="sr-only">{t("filters.dates")}</legend>
        <div className="grid grid-cols-2 gap-3 md:max-w-lg">
          <DateFields from={du} to={au} onFrom={(date) => withText("du", date)} onTo={(date) => withText("au", date)} />
        </div>
      </fieldset>
    </search>
  );
}
