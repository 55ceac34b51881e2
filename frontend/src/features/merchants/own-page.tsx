// SPDX-License-Identifier: EUPL-1.2
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, buttonClass } from "../../components/button.tsx";
import { Card } from "../../components/card.tsx";
import { Page } from "../../components/page.tsx";
import { SkeletonRows } from "../../components/skeleton.tsx";
import { EmptyState, ErrorState } from "../../components/states.tsx";
import { useMerchantRequest, type MerchantWish } from "./api/use-merchant-request.ts";
import { useOwnShop } from "./api/use-own-shop.ts";
import { ConnectFirst } from "./components/connect-first.tsx";
import { RecordForm } from "./components/record-form.tsx";
import { RequestSheet } from "./components/request-sheet.tsx";
import { ShopFacts } from "./components/shop-facts.tsx";
import { ShopStatusMark } from "./components/shop-status.tsx";
import { draftOf, EMPTY_DRAFT, recordOf } from "./record-draft.ts";
import type { Shop } from "./shop.ts";

function OwnEntry({ own }: { own: Shop }) {
  const { t } = useTranslation("shops");
  const request = useMerchantRequest();
  const record = own.record ?? own.ownWords;
  const [isEditing, setIsEditing] = useState(false);
  const [draft, setDraft] = useState(record ? draftOf(record) : EMPTY_DRAFT);
  const [wish, setWish] = useState<MerchantWish>();
  const isGone = own.status === "left" || own.status === "refused";
  const canChange = own.status === "applied" || own.status === "approved";
  const close = () => {
    if (request.state.step === "confirmed") setIsEditing(false);
    setWish(undefined);
    request.reset();
  };
  return (
    <div className="space-y-6">
      <ShopStatusMark shop={own} />
      <p className="max-w-column">{t(`own.means.${own.status}`)}</p>
      {isEditing ? (
        <RecordForm
          draft={draft}
          onChange={setDraft}
          action={t("apply.review")}
          onDone={() => setWish({ action: "update", record: recordOf(draft) })}
        />
      ) : (
        <Card title={record?.name ?? t("own.noRecord")}>
          {record ? <ShopFacts record={record} /> : <p>{t("own.noRecordText")}</p>}
        </Card>
      )}
      <div className="flex flex-wrap gap-3">
        {isGone && (
          <Link to="/devenir-commercant" className={buttonClass("primary")}>
            {t("own.again")}
          </Link>
        )}
        {canChange && (
          <Button
            kind="secondary"
            onClick={() => {
              setDraft(record ? draftOf(record) : EMPTY_DRAFT);
              setIsEditing(!isEditing);
            }}
          >
            {t(isEditing ? "own.cancel" : "own.change")}
          </Button>
        )}
        {!isGone && !isEditing && (
          <Button kind="quiet" onClick={() => setWish({ action: "leave" })}>
            {t("own.leave")}
          </Button>
        )}
      </div>
      {wish && <RequestSheet wish={wish} request={request} onClose={close} />}
    </div>
  );
}

/** A shop's own entry: how it stands, what is published, changing it, leaving. */
export default function OwnPage() {
  const { t } = useTranslation("shops");
  const { status, own, data, error, refetch } = useOwnShop();
  const apply = (
    <Link to="/devenir-commercant" className={buttonClass("primary")}>
      {t("join")}
    </Link>
  );
  return (
    <Page title={t("own.title")} lead={t("own.lead")}>
      {status !== "connected" && <ConnectFirst text={t("own.connect")} />}
      {status === "connected" && error && !data && (
        <ErrorState title={t("own.problem")} error={error} onRetry={() => void refetch()} />
      )}
      {status === "connected" && !error && !data && <SkeletonRows rows={5} />}
      {status === "connected" && data && !own && <EmptyState text={t("own.none")} action={apply} />}
      {status === "connected" && own && <OwnEntry key={own.address} own={own} />}
    </Page>
  );
}
