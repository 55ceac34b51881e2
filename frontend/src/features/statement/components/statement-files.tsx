// SPDX-License-Identifier: EUPL-1.2
import { Download, Printer } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { download } from "../../../lib/download.ts";
import { formatDay, formatTime } from "../../../lib/format-date.ts";
import { useLedger } from "../../../lib/ledger/use-ledger.ts";
import { printPage } from "../../../lib/print-page.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { shortAddress } from "../../../lib/short-address.ts";
import { usePublicNames } from "../../register/use-public-names.ts";
import type { AccountStatement } from "../answer-statement.ts";
import type { Period } from "../period.ts";
import { useStatementWords } from "../use-statement-words.ts";

/** A paper or a file is handed on: the names one gave to contacts stay on this device. */
function useHandedOnNames() {
  const nameOf = usePublicNames();
  return (address: string) => {
    const known = nameOf(address);
    return known.kind === "contact" ? ({ kind: "unknown", name: shortAddress(address) } as const) : known;
  };
}

/** The statement to take along: a table for a spreadsheet, and sheets of paper. */
export function StatementFiles({ statement, period }: { statement: AccountStatement; period: Period }) {
  const { t } = useTranslation(["statement", "history", "movements"]);
  const language = useLanguage();
  const { symbol, region } = useRuntime();
  const { toBlock = 0, at = 0 } = useLedger();
  const nameOf = useHandedOnNames();
  const words = useStatementWords(nameOf);
  const { account, lines, opening, received, paid, fonte, closing } = statement;
  const titled = lines.map((line, index) => ({
    line,
    date: words.date(line.day),
    what: words.title(line, lines[index - 1]?.day ?? statement.since),
  }));
  // What writes files is loaded when somebody asks for one.
  const save = async () => {
    const { statementCsv } = await import("@monnaie-commune/sdk/ledger/statement-file");
    const titles = new Map(titled.map(({ line, what }) => [line, what]));
    const csv = statementCsv(lines, {
      column: (column) => t(`history:columns.${column}`),
      kind: (kind) => t(`movements:kinds.${kind}`),
      who: (line) => titles.get(line) ?? "",
      note: () => ({}),
    });
    download(t("file", { account: shortAddress(account).replace("…", "-") }), csv, "text/csv");
  };
  const print = async () => {
    const { statementPage } = await import("@monnaie-commune/sdk/ledger/statement-page");
    const { kind, name } = nameOf(account);
    const said = {
      block: toBlock.toLocaleString(language),
      day: formatDay(at, language),
      time: formatTime(at, language),
    };
    const { origin, pathname, search } = window.location;
    printPage(
      statementPage({
        language,
        symbol,
        issuer: `${region.name[language]}, ${region.currency.name[language]}`,
        title: t("title"),
        facts: [
          ...(kind === "unknown" ? [] : [[t("paper.holder"), name] as const]),
          [t("paper.account"), account],
          [t("paper.period"), words.period(period)],
        ],
        sums: [
          { name: t("sums.opening"), cents: opening },
          { name: t("sums.received"), cents: received },
          { name: t("sums.paid"), cents: -paid },
          { name: t("sums.fonte"), cents: -fonte },
          { name: t("sums.closing"), cents: closing },
        ],
        columns: {
          date: t("lines.date"),
          what: t("lines.what"),
          in: t("lines.in"),
          out: t("lines.out"),
          balance: t("lines.balance"),
        },
        opening: { name: t("lines.opening"), cents: opening },
        lines: titled,
        closing: { name: t("lines.closing"), cents: closing },
        notes: [t("paper.made", said), t("paper.checked", { link: origin + pathname + search })],
      }),
    );
  };
  return (
    <div className="mt-4 flex flex-wrap gap-x-2 print:hidden">
      <Button kind="quiet" onClick={() => void save()}>
        <Download size={18} strokeWidth={1.75} aria-hidden="true" />
        {t("csv")}
      </Button>
      <Button kind="quiet" onClick={() => void print()}>
        <Printer size={18} strokeWidth={1.75} aria-hidden="true" />
        {t("print")}
      </Button>
    </div>
  );
}
