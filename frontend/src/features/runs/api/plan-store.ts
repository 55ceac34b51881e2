// SPDX-License-Identifier: EUPL-1.2
// Plans stay on the device they were made or opened on: they hold pseudonyms and mandates, which are for no server.
import type { BonusPlan } from "@monnaie-commune/sdk/bonus/plan";
import { PLAN_DATABASE } from "../../../lib/device-data.ts";

const STORE = "plans";

/** A plan as it is kept: its file, and what lists show of it without reading the file. */
export type KeptPlan = Pick<
  BonusPlan,
  "planHash" | "chainId" | "issuance" | "programmeId" | "sourceSha256" | "created" | "totals"
> & { text: string };

function promised<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("The browser refused its storage")));
  });
}

async function withStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opening = indexedDB.open(PLAN_DATABASE, 1);
  opening.addEventListener("upgradeneeded", () => opening.result.createObjectStore(STORE, { keyPath: "planHash" }));
  const database = await promised(opening);
  try {
    return await promised(work(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

export async function keptPlans(): Promise<KeptPlan[]> {
  return await withStore("readonly", (store) => store.getAll() as IDBRequest<KeptPlan[]>);
}

export async function keptPlan(planHash: string): Promise<KeptPlan | undefined> {
  return await withStore("readonly", (store) => store.get(planHash) as IDBRequest<KeptPlan | undefined>);
}

export async function keepPlan(plan: BonusPlan, text: string): Promise<void> {
  const { planHash, chainId, issuance, programmeId, sourceSha256, created, totals } = plan;
  const kept: KeptPlan = { planHash, chainId, issuance, programmeId, sourceSha256, created, totals, text };
  await withStore("readwrite", (store) => store.put(kept));
}

export async function forgetPlan(planHash: string): Promise<void> {
  await withStore("readwrite", (store) => store.delete(planHash));
}
