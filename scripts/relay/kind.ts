// SPDX-License-Identifier: EUPL-1.2
import type { Hex } from "viem";

/** Something the relay sends for others: how it is asked, checked and turned into a call. */
export type RequestKind<Request> = {
  /** Its name in the journal and, below /v1/, in the address it is sent to. */
  name: string;
  /** JSON schema of a request: fields of any other name or form are refused. */
  schema: Record<string, unknown>;
  /** What can happen once only, whoever asks for it: two requests with the same key are about the same thing. */
  keyOf(request: Request): string;
  /** Whom it pays. */
  payeeOf(request: Request): string;
  /**
   * Checks what costs nothing first, then asks the chain as it will be once everything under way is written.
   * @throws Refusal when it would not go through.
   */
  verify(request: Request): Promise<void>;
  callOf(request: Request): { to: Hex; data: Hex };
};
