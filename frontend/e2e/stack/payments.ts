// SPDX-License-Identifier: EUPL-1.2
import { RegionalTokenAbi } from "@monnaie-commune/sdk/generated/abis";
import { createWalletClient, defineChain, encodeFunctionData, http, publicActions, type Hex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { developmentKey } from "../../../scripts/lib/signers.ts";

const GAS = 200_000n;
const FEE = 10_000_000_000n;
const AT_ONCE = 100;

/** A development account that pays, many times over when asked: signs first, then sends without waiting in between. */
export function payer(index: number, url: string, token: Hex, chainId: number) {
  const account = privateKeyToAccount(developmentKey(index));
  const chain = defineChain({
    id: chainId,
    name: "test",
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls: { default: { http: [url] } },
  });
  const client = createWalletClient({ account, chain, transport: http(url, { batch: true }) }).extend(publicActions);
  const dataOf = (to: Hex, cents: bigint) =>
    encodeFunctionData({ abi: RegionalTokenAbi, functionName: "transfer", args: [to, cents] });

  return {
    address: account.address,
    /** Pays each amount of cents, in order. */
    async pay(to: Hex, ...amounts: bigint[]): Promise<void> {
      const first = await client.getTransactionCount({ address: account.address });
      for (let start = 0; start < amounts.length; start += AT_ONCE) {
        const signed = amounts.slice(start, start + AT_ONCE).map((cents, i) =>
          account.signTransaction({
            type: "eip1559",
            chainId,
            nonce: first + start + i,
            to: token,
            data: dataOf(to, cents),
            gas: GAS,
            maxFeePerGas: FEE,
            maxPriorityFeePerGas: 1n,
          }),
        );
        const sent = (await Promise.all(signed)).map((serializedTransaction) =>
          client.sendRawTransaction({ serializedTransaction }),
        );
        for (const hash of await Promise.all(sent)) {
          const { status } = await client.getTransactionReceipt({ hash });
          if (status !== "success") throw new Error(`A payment of the tests was refused: ${hash}`);
        }
      }
    },
  };
}
