// SPDX-License-Identifier: EUPL-1.2
import {
  cleanLabel,
  isReference,
  LONGEST_LABEL,
  LONGEST_REFERENCE,
  type PaymentRequest,
  requestCode,
} from "@monnaie-commune/sdk/payments/request";
import type { Hex } from "viem";
import type { Database } from "./database.ts";
import { addressField, centsField, chainField, checkAddresses, secondField } from "./kinds/fields.ts";
import { Refusal } from "./refusal.ts";

/** Seconds a till's request is kept at most: somebody stands there and types its code. */
const LONGEST_SECONDS = 900;
const MOST_REQUESTS = 5_000;

/** A till's request as JSON: cents as a decimal string, `expires` always said. */
export type TillRequest = Omit<PaymentRequest, "cents" | "expires"> & { cents?: string; expires: number };

export const TILL_REQUEST_SCHEMA = {
  type: "object",
  additionalProperties: false,
  required: ["payee", "expires", "chainId", "token"],
  properties: {
    payee: addressField,
    cents: centsField,
    label: { type: "string", maxLength: 2 * LONGEST_LABEL },
    reference: { type: "string", maxLength: 2 * LONGEST_REFERENCE },
    expires: secondField,
    chainId: chainField,
    token: addressField,
  },
};

/** Requests of tills by their short code, for payers who type it. The code comes from the request: nobody can exchange it. */
export type TillRequests = {
  /**
   * Keeps a request until it expires.
   * @returns Its code, once it is on the disk.
   * @throws Refusal when it is for elsewhere, expired, valid for too long, or not what a payer would be shown.
   */
  keep(request: TillRequest): Promise<string>;
  /** @throws Refusal when there is none, or no longer. */
  find(code: string): TillRequest;
};

export function openTillRequests(
  { sql, write, flush, onDisk }: Database,
  here: { chainId: number; token: Hex },
  now = () => Math.floor(Date.now() / 1000),
): TillRequests {
  const insert = sql.prepare("INSERT OR REPLACE INTO till_requests (code, request, expires) VALUES (?, ?, ?)");
  const select = sql.prepare("SELECT request FROM till_requests WHERE code = ? AND expires >= ?");
  const count = sql.prepare("SELECT count(*) AS count FROM till_requests");
  const forget = sql.prepare("DELETE FROM till_requests WHERE expires < ?");
  return {
    async keep(request) {
      check(request);
      forget.run(now());
      if (Number(count.get()?.count) >= MOST_REQUESTS) throw Refusal.of("busy");
      const { cents, ...rest } = request;
      const code = requestCode({ ...rest, ...(cents !== undefined && { cents: BigInt(cents) }) });
      write({ run: () => insert.run(code, JSON.stringify(request), request.expires), undo: () => undefined });
      await onDisk();
      return code;
    },
    find(code) {
      flush();
      const row = select.get(code, now());
      if (row === undefined) throw Refusal.of("noSuchRequest");
      return JSON.parse(String(row.request)) as TillRequest;
    },
  };

  function check(request: TillRequest): void {
    const { chainId, token, label, reference, expires } = request;
    if (chainId !== here.chainId) throw Refusal.of("wrongChain");
    if (token !== here.token) throw Refusal.of("wrongContract");
    checkAddresses(request, "payee");
    if (label !== undefined && (label === "" || cleanLabel(label) !== label)) throw badField("label");
    if (reference !== undefined && !isReference(reference)) throw badField("reference");
    if (expires < now() || expires > now() + LONGEST_SECONDS) throw badField("expires");
  }
}

function badField(field: string): Refusal {
  return Refusal.of("badRequest", { field });
}
