// SPDX-License-Identifier: EUPL-1.2
import { ruleWords } from "@monnaie-commune/sdk/bonus/rule-words";
import type { RuleError } from "@monnaie-commune/sdk/bonus/rules";
import { CircleAlert, Copy, Download } from "lucide-react";
import { useDeferredValue, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { Field } from "../../../components/field.tsx";
import { SelectField } from "../../../components/select-field.tsx";
import { VirtualTable } from "../../../components/virtual-table.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { download } from "../../../lib/download.ts";
import { useClipboard } from "../../../lib/use-clipboard.ts";

type Row = { line: string; column: string; shown: string; sentence: string };


/** All that is wrong with a staff file: line, column, value, and what to do, in the words of the terminal. */
export function RuleErrors({ file, errors }: { file: string; errors: readonly RuleError[] }) {
  const { t } = useTranslation(["runs", "bonus-rules", "common"]);
  const language = useLanguage();
  const { copy, copied } = useClipboard();
  const [column, setColumn] = useState("");
  const [text, setText] = useState("");
  const wanted = useDeferredValue(text).trim().toLowerCase();

  const rows = useMemo(
    () =>
      errors.map(({ line, column: name, shown, code, parameters }): Row => ({
        line: line === undefined ? "" : String(line),
        column: name ?? "",
        shown,
        sentence: t(`bonus-rules:${code}`, { replace: ruleWords(parameters, language) }),
      })),
    [errors, language, t],
  );
  const columns = [...new Set(rows.map((row) => row.column))].filter((name) => name !== "").toSorted();
  const found = useMemo(
    () =>
      rows.filter(
        (row) =>
          (column === "" || row.column === column) &&
          (wanted === "" || row.line === wanted || `${row.shown} ${row.sentence}`.toLowerCase().includes(wanted)),
      ),
    [rows, column, wanted],
  );
  const head = [t("errors.line"), t("errors.column"), t("errors.value"), t("errors.whatToDo")];
  const table = () => [head, ...found.map((row) => [row.line, row.column, row.shown, row.sentence])];
  const asText = () =>
    table()
      .map((cells) => cells.join("\t"))
      .join("\n");

  const save = async () => {
    const { spreadsheetCsv } = await import("@monnaie-commune/sdk/bonus/report-files");
    download(t("errors.fileName"), spreadsheetCsv(table()), "text/csv");
  };

  return (
    <section aria-label={t("errors.title", { file })} className="space-y-5">
      <div role="alert" className="flex items-start gap-3 rounded-card border border-bad bg-surface px-5 py-4">
        <CircleAlert size={26} strokeWidth={1.75} aria-hidden="true" className="mt-0.5 shrink-0 text-bad" />
        <div>
          <p className="text-lead font-bold">{t("errors.refused", { file, count: errors.length })}</p>
          <p className="text-ink-soft">{t("errors.nothingSent")}</p>
        </div>
      </div>
      <search className="flex flex-wrap items-start gap-4">
        <div className="min-w-52 flex-1">
          <Field label={t("errors.search")} type="search" value={text} onChange={setText} enterKeyHint="search" />
        </div>
        {columns.length > 1 && (
          <div className="min-w-44">
            <SelectField label={t("errors.column")} value={column} onChange={setColumn}>
              <option value="">{t("errors.allColumns")}</option>
              {columns.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </SelectField>
          </div>
        )}
      </search>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p role="status" className="mr-auto font-semibold">
          {t("errors.count", { count: found.length })}
        </p>
        <Button kind="quiet" onClick={() => void copy(asText())}>
          <Copy size={18} strokeWidth={1.75} aria-hidden="true" />
          {t(copied === undefined ? "common:actions.copy" : "common:actions.copied")}
        </Button>
        <Button kind="quiet" onClick={() => void save()}>
          <Download size={18} strokeWidth={1.75} aria-hidden="true" />
          {t("errors.download")}
        </Button>
      </div>
      <VirtualTable
        label={t("errors.title", { file })}
        columns={head.map((name) => ({ name }))}
        widths="5rem 10rem minmax(0, 1fr) minmax(0, 2fr)"
        rows={found}
        keyOf={(row, index) => `${row.line} ${row.column} ${index}`}
        cells={(row) => [
          <span key="line" className="tabular font-bold">
            {row.line}
          </span>,
          <code key="column" className="text-caption">
            {row.column}
          </code>,
          <span key="shown" className="break-all">
            {row.shown}
          </span>,
          row.sentence,
        ]}
        compact={(row) => (
          <div className="space-y-1">
            <p className="flex flex-wrap items-baseline gap-x-3">
              {row.line !== "" && <strong>{t("errors.atLine", { line: row.line })}</strong>}
              <code className="text-caption">{row.column}</code>
              <span className="break-all">{row.shown}</span>
            </p>
            <p>{row.sentence}</p>
          </div>
        )}
      />
    </section>
  );
}
