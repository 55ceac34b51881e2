// SPDX-License-Identifier: EUPL-1.2
import { getAddress } from "viem/utils";
import { CLAIMS_PER_SHEET } from "../claims/sheet-size.ts";
import { isListPurpose, type ListPurpose } from "../purposes.ts";
import { ACTS } from "./acts.ts";
import { isPartition } from "./chunks.ts";
import {
  type BonusPlan,
  budgetLinesOf,
  PLAN_VERSION,
  type PlanClaims,
  planHashOf,
  type PlanLine,
  totalsOf,
} from "./plan.ts";
import { runChunks, runTree } from "./run-chunks.ts";

/** Why a plan file is not a plan: not JSON, of another version, of another shape, changed since, or wrong in itself. */
export type PlanProblem = "json" | "version" | "shape" | "hash" | "totals" | "root";

/**
 * Reads a plan file and checks all of it: the hash of its bytes, then that totals, chunks, sheets and root follow from the
 * lines.
 * A plan that passes says nothing its lines do not say.
 */
export function readPlan(text: string): { plan: BonusPlan } | { problem: PlanProblem } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: "json" };
  }
  if (!isObject(value)) return { problem: "shape" };
  if (value.version !== PLAN_VERSION) return { problem: "version" };
  if (!hasShape(value)) return { problem: "shape" };
  const plan = value;
  if (planHashOf(plan) !== plan.planHash) return { problem: "hash" };
  const isTrue =
    isSame(plan.totals, totalsOf(plan.lines)) &&
    isSame(plan.budgetLines, budgetLinesOf(plan.lines)) &&
    isPartition(plan.chunks, plan.totals.payments - plan.totals.claims) &&
    areSheetsOf(plan);
  if (!isTrue) return { problem: "totals" };
  return runTree(runChunks(plan)).root === plan.root ? { plan } : { problem: "root" };
}

/** One letter for each claim, and each on a sheet the contract takes. */
function areSheetsOf({ claims, lines, totals }: BonusPlan): boolean {
  if (claims === null) return totals.claims === 0;
  const keys = new Set(lines.flatMap(({ claimKey }) => claimKey ?? []));
  const areSmall = claims.sheets.every(({ count }) => count <= CLAIMS_PER_SHEET);
  return keys.size === totals.claims && totals.claims > 0 && areSmall && isPartition(claims.sheets, totals.claims);
}

function hasShape(value: Record<string, unknown>): value is BonusPlan {
  const { purpose } = value;
  return (
    isListPurpose(purpose) &&
    isCount(value.chainId) &&
    isText(value.region) &&
    isAddress(value.token) &&
    isAddress(value.issuance) &&
    isCount(value.programmeId) &&
    isText(value.created) &&
    isHash(value.sourceSha256) &&
    isHash(value.root) &&
    isHash(value.planHash) &&
    isObject(value.totals) &&
    Array.isArray(value.budgetLines) &&
    areRanges(value.chunks) &&
    (value.claims === null || areClaims(value.claims)) &&
    Array.isArray(value.lines) &&
    value.lines.every((line) => isLine(line, purpose))
  );
}

function areClaims(value: unknown): value is PlanClaims {
  return isObject(value) && isCount(value.deadline) && areRanges(value.sheets);
}

function areRanges(value: unknown): boolean {
  return (
    Array.isArray(value) && value.every((range) => isObject(range) && isIndex(range.first) && isCount(range.count))
  );
}

function isLine(value: unknown, purpose: ListPurpose): value is PlanLine {
  return (
    isObject(value) &&
    isCount(value.line) &&
    isText(value.payeeId) &&
    (value.wallet === null || isAddress(value.wallet)) &&
    (value.claimKey === null || isAddress(value.claimKey)) &&
    (value.wallet === null || value.claimKey === null) &&
    isCents(value.cents) &&
    isCents(value.eurosCents) &&
    (value.wallet === null && value.claimKey === null) === (value.cents === "0") &&
    (value.cents === "0") === (value.consent === null) &&
    isText(value.budgetLine) &&
    (purpose === "reward" ? ACTS.some((act) => act === value.act) : value.act === null)
  );
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown) => typeof value === "string" && value !== "";
const isIndex = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0;
const isCount = (value: unknown) => isIndex(value) && Number(value) > 0;
const isHash = (value: unknown) => typeof value === "string" && /^0x[0-9a-f]{64}$/u.test(value);
const isCents = (value: unknown) => typeof value === "string" && /^(0|[1-9][0-9]{0,30})$/u.test(value);
const isAddress = (value: unknown) =>
  typeof value === "string" && /^0x[0-9a-fA-F]{40}$/u.test(value) && getAddress(value) === value;

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(sortedKeys(one)) === JSON.stringify(sortedKeys(other));
}

function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .toSorted()
      .map((key) => [key, sortedKeys(value[key])]),
  );
}
