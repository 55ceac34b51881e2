// SPDX-License-Identifier: EUPL-1.2
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { buttonClass } from "../../components/button.tsx";
import { Card } from "../../components/card.tsx";
import { Page } from "../../components/page.tsx";
import { SkeletonRows } from "../../components/skeleton.tsx";
import { ErrorState } from "../../components/states.tsx";
import { useOwnShop } from "./api/use-own-shop.ts";
import { useMerchantRequest } from "./api/use-merchant-request.ts";
import { ConnectFirst } from "./components/connect-first.tsx";
import { RecordForm } from "./components/record-form.tsx";
import { RequestSheet } from "./components/request-sheet.tsx";
import { ShopStatusMark } from "./components/shop-status.tsx";
import { EMPTY_DRAFT, recordOf } from "./record-draft.ts";

const STEPS = ["write", "sign", "read", "listed"] as const;

function Application() {
  const { t } = useTranslation("shops");
  const request = useMerchantRequest();
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const [isReviewing, setIsReviewing] = useState(false);
  const close = () => {
    setIsReviewing(false);
    request.reset();
  };
  return (
    <>
      <RecordForm draft={draft} onChange={setDraft} action={t("apply.review")} onDone={() => setIsReviewing(true)} />
      {isReviewing && (
        <RequestSheet wish={{ action: "apply", record: recordOf(draft) }} request={request} onClose={close} />
      )}
    </>
  );
}

function Content() {
  const { t } = useTranslation("shops");
  const { status, own, data, error, refetch } = useOwnShop();
  // What somebody is doing is not taken from under their hands when the register has changed.
  const [started] = useState({ wasListed: undefined as boolean | undefined });
  if (status !== "connected") return <ConnectFirst text={t("apply.connect")} />;
  if (error && !data) return <ErrorState title={t("apply.problem")} error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={6} />;
  const isListed = own !== undefined && own.status !== "left" && own.status !== "refused";
  started.wasListed ??= isListed;
  if (started.wasListed && own) {
    return (
      <Card title={own.record?.name ?? t("apply.already")}>
        <ShopStatusMark shop={own} />
        <Link to="/ma-fiche" className={buttonClass("secondary", "mt-5")}>
          {t("own.open")}
        </Link>
      </Card>
    );
  }
  return <Application />;
}

/** How a shop joins: it says who it is, signs, and the region reads it. */
export default function ApplyPage() {
  const { t } = useTranslation("shops");
  return (
    <Page title={t("apply.title")} lead={t("apply.lead")}>
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Content />
        <aside className="rounded-card bg-stone p-5 md:p-8 max-lg:order-first">
          <h2 className="text-lead font-bold">{t("apply.how")}</h2>
          <ol className="mt-3 list-decimal space-y-2 pl-5">
            {STEPS.map((step) => (
              <li key={step}>{t(`apply.steps.${step}`)}</li>
            ))}
          </ol>
          <p className="mt-4 text-caption text-ink-soft">{t("apply.privacy")}</p>
        </aside>
      </div>
    </Page>
  );
}
