// SPDX-License-Identifier: EUPL-1.2
import { decodeCommune, recordHash, type MerchantRecord } from "@monnaie-commune/sdk/merchants";
import { useQuery } from "@tanstack/react-query";
import { useConfig, type Config } from "wagmi";
import { readContract } from "wagmi/actions";
import { useContracts } from "../../../lib/contracts.ts";
import { CHAIN_KEY, KEPT } from "../../../lib/query-client.ts";
import type { Address } from "../../../lib/runtime-config.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { isSameAddress } from "../../../lib/short-address.ts";
import type { Shop, ShopStatus } from "../shop.ts";

const PAGE = 200n;
const STALE_MS = 60_000;
const STATUSES: readonly (ShopStatus | undefined)[] = [
  undefined,
  "applied",
  "approved",
  "suspended",
  "left",
  "refused",
];

type Registry = ReturnType<typeof useContracts>["registry"];

async function readRegister(config: Config, chainId: number, registry: Registry) {
  const count = await readContract(config, { ...registry, chainId, functionName: "merchantCount" });
  const offsets = Array.from({ length: Number((count + PAGE - 1n) / PAGE) }, (_, page) => BigInt(page) * PAGE);
  const pages = await Promise.all(
    offsets.map((offset) =>
      readContract(config, { ...registry, chainId, functionName: "merchants", args: [offset, PAGE] }),
    ),
  );
  return pages.flat();
}

async function readRecords(): Promise<Map<string, MerchantRecord>> {
  const response = await fetch("/records/merchants.json");
  if (!response.ok) throw new Error(`Records of merchants: ${response.status}`);
  const records = (await response.json()) as Record<string, MerchantRecord>;
  return new Map(Object.entries(records).map(([address, record]) => [address.toLowerCase(), record]));
}

async function readShops(config: Config, chainId: number, registry: Registry): Promise<Shop[]> {
  const [register, records] = await Promise.all([readRegister(config, chainId, registry), readRecords()]);
  return register.flatMap(({ account, status, since, reasonCode, details }) => {
    const name = STATUSES[status];
    if (name === undefined) return [];
    const record = records.get(account.toLowerCase());
    const isAuthentic = record !== undefined && recordHash(record) === details.recordHash;
    return [
      {
        address: account,
        status: name,
        since: Number(since),
        reasonCode,
        category: details.category,
        commune: decodeCommune(details.commune),
        record: isAuthentic ? record : undefined,
      },
    ];
  });
}

/** Every shop the register ever saw, with its public record where that record is authentic. */
export function useShops() {
  const config = useConfig();
  const { chainId } = useRuntime();
  const { registry } = useContracts();
  return useQuery({
    queryKey: [CHAIN_KEY, "shops"],
    meta: KEPT,
    queryFn: () => readShops(config, chainId, registry),
    staleTime: STALE_MS,
  });
}

export function useShop(address: Address | undefined) {
  const { data, ...query } = useShops();
  return { ...query, data, shop: data?.find((shop) => isSameAddress(shop.address, address)) };
}
