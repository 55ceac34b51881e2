// SPDX-License-Identifier: EUPL-1.2
import type { StructureFigures } from "@monnaie-commune/sdk/structures/structures";
import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { download } from "../../../lib/download.ts";
import { useAccountNames } from "../../accounts/api/use-account-names.ts";

/** The same table to take along: for a spreadsheet, and for programs. */
export function StructureFiles({ structures, block }: { structures: readonly StructureFigures[]; block: number }) {
  const { t } = useTranslation(["structures", "structure-report"]);
  const nameOf = useAccountNames();
  // What writes the files is loaded when somebody asks for one.
  const writer = () => import("@monnaie-commune/sdk/structures/structure-files");
  const saveCsv = async () => {
    const csv = (await writer()).structuresCsv(structures, {
      column: (column) => t(`structure-report:columns.${column}`),
      standing: (standing) => t(`structure-report:standing.${standing}`),
      lag: (lag) => t(`structure-report:lags.${lag}`),
      name: (account) => {
        const { name, kind } = nameOf(account);
        return kind === "unknown" ? "" : name;
      },
    });
    download("structures.csv", csv, "text/csv");
  };
  const saveJson = async () =>
    download("structures.json", (await writer()).structuresJson(structures, block), "application/json");
  return (
    <div className="flex flex-wrap gap-x-2 print:hidden">
      <Button kind="quiet" onClick={() => void saveCsv()}>
        <Download size={18} strokeWidth={1.75} aria-hidden="true" />
        {t("files.csv")}
      </Button>
      <Button kind="quiet" onClick={() => void saveJson()}>
        <Download size={18} strokeWidth={1.75} aria-hidden="true" />
        {t("files.json")}
      </Button>
    </div>
  );
}
