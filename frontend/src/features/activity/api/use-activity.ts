// SPDX-License-Identifier: EUPL-1.2
import { useSyncExternalStore } from "react";
import { useConnection } from "wagmi";
import { activityKey, readActivity, removeActivity, subscribeActivity } from "../../../lib/activity/activity-store.ts";
import type { ActivityEntry } from "../../../lib/activity/activity.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { isSameAddress } from "../../../lib/short-address.ts";

/** All that this device remembers of the chain, whoever began it; newest first. */
export function useAllActivity(): { key: string; entries: readonly ActivityEntry[] } {
  const { chainId, deployment } = useRuntime();
  const key = activityKey(chainId, deployment.genesisHash);
  return { key, entries: useSyncExternalStore(subscribeActivity, () => readActivity(key)) };
}

/** What the person who is connected began here, and what needs no wallet; newest first. */
export function useActivity() {
  const { key, entries } = useAllActivity();
  const { address } = useConnection();
  return {
    entries: entries.filter(({ account }) => account === undefined || isSameAddress(account, address)),
    erase: (ids: readonly string[]) => removeActivity(key, ids),
  };
}
