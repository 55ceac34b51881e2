// SPDX-License-Identifier: EUPL-1.2
import { useMemo, useState } from "react";
import type { Address } from "../../lib/runtime-config.ts";
import { useRuntime } from "../../lib/runtime-context.ts";
import { usePaymentFeed } from "./api/use-payment-feed.ts";
import { isRemarkable, judgePayments, paymentKey, stateOf, type JudgedPayment } from "./judge-payments.ts";
import { useKept } from "./kept.ts";
import {
  parseTillMemory,
  tillKey,
  watchedRequests,
  withCancelled,
  withLabel,
  withNotOurs,
  withoutCurrent,
  withRequest,
  withSeen,
} from "./till-memory.ts";
import { newRequest } from "./till-request.ts";
import { useNow } from "./use-now.ts";

const LATEST = 4;

/** All a till knows and does: what it asked for, what came in, and what that means. */
export function useTill(shop: Address) {
  const { deployment } = useRuntime();
  const now = useNow();
  const [memory, change] = useKept(tillKey(deployment.genesisHash, shop), parseTillMemory);
  const [openedAt] = useState(now);
  const requests = useMemo(() => watchedRequests(memory, openedAt), [memory, openedAt]);
  const { data: feed, isError } = usePaymentFeed(shop, requests[0]?.fromBlock);

  const judged = useMemo(
    () => judgePayments(requests, feed?.payments ?? [], memory.notOurs),
    [requests, memory.notOurs, feed],
  );
  const request = requests.find(({ reference }) => reference === memory.current);
  const current = request && { request, state: stateOf(request, judged, now) };
  const isSeen = (each: JudgedPayment) => memory.seen.includes(paymentKey(each.payment));
  const isOnScreen = (each: JudgedPayment) => request !== undefined && each.request?.reference === request.reference;
  const keysOnScreen = () => judged.filter(isOnScreen).map(({ payment }) => paymentKey(payment));

  return {
    now,
    judged,
    current,
    labels: memory.labels,
    /** The chain was not heard of yet, or no more. */
    isReady: feed !== undefined,
    isSilent: isError,
    /** What somebody has to look at, but for what the screen is about. */
    notices: judged.filter((each) => isRemarkable(each) && !isSeen(each) && !isOnScreen(each)),
    latest: judged.slice(-LATEST).toReversed(),
    ask(cents: bigint, label: string | undefined) {
      if (feed) change((old) => withRequest(old, newRequest(cents, label, feed.chain, now)));
    },
    cancel() {
      if (request && feed) change((old) => withCancelled(old, request.reference, feed.chain.block));
    },
    /** Back to the keypad; what the screen was about has been looked at. */
    close() {
      change((old) => withoutCurrent(withSeen(old, keysOnScreen())));
    },
    /** What looked like the payment is for something else: the request waits on. */
    refuseProbable: () => change((old) => withNotOurs(old, keysOnScreen())),
    /** Asks for the same once more. */
    again() {
      if (!request || !feed) return;
      const next = newRequest(request.cents, request.label, feed.chain, now);
      change((old) => withRequest(withCancelled(old, request.reference, feed.chain.block), next));
    },
    /** Asks for what is missing; what came in so far has been looked at. */
    askRest(cents: bigint) {
      if (!request || !feed) return;
      change((old) => withRequest(withSeen(old, keysOnScreen()), newRequest(cents, request.label, feed.chain, now)));
    },
    see: (each: JudgedPayment) => change((old) => withSeen(old, [paymentKey(each.payment)])),
    keepLabel: (label: string, offered: readonly string[]) => change((old) => withLabel(old, label, offered)),
  };
}

export type TillState = ReturnType<typeof useTill>;
