// SPDX-License-Identifier: EUPL-1.2
import { dayOf } from "@monnaie-commune/sdk/days";
import { useMemo } from "react";
import type { Address } from "../../lib/runtime-config.ts";
import { useRuntime } from "../../lib/runtime-context.ts";
import { useStatement } from "../movements/api/use-statement.ts";
import { useAuthorised, useLabels } from "./api/use-authorised.ts";
import { useBlockTimes } from "./api/use-block-times.ts";
import { close, openLines, parseClosings, withClosing } from "./closings.ts";
import { useKept } from "./kept.ts";
import { refundsIn } from "./refunds.ts";
import { dayLines, localDate, startOfLocalDay, totalsOf } from "./shop-day.ts";
import { parseTillMemory, tillKey } from "./till-memory.ts";

const NO_LINES: never[] = [];
const nowInSeconds = () => Math.floor(Date.now() / 1000);

/** What a shop took in on a local day (`2026-11-25`), from the ledger, and the closes this device keeps. */
export function useShopDay(shop: Address, date: string) {
  const { genesisHash } = useRuntime().deployment;
  const [{ requests }] = useKept(tillKey(genesisHash, shop), parseTillMemory);
  const [closings, changeClosings] = useKept(`${tillKey(genesisHash, shop)}.closings`, parseClosings);
  const statement = useStatement(shop);
  const authorised = useAuthorised(shop);
  const { data: labels } = useLabels(requests);

  const previous = closings.at(-1);
  const [start, end] = [startOfLocalDay(date), startOfLocalDay(date, 1)];
  const today = startOfLocalDay(localDate(nowInSeconds()));
  const all = statement.data?.lines ?? NO_LINES;
  const wanted = useMemo(
    () =>
      all.filter(({ day, block }) => {
        const isOfDay = day >= dayOf(start) && day <= dayOf(end);
        return isOfDay || (previous ? block >= previous.upTo.block : day >= dayOf(today));
      }),
    [all, start, end, previous, today],
  );
  const blocks = useMemo(() => wanted.map(({ block }) => block), [wanted]);
  const times = useBlockTimes(statement.data && blocks);
  const refunds = useMemo(() => refundsIn(all, authorised.data ?? NO_LINES), [all, authorised.data]);

  const timed = times.data ? dayLines(wanted, refunds, times.data, (tx) => labels?.get(tx)) : NO_LINES;
  const lines = timed.filter(({ at }) => at >= start && at < end);
  const open = openLines(timed, previous, today);
  return {
    lines,
    totals: totalsOf(lines),
    closings,
    open,
    isReady: statement.data !== undefined && authorised.data !== undefined && times.data !== undefined,
    error: statement.error ?? authorised.error ?? times.error,
    retry: () => void Promise.all([statement.refetch(), authorised.refetch(), times.refetch()]),
    /** Keeps a close of all that is open; it is then the last of the closes. */
    close() {
      const closing = close(open, previous, nowInSeconds());
      if (closing) changeClosings((old) => withClosing(old, closing));
    },
  };
}

export type ShopDay = ReturnType<typeof useShopDay>;
