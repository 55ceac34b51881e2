// SPDX-License-Identifier: EUPL-1.2
import { getRouteApi, Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Page } from "../../components/page.tsx";
import { ErrorState } from "../../components/states.tsx";
import { useAudit } from "./api/use-audit.ts";
import { AuditReport } from "./components/audit-report.tsx";

const route = getRouteApi("/controle");

function Reading({ progress }: { progress: number }) {
  const { t } = useTranslation("audit");
  return (
    <div className="space-y-6">
      <p role="status">{t("reading")}</p>
      <progress aria-label={t("reading")} value={progress} className="block h-3 w-full accent-accent" />
      <div className="skeleton h-44" />
      <div className="skeleton h-96" />
    </div>
  );
}

/** The books, done again by whoever opens the page: from the events, against what the contracts say. */
export default function AuditPage() {
  const { t } = useTranslation("audit");
  const navigate = route.useNavigate();
  const { bloc } = route.useSearch();
  const { data: audit, error, refetch, isFetching, progress } = useAudit(bloc === undefined ? undefined : Number(bloc));
  const again = () => void refetch();
  return (
    <Page title={t("title")} lead={t("lead")}>
      {error && !isFetching && (
        <div className="mb-6 space-y-4">
          <ErrorState title={t("problem")} error={error} onRetry={again} />
          {bloc !== undefined && (
            <p className="max-w-column">
              {t("atBlock.needsArchive", { block: Number(bloc) })}{" "}
              <Link to="/controle" search={{}} className="text-accent underline underline-offset-4">
                {t("atBlock.last")}
              </Link>
            </p>
          )}
        </div>
      )}
      {!audit && isFetching && <Reading progress={progress} />}
      {audit && (
        <AuditReport
          audit={audit}
          isRunning={isFetching}
          progress={progress}
          onAgain={again}
          isAtBlock={bloc !== undefined}
          onAskBlock={(block) => void navigate({ search: { bloc: block }, resetScroll: false })}
        />
      )}
    </Page>
  );
}
