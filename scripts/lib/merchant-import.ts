// SPDX-License-Identifier: EUPL-1.2
import { encodeCommune, type MerchantRecord, recordHash } from "@monnaie-commune/sdk/merchants";
import { ROLES } from "@monnaie-commune/sdk/generated/roles";
import type { ContractTransaction, Wallet } from "ethers";
import type { IMerchantRegistry } from "../../types/ethers-contracts/contracts/interfaces/IMerchantRegistry.js";
import { Failure } from "./failure.ts";
import type { MerchantRow } from "./merchant-csv.ts";
import { sendInOrder } from "./send-in-order.ts";
import type { System } from "./system.ts";

/** Records are served in one file, by account: the region's site holds it. */
const RECORD_URI = "/records/merchants.json";

const STATUS = { none: 0n, applied: 1n, approved: 2n, suspended: 3n, left: 4n, refused: 5n };
const PAGE = 200;

export type ImportPlan = {
  register: MerchantRow[];
  correct: MerchantRow[];
  unchanged: MerchantRow[];
  /** Left of their own will: registering them again is not for a file to decide. */
  left: MerchantRow[];
};

/** What the registry lacks of these shops. */
export async function planImport({ registry }: System, rows: readonly MerchantRow[]): Promise<ImportPlan> {
  const known = new Map<string, IMerchantRegistry.MerchantStructOutput>();
  for (let offset = 0n, count = await registry.merchantCount(); offset < count; offset += BigInt(PAGE)) {
    for (const merchant of await registry.merchants(offset, PAGE)) known.set(merchant.account, merchant);
  }
  const plan: ImportPlan = { register: [], correct: [], unchanged: [], left: [] };
  for (const row of rows) {
    const merchant = known.get(row.account);
    const { status = STATUS.none } = merchant ?? {};
    if (merchant === undefined || status === STATUS.applied || status === STATUS.refused) plan.register.push(row);
    else if (status === STATUS.left) plan.left.push(row);
    else if (isSame(merchant, row.record)) plan.unchanged.push(row);
    else plan.correct.push(row);
  }
  return plan;
}

/**
 * Registers and corrects shops by the registrar's key. Stopping on the way is harmless: what is on chain is skipped the
 * next time.
 * @param onDone Told of each shop whose details are on chain now.
 */
export async function runImport(
  { registry, manager }: System,
  registrar: Wallet,
  { register, correct }: ImportPlan,
  confirmations: number,
  onDone: (row: MerchantRow) => void,
): Promise<void> {
  if (register.length + correct.length === 0) return;
  const [isRegistrar] = await manager.hasRole(ROLES.REGISTRAR, registrar);
  if (!isRegistrar) throw new Failure(3, "merchants.notRegistrar", { address: registrar.address });
  const calls: { row: MerchantRow; request(): Promise<ContractTransaction> }[] = [
    ...register.map((row) => ({
      row,
      request: async () => await registry.register.populateTransaction(row.account, detailsOf(row.record)),
    })),
    ...correct.map((row) => ({
      row,
      request: async () => await registry.correctDetails.populateTransaction(row.account, detailsOf(row.record)),
    })),
  ];
  await sendInOrder(registrar, calls, confirmations, ({ row }) => onDone(row));
}

function detailsOf(record: MerchantRecord): IMerchantRegistry.DetailsStruct {
  return {
    category: record.category,
    commune: encodeCommune(record.commune),
    recordHash: recordHash(record),
    recordURI: RECORD_URI,
  };
}

function isSame({ details }: IMerchantRegistry.MerchantStructOutput, record: MerchantRecord): boolean {
  const wanted = detailsOf(record);
  return (
    details.category === BigInt(wanted.category) &&
    details.commune === wanted.commune &&
    details.recordHash === wanted.recordHash &&
    details.recordURI === wanted.recordURI
  );
}
