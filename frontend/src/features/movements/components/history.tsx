// SPDX-License-Identifier: EUPL-1.2
import { getRouteApi } from "@tanstack/react-router";
import { useDeferredValue, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { EmptyState } from "../../../components/states.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useAccountNames } from "../../accounts/api/use-account-names.ts";
import type { AccountStatement } from "../api/use-statement.ts";
import { useTrustworthyLines } from "../api/use-trustworthy-lines.ts";
import { filterOf, findLines, dateLines, rowsOf, totalsByMonth, wordsOfLine, type DatedLine } from "../history.ts";
import type { HistoryLink } from "../history-link.ts";
import { useNotes } from "../use-notes.ts";
import { HistoryFilters } from "./history-filters.tsx";
import { HistoryList } from "./history-list.tsx";
import { MovementSheet } from "./movement-sheet.tsx";
import { PendingFonte } from "./pending-fonte.tsx";
import { SaveLines } from "./save-lines.tsx";
import { SetAsideLines } from "./set-aside-lines.tsx";

const route = getRouteApi("/historique");

type Props = {
  statement: AccountStatement;
  /** Cents melted since the last line; nothing while it is not known. */
  pendingFonte: bigint;
};

/** An account's lines, what they can be narrowed to, and each as a receipt. */
export function History({ statement, pendingFonte }: Props) {
  const { t } = useTranslation(["history", "merchants"]);
  const language = useLanguage();
  const nameOf = useAccountNames();
  const noteOf = useNotes();
  const navigate = route.useNavigate();
  const { recu, ...asked } = route.useSearch();
  // The fields answer at once; the list and the address bar follow.
  const [link, setLink] = useState<HistoryLink>(asked);
  const [chosen, setChosen] = useState<DatedLine>();
  const filter = filterOf(useDeferredValue(link));

  const { lines, setAside } = useTrustworthyLines(statement);
  const dated = useMemo(() => dateLines(lines), [lines]);
  const totals = useMemo(() => totalsByMonth(lines), [lines]);
  const found = findLines(dated, filter, (line) => wordsOfLine(line, nameOf, noteOf), language);
  const rows = rowsOf(found, totals);
  const narrow = (next: HistoryLink) => {
    setLink(next);
    void navigate({ search: next, replace: true, resetScroll: false });
  };
  // What one looks for in a transaction is the movement, not what melted on the way.
  const linked = recu && dated.find(({ line }) => line.tx === recu && line.kind !== "fonte");
  const opened = chosen ?? linked;
  const close = () => {
    setChosen(undefined);
    if (recu) void navigate({ search: link, replace: true, resetScroll: false });
  };
  const showsNow = filter.text === "" && filter.lastDay === undefined;
  return (
    <div className="space-y-6">
      <HistoryFilters link={link} onChange={narrow} />
      <div className="flex flex-wrap items-center justify-between gap-x-6">
        <p role="status" className="font-semibold">
          {t("count", { count: found.length })}
        </p>
        {found.length > 0 && <SaveLines lines={found} nameOf={nameOf} noteOf={noteOf} />}
        <a
          href="#fin"
          className="sr-only rounded-pill bg-accent text-on-accent focus:not-sr-only focus:px-5 focus:py-2"
        >
          {t("skipList")}
        </a>
      </div>
      <SetAsideLines lines={setAside} nameOf={nameOf} />
      {(filter.kind === "all" || filter.kind === "fonte") && showsNow && <PendingFonte cents={pendingFonte} />}
      {rows.length === 0 ? (
        <EmptyState
          text={t("none")}
          action={
            <Button kind="secondary" onClick={() => narrow({})}>
              {t("merchants:filters.clear")}
            </Button>
          }
        />
      ) : (
        <HistoryList rows={rows} nameOf={nameOf} onOpen={setChosen} />
      )}
      <div id="fin" tabIndex={-1} />
      {opened && <MovementSheet dated={opened} nameOf={nameOf} note={noteOf(opened.line.tx)} onClose={close} />}
    </div>
  );
}
