// SPDX-License-Identifier: EUPL-1.2
import type { Statement } from "@monnaie-commune/sdk/ledger/statements";
import { getRouteApi } from "@tanstack/react-router";
import { useDeferredValue, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { ChoiceGroup } from "../../../components/choice-group.tsx";
import { Field } from "../../../components/field.tsx";
import { EmptyState } from "../../../components/states.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useAccountNames } from "../../accounts/api/use-account-names.ts";
import {
  dateLines,
  findLines,
  HISTORY_KINDS,
  rowsOf,
  totalsByMonth,
  wordsOfLine,
  type DatedLine,
  type HistoryKind,
} from "../history.ts";
import { HistoryList } from "./history-list.tsx";
import { MovementSheet } from "./movement-sheet.tsx";
import { PendingFonte } from "./pending-fonte.tsx";

const route = getRouteApi("/historique");

type Props = {
  statement: Statement;
  /** Cents melted since the last line; nothing while it is not known. */
  pendingFonte: bigint;
};

/** An account's lines, what they can be narrowed to, and each as a receipt. */
export function History({ statement: { lines }, pendingFonte }: Props) {
  const { t } = useTranslation(["movements", "merchants"]);
  const language = useLanguage();
  const nameOf = useAccountNames();
  const [kind, setKind] = useState<HistoryKind>("all");
  const [text, setText] = useState("");
  const { recu } = route.useSearch();
  const navigate = route.useNavigate();
  const [chosen, setChosen] = useState<DatedLine>();
  const wanted = useDeferredValue(text);

  const dated = useMemo(() => dateLines(lines), [lines]);
  const totals = useMemo(() => totalsByMonth(lines), [lines]);
  // What one looks for in a transaction is the movement, not what melted on the way.
  const linked = recu && dated.find(({ line }) => line.tx === recu && line.kind !== "fonte");
  const opened = chosen ?? linked;
  const close = () => {
    setChosen(undefined);
    if (recu) void navigate({ search: {}, replace: true });
  };
  const found = findLines(dated, kind, wanted, (line) => wordsOfLine(line, nameOf), language);
  const rows = rowsOf(found, totals);
  const clear = () => {
    setKind("all");
    setText("");
  };
  return (
    <div className="space-y-6">
      <search className="space-y-4">
        <div className="md:max-w-lg">
          <Field label={t("filters.text")} type="search" value={text} onChange={setText} enterKeyHint="search" />
        </div>
        <ChoiceGroup
          label={t("filters.kind")}
          value={kind}
          choices={HISTORY_KINDS.map((value) => ({ value, name: t(`filters.kinds.${value}`) }))}
          onChange={setKind}
        />
      </search>
      <div className="flex flex-wrap items-center justify-between gap-x-6">
        <p role="status" className="font-semibold">
          {t("count", { count: found.length })}
        </p>
        <a
          href="#fin"
          className="sr-only rounded-pill bg-accent text-on-accent focus:not-sr-only focus:px-5 focus:py-2"
        >
          {t("skipList")}
        </a>
      </div>
      {(kind === "all" || kind === "fonte") && wanted === "" && <PendingFonte cents={pendingFonte} />}
      {rows.length === 0 ? (
        <EmptyState
          text={t("none")}
          action={
            <Button kind="secondary" onClick={clear}>
              {t("merchants:filters.clear")}
            </Button>
          }
        />
      ) : (
        <HistoryList rows={rows} nameOf={nameOf} onOpen={setChosen} />
      )}
      <div id="fin" tabIndex={-1} />
      {opened && <MovementSheet dated={opened} nameOf={nameOf} onClose={close} />}
    </div>
  );
}
