// SPDX-License-Identifier: EUPL-1.2
import { Link, useSearch } from "@tanstack/react-router";
import { ArrowLeft, FilePlus2 } from "lucide-react";
import { type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { buttonClass } from "../../components/button.tsx";
import { Page } from "../../components/page.tsx";
import { SkeletonRows } from "../../components/skeleton.tsx";
import { ErrorState } from "../../components/states.tsx";
import { usePermission } from "../../lib/use-permission.ts";
import { useProgrammes } from "./api/use-programmes.ts";
import { useRun } from "./api/use-runs.ts";
import { NewRun } from "./components/new-run.tsx";
import { Overview } from "./components/overview.tsx";
import { RunView } from "./components/run-view.tsx";

function Back() {
  const { t } = useTranslation("runs");
  return (
    <Link to="/primes" search={{}} className={buttonClass("quiet", "max-sm:-ml-6 print:hidden")}>
      <ArrowLeft size={20} strokeWidth={1.75} aria-hidden="true" />
      {t("back")}
    </Link>
  );
}

function NewAction() {
  const { t } = useTranslation("runs");
  const bonus = usePermission("bonus.pay");
  const reward = usePermission("reward.pay");
  if (bonus !== "granted" && reward !== "granted") return null;
  return (
    <Link to="/primes" search={{ nouveau: "1" }} className={buttonClass("primary", "max-sm:w-full")}>
      <FilePlus2 size={20} strokeWidth={1.75} aria-hidden="true" />
      {t("new.action")}
    </Link>
  );
}

/** What the region pays in the currency: read by everybody, prepared by one person, approved by another. */
export default function RunsPage() {
  const { t } = useTranslation("runs");
  const { versement, plan, nouveau } = useSearch({ from: "/primes" });
  const { data: all, error, refetch } = useProgrammes();
  const hash = plan as `0x${string}` | undefined;
  const { data: run } = useRun({ planHash: hash });
  const page = (key: string, title: string, lead: string | undefined, actions: ReactNode, content: ReactNode) => (
    <Page key={key} title={title} lead={lead} actions={actions}>
      {content}
    </Page>
  );
  const waiting = error ? (
    <ErrorState title={t("problem")} error={error} onRetry={() => void refetch()} />
  ) : (
    <SkeletonRows rows={4} />
  );
  if (versement !== undefined) {
    const title = t("list.run", { run: versement });
    return page(title, title, undefined, <Back />, all ? <RunView all={all} runId={BigInt(versement)} /> : waiting);
  }
  if (hash !== undefined) {
    const title = run ? t("list.run", { run: run.runId.toString() }) : t("run.planTitle");
    return page(hash, title, undefined, <Back />, all ? <RunView all={all} planHash={hash} /> : waiting);
  }
  if (nouveau !== undefined) {
    return page("new", t("new.title"), t("new.lead"), <Back />, all ? <NewRun all={all} /> : waiting);
  }
  return page("list", t("title"), t("lead"), <NewAction />, all ? <Overview all={all} /> : waiting);
}
