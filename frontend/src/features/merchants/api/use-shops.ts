// SPDX-License-Identifier: EUPL-1.2
import { decodeCommune, recordHash, type MerchantRecord } from "@monnaie-commune/sdk/merchants";
import { parsePublishedRecord, recordAddress } from "@monnaie-commune/sdk/merchants/record";
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

async function readJson(path: string): Promise<unknown> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

/** The records that the region published together, by account. */
async function readRecords(): Promise<Map<string, MerchantRecord>> {
  const records = (await readJson("/records/merchants.json")) as Record<string, MerchantRecord>;
  return new Map(Object.entries(records).map(([address, record]) => [address.toLowerCase(), record]));
}

/** The record of a shop that sent its own; undefined when it is not served, or is another than the register says. */
async function readOwnRecord(uri: string, hash: string): Promise<MerchantRecord | undefined> {
  const path = recordAddress(uri, hash);
  if (path === undefined || path === uri) return undefined;
  const record = parsePublishedRecord(await readJson(path).catch(() => undefined));
  return record && recordHash(record) === hash ? record : undefined;
}

async function readShops(config: Config, chainId: number, registry: Registry): Promise<Shop[]> {
  const [register, records] = await Promise.all([readRegister(config, chainId, registry), readRecords()]);
  const shops = register.map(async ({ account, status, since, reasonCode, details }): Promise<Shop[]> => {
    const name = STATUSES[status];
    if (name === undefined) return [];
    const published = records.get(account.toLowerCase());
    const isAuthentic = published !== undefined && recordHash(published) === details.recordHash;
    const record = isAuthentic ? published : await readOwnRecord(details.recordURI, details.recordHash);
    const isVouchedFor = name === "approved" || name === "suspended";
    return [
      {
        address: account,
        status: name,
        since: Number(since),
        reasonCode,
        category: details.category,
        commune: decodeCommune(details.commune),
        record: isVouchedFor ? record : undefined,
        ...(!isVouchedFor && record && { ownWords: record }),
      },
    ];
  });
  return (await Promise.all(shops)).flat();
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
