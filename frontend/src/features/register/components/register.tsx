// SPDX-License-Identifier: EUPL-1.2
import { getRouteApi, Link } from "@tanstack/react-router";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, buttonClass } from "../../../components/button.tsx";
import { SkeletonRows } from "../../../components/skeleton.tsx";
import { EmptyState, ErrorState } from "../../../components/states.tsx";
import { useAnswer } from "../../../lib/ledger/use-answer.ts";
import { useFirstLines } from "../api/use-register-lines.ts";
import { filterOf } from "../register-filter.ts";
import type { RegisterLink } from "../register-link.ts";
import { useKnownAccounts, usePublicNames } from "../use-public-names.ts";
import { AsOf } from "./as-of.tsx";
import { LineSheet } from "./line-sheet.tsx";
import { RegisterFilters } from "./register-filters.tsx";
import { RegisterTable } from "./register-table.tsx";

const route = getRouteApi("/registre");

const SKELETONS = 8;

/** The line that the address names, wherever it stands in the register. */
function OpenLine({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation("register");
  const { data: line, isSuccess, isPlaceholderData } = useAnswer("registerLine", { id });
  if (!isSuccess || isPlaceholderData) return null;
  if (line === null) {
    return (
      <p role="alert" className="rounded-card border border-bad bg-surface px-5 py-4">
        {t("unknownLine", { id })}
      </p>
    );
  }
  return <LineSheet line={line} onClose={onClose} />;
}

/** The register's lines, and what they can be narrowed to. */
export function Register() {
  const { t } = useTranslation("register");
  const navigate = route.useNavigate();
  const { ligne, ...asked } = route.useSearch();
  // The fields answer at once; the list and the address bar follow.
  const [link, setLink] = useState<RegisterLink>(asked);
  const known = useKnownAccounts();
  const nameOf = usePublicNames();
  const filter = filterOf(useDeferredValue(link), known);
  const { data: first, error, refetch } = useFirstLines(filter);
  const narrow = (next: RegisterLink) => {
    setLink(next);
    void navigate({ search: next, replace: true, resetScroll: false });
  };
  const [account, another] = filter.accounts ?? [];
  return (
    <div className="space-y-6">
      <RegisterFilters link={link} hasNoAccount={filter.accounts?.length === 0} onChange={narrow} />
      {first && (
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
          <div>
            <p role="status" className="font-semibold">
              {t("count", { count: first.found })}
              {first.found < first.all && (
                <span className="font-normal text-ink-soft"> {t("ofAll", { all: first.all })}</span>
              )}
            </p>
            <AsOf />
          </div>
          {account !== undefined && another === undefined && (
            <Link to="/compte/$address" params={{ address: account }} className={buttonClass("quiet")}>
              {t("filters.statement", { name: nameOf(account).name })}
            </Link>
          )}
          <a
            href="#fin"
            className="sr-only rounded-pill bg-accent text-on-accent focus:not-sr-only focus:px-5 focus:py-2"
          >
            {t("skip")}
          </a>
        </div>
      )}
      {!first &&
        (error ? (
          <ErrorState title={t("problem")} error={error} onRetry={() => void refetch()} />
        ) : (
          <SkeletonRows rows={SKELETONS} />
        ))}
      {ligne !== undefined && (
        <OpenLine id={ligne} onClose={() => void navigate({ search: link, replace: true, resetScroll: false })} />
      )}
      {first?.found === 0 && (
        <EmptyState
          text={t("none")}
          action={
            <Button kind="secondary" onClick={() => narrow({})}>
              {t("clear")}
            </Button>
          }
        />
      )}
      {first && first.found > 0 && <RegisterTable filter={filter} link={link} first={first} />}
      <div id="fin" tabIndex={-1} />
    </div>
  );
}
