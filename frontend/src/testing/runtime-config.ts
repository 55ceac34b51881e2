// SPDX-License-Identifier: EUPL-1.2
import region from "../../../scripts/config/regions/centre-val-de-loire.json";
import type { Region } from "@monnaie-commune/sdk/regions";
import type { RuntimeConfig } from "../lib/runtime-config.ts";

const contract = (digit: string) => ({ address: `0x${digit.repeat(40)}` as const, block: 1, args: [] });

/** A configuration as the development chain's: the real region, contracts at made-up addresses. */
export function runtimeConfig(): RuntimeConfig {
  return {
    chainId: 31337,
    rpcUrl: "http://127.0.0.1:8545",
    region: region as unknown as Region,
    deployment: {
      region: region.slug,
      chainId: 31337,
      genesisHash: "0x00",
      compilerInputHash: "0x00",
      contracts: {
        AccessManager: contract("1"),
        RegionalToken: contract("2"),
        MerchantRegistry: contract("3"),
        Issuance: contract("4"),
        Redemptions: contract("5"),
        AuthorizationBatch: contract("6"),
      },
    },
    demoIdentities: [
      {
        address: "0xBcd4042DE499D14e55001CcbB24a551F3b954096",
        key: "0xf214f2b2cd398c806f84e317254e0f0b801d0643303237d97a22a48e01628897",
        name: { fr: "Camille", en: "Camille" },
        role: { fr: "Agente", en: "Staff" },
      },
    ],
  };
}
