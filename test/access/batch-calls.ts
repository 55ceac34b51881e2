// SPDX-License-Identifier: EUPL-1.2
import type { MatrixCall } from "./matrix-call.ts";
import { somebody } from "./matrix-world.ts";
import { authorisation } from "./token-calls.ts";

export const BATCH_CALLS: readonly MatrixCall[] = [
  {
    contract: "AuthorizationBatch",
    signature: "transferWithAuthorizations((address,address,uint256,uint256,uint256,bytes32,bytes)[])",
    who: "anyone",
    async args(world) {
      const { values, signature } = await authorisation(world, "TransferWithAuthorization", somebody("payee"));
      return [[[...values, signature]]];
    },
  },
];
