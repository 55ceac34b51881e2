// SPDX-License-Identifier: EUPL-1.2
// Plans stay on the device they were made or opened on: they hold pseudonyms and mandates, which are for no server.
import type { BonusPlan } from "@monnaie-commune/sdk/bonus/plan";
import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import { PLAN_DATABASE } from "../../../lib/device-data.ts";

const STORE = "plans";

/** A plan as it is kept: its file, and what lists show of it without reading the file. */
export type KeptPlan = Pick<
  BonusPlan,
  "planHash" | "chainId" | "issuance" | "programmeId" | "sourceSha256" | "created" | "totals"
> & { text: string };

interface Schema extends DBSchema {
  [STORE]: { key: string; value: KeptPlan };
}

async function withPlans<T>(work: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
  const database = await openDB<Schema>(PLAN_DATABASE, 1, {
    upgrade: (fresh) => void fresh.createObjectStore(STORE, { keyPath: "planHash" }),
  });
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

export async function keptPlans(): Promise<KeptPlan[]> {
  return await withPlans((plans) => plans.getAll(STORE));
}

export async function keptPlan(planHash: string): Promise<KeptPlan | undefined> {
  return await withPlans((plans) => plans.get(STORE, planHash));
}

export async function keepPlan(plan: BonusPlan, text: string): Promise<void> {
  const { planHash, chainId, issuance, programmeId, sourceSha256, created, totals } = plan;
  const kept: KeptPlan = { planHash, chainId, issuance, programmeId, sourceSha256, created, totals, text };
  await withPlans((plans) => plans.put(STORE, kept));
}

export async function forgetPlan(planHash: string): Promise<void> {
  await withPlans((plans) => plans.delete(STORE, planHash));
}
