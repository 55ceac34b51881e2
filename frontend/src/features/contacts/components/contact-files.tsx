// SPDX-License-Identifier: EUPL-1.2
import { Download } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { ChoiceGroup } from "../../../components/choice-group.tsx";
import { FileDrop } from "../../../components/file-drop.tsx";
import { download } from "../../../lib/download.ts";
import { useContacts } from "../api/use-contacts.ts";
import type { ContactFormat, Import, MergeRule } from "../contact-file.ts";
import { useNameSentence } from "../use-name-sentence.ts";

const ACCEPTS = [".json", "application/json", ".csv", "text/csv"];
const RULES: readonly MergeRule[] = ["keep", "replace"];
const SHOWN_AT_MOST = 20;
const TYPES = { json: "application/json", csv: "text/csv" } as const;

function Outcome({ result }: { result: Import }) {
  const { t } = useTranslation("contacts");
  const sentence = useNameSentence();
  if ("contacts" in result) {
    const { added, renamed, kept } = result;
    return (
      <p role="status" className="font-semibold">
        {[
          t("files.added", { count: added }),
          t("files.renamed", { count: renamed }),
          t("files.kept", { count: kept }),
        ].join(" ")}
      </p>
    );
  }
  const { problems } = result;
  return (
    <div role="alert" className="rounded-card border border-bad px-5 py-4">
      <p className="font-semibold">{t("files.refused")}</p>
      <ul className="mt-2 space-y-1">
        {problems.slice(0, SHOWN_AT_MOST).map(({ line, ...problem }, index) => (
          <li key={index}>
            {line !== undefined && <strong>{t("files.line", { line })} </strong>}
            {sentence(problem)}
          </li>
        ))}
      </ul>
      {problems.length > SHOWN_AT_MOST && (
        <p className="mt-2">{t("files.more", { count: problems.length - SHOWN_AT_MOST })}</p>
      )}
    </div>
  );
}

/** Contacts as a file to keep or take elsewhere, and back. */
export function ContactFiles() {
  const { t } = useTranslation("contacts");
  const { contacts, exportText, importText } = useContacts();
  const [rule, setRule] = useState<MergeRule>("keep");
  const [result, setResult] = useState<Import>();
  const save = async (format: ContactFormat) => download(`contacts.${format}`, await exportText(format), TYPES[format]);
  return (
    <>
      {contacts.length > 0 && (
        <div className="flex flex-wrap gap-x-2">
          {(["json", "csv"] as const).map((format) => (
            <Button key={format} kind="quiet" onClick={() => void save(format)}>
              <Download size={18} strokeWidth={1.75} aria-hidden="true" />
              {t(`files.save.${format}`)}
            </Button>
          ))}
        </div>
      )}
      <p>{t("files.rule")}</p>
      <ChoiceGroup
        label={t("files.rule")}
        value={rule}
        choices={RULES.map((value) => ({ value, name: t(`files.rules.${value}`) }))}
        onChange={setRule}
      />
      <FileDrop
        label={t("files.drop")}
        hint={t("files.hint")}
        action={t("files.choose")}
        accepts={ACCEPTS}
        onFile={(file) => void file.text().then(async (text) => setResult(await importText(text, rule)))}
      />
      {result && <Outcome result={result} />}
    </>
  );
}
