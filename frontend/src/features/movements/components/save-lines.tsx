// SPDX-License-Identifier: EUPL-1.2
import type { StatementLine } from "@monnaie-commune/sdk/ledger/statements";
import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { download } from "../../../lib/download.ts";
import type { AccountName } from "../../accounts/api/use-account-names.ts";
import type { DatedLine } from "../history.ts";
import { useLineTitle } from "../use-line-title.ts";
import type { Note } from "../use-notes.ts";

type Props = {
  lines: readonly DatedLine[];
  nameOf: (address: string) => AccountName;
  noteOf: (tx: string) => Note;
};

/** The lines that are shown, as a table for a spreadsheet. */
export function SaveLines({ lines, nameOf, noteOf }: Props) {
  const { t } = useTranslation(["history", "movements"]);
  const title = useLineTitle();
  const save = async () => {
    // What writes the file is loaded when somebody asks for one.
    const { statementCsv } = await import("@monnaie-commune/sdk/ledger/statement-file");
    const since = new Map<StatementLine, number>(lines.map((dated) => [dated.line, dated.since]));
    const csv = statementCsv([...since.keys()], {
      column: (column) => t(`columns.${column}`),
      kind: (kind) => t(`movements:kinds.${kind}`),
      who: (line) => title(line, since.get(line), nameOf),
      note: noteOf,
    });
    download(t("exportFile"), csv, "text/csv");
  };
  return (
    <Button kind="quiet" onClick={() => void save()}>
      <Download size={18} strokeWidth={1.75} aria-hidden="true" />
      {t("export")}
    </Button>
  );
}
