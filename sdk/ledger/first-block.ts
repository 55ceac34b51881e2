// SPDX-License-Identifier: EUPL-1.2
import { BaseError, type Hex, type PublicClient, RpcRequestError } from "viem";

/** The first block in which there is code at an address; 0 where the node does not keep what was that long ago. */
export async function firstBlockOf(
  client: Pick<PublicClient, "getCode">,
  address: Hex,
  toBlock: number,
): Promise<number> {
  let none = -1;
  let some = toBlock;
  try {
    while (some - none > 1) {
      const middle = Math.floor((none + some) / 2);
      const code = await client.getCode({ address, blockNumber: BigInt(middle) });
      if (code !== undefined && code !== "0x") some = middle;
      else none = middle;
    }
    return some;
  } catch (error) {
    // A node that answers and does not know is another thing than one that is away.
    if (error instanceof BaseError && error.walk((link) => link instanceof RpcRequestError) !== null) return 0;
    throw error;
  }
}
