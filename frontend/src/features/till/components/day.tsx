// SPDX-License-Identifier: EUPL-1.2
import { Link } from "@tanstack/react-router";
import { Calculator } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { buttonClass } from "../../../components/button.tsx";
import { Page } from "../../../components/page.tsx";
import { SkeletonRows } from "../../../components/skeleton.tsx";
import { EmptyState, ErrorState } from "../../../components/states.tsx";
import { shortAddress } from "../../../lib/short-address.ts";
import type { Shop } from "../../merchants/shop.ts";
import { localDate, type DayLine } from "../shop-day.ts";
import { useShopDay } from "../use-shop-day.ts";
import { ClosingSheet } from "./closing-sheet.tsx";
import { Closings } from "./closings.tsx";
import { DayActions } from "./day-actions.tsx";
import { DayList } from "./day-list.tsx";
import { DayPicker } from "./day-picker.tsx";
import { DayTotals } from "./day-totals.tsx";
import { RefundSheet } from "./refund-sheet.tsx";

const SKELETONS = 6;

/** A day of a shop: total, lines, refunds, close. */
export function Day({ shop }: { shop: Shop }) {
  const { t } = useTranslation("till");
  const [date, setDate] = useState(() => localDate(Date.now() / 1000));
  const day = useShopDay(shop.address, date);
  const [refunding, setRefunding] = useState<DayLine>();
  const [shown, setShown] = useState<number>();
  const name = shop.record?.name ?? shortAddress(shop.address);
  const closing = day.closings.find(({ number }) => number === shown);
  const toTill = (
    <Link to="/caisse" className={buttonClass("primary", "print:hidden")}>
      <Calculator size={20} strokeWidth={1.75} aria-hidden="true" />
      {t("day.toTill")}
    </Link>
  );
  return (
    <Page title={t("day.title")} lead={name} actions={toTill}>
      <div className="max-w-3xl space-y-6">
        <DayPicker date={date} onDate={setDate} />
        {!day.isReady && !day.error && <SkeletonRows rows={SKELETONS} />}
        {!day.isReady && day.error && <ErrorState title={t("day.problem")} error={day.error} onRetry={day.retry} />}
        {day.isReady && (
          <>
            <DayTotals totals={day.totals} />
            <DayActions
              day={day}
              date={date}
              onClose={() => {
                day.close();
                setShown((day.closings.at(-1)?.number ?? 0) + 1);
              }}
            />
            {day.lines.length === 0 ? (
              <EmptyState text={t("day.empty")} />
            ) : (
              <DayList lines={day.lines} onRefund={setRefunding} />
            )}
            <Closings closings={day.closings} onShow={setShown} />
          </>
        )}
      </div>
      {refunding && <RefundSheet line={refunding} onClose={() => setRefunding(undefined)} />}
      {closing && (
        <ClosingSheet
          name={name}
          closing={closing}
          previous={day.closings.find(({ number }) => number === closing.number - 1)}
          onClose={() => setShown(undefined)}
        />
      )}
    </Page>
  );
}
