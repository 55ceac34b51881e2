// SPDX-License-Identifier: EUPL-1.2
import { createWalletClient, http, numberToHex, type Chain, type EIP1193RequestFn, type Hex } from "viem";
import type { DemoIdentity } from "./runtime-config.ts";

type SendParameters = { to?: Hex; data?: Hex; value?: Hex; gas?: Hex };

/** A wallet without a window (EIP-1193): it signs what it is asked, with a development key, on the local chain. */
export function createDemoProvider(identity: DemoIdentity, chain: Chain, rpcUrl: string) {
  // The signing code is loaded when somebody signs, not when the page opens.
  const client = async () => {
    const { privateKeyToAccount } = await import("viem/accounts");
    return createWalletClient({ account: privateKeyToAccount(identity.key), chain, transport: http(rpcUrl) });
  };
  const request = async ({ method, params }: { method: string; params?: unknown }): Promise<unknown> => {
    const list = Array.isArray(params) ? params : [];
    switch (method) {
      case "eth_accounts":
      case "eth_requestAccounts":
        return [identity.address];
      case "eth_chainId":
        return numberToHex(chain.id);
      case "wallet_switchEthereumChain":
        return null;
      case "eth_sendTransaction": {
        const { to, data, value, gas } = list[0] as SendParameters;
        return (await client()).sendTransaction({
          ...(to && { to }),
          ...(data && { data }),
          ...(value && { value: BigInt(value) }),
          ...(gas && { gas: BigInt(gas) }),
        });
      }
      case "personal_sign":
        return (await client()).signMessage({ message: { raw: list[0] as Hex } });
      case "eth_signTypedData_v4": {
        const data: unknown = typeof list[1] === "string" ? JSON.parse(list[1]) : list[1];
        return (await client()).signTypedData(
          data as Parameters<Awaited<ReturnType<typeof client>>["signTypedData"]>[0],
        );
      }
      default:
        return (await client()).request({ method, params: list } as never);
    }
  };
  return { request: request as EIP1193RequestFn };
}
