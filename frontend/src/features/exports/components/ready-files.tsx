// SPDX-License-Identifier: EUPL-1.2
import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Amount } from "../../../components/amount.tsx";
import { Button } from "../../../components/button.tsx";
import { DataTable } from "../../../components/data-table.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { download, downloadBlob } from "../../../lib/download.ts";
import type { ReadyFiles as Ready } from "../api/answer-files.ts";

const DIGITS_IN_A_GROUP = 8;

/** A fingerprint as one compares it with another: in groups. */
function Sha256({ hash }: { hash: string }) {
  const groups = hash.slice(2).match(new RegExp(`.{${DIGITS_IN_A_GROUP}}`, "gu")) ?? [];
  return (
    <code className="text-caption break-words">
      {groups.map((group, place) => (
        // Without a space in it, what is copied is the whole fingerprint.
        <span key={`${place} ${group}`}>
          {group}
          <wbr />
        </span>
      ))}
    </code>
  );
}

function SaveButton({ name, onSave }: { name: string; onSave: () => void }) {
  const { t } = useTranslation("exports");
  return (
    <Button kind="quiet" className="-ml-6" aria-label={t("ready.save", { name })} onClick={onSave}>
      <Download size={18} strokeWidth={1.75} aria-hidden="true" />
      {t("ready.saveShort")}
    </Button>
  );
}

/** The files that were made, with what to know them by, and their manifest. */
export function ReadyFiles({ ready: { files, manifest, block } }: { ready: Ready }) {
  const { t } = useTranslation("exports");
  const language = useLanguage();
  const count = new Intl.NumberFormat(language);
  return (
    <div className="space-y-6">
      <DataTable
        caption={t("ready.caption")}
        note={t("ready.note", { block })}
        columns={[
          { name: t("ready.file") },
          { name: t("ready.rows"), isNumber: true },
          { name: t("ready.sum"), isNumber: true },
          { name: t("ready.bytes"), isNumber: true },
          { name: t("ready.sha256") },
          { name: t("ready.copy") },
        ]}
        rows={files.map(({ written: { name, format, rows, cents, bytes, sha256 }, blob }) => ({
          key: name,
          cells: [
            <span key="name" className="block">
              <span className="block break-all">{name}</span>
              <span className="block text-caption font-normal text-ink-soft">{t(`ready.formats.${format}`)}</span>
            </span>,
            count.format(rows),
            <Amount key="sum" cents={cents} />,
            count.format(bytes),
            <Sha256 key="sha256" hash={sha256} />,
            <SaveButton key="save" name={name} onSave={() => downloadBlob(name, blob)} />,
          ],
        }))}
      />
      <div className="rounded-card bg-stone p-5">
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <h3 className="font-bold break-all">{manifest.name}</h3>
          <SaveButton name={manifest.name} onSave={() => download(manifest.name, manifest.text, "application/json")} />
        </div>
        <p className="max-w-column text-ink-soft">{t("ready.manifest")}</p>
        <details className="mt-3">
          <summary className="min-h-12 cursor-pointer py-3 font-semibold">{t("ready.show")}</summary>
          <pre className="rounded-card border border-hairline bg-surface p-4 text-caption break-all whitespace-pre-wrap">
            {manifest.text}
          </pre>
        </details>
      </div>
    </div>
  );
}
