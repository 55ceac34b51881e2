// SPDX-License-Identifier: EUPL-1.2
// A region's contracts from the address of its currency alone: the token names its access manager, whose first grants name
// the others.
import {
  AbiDecodingDataSizeTooSmallError,
  AbiDecodingZeroDataError,
  BaseError,
  ContractFunctionRevertedError,
  ContractFunctionZeroDataError,
  decodeEventLog,
  encodeEventTopics,
  getAddress,
  type Hex,
  isAddressEqual,
  type PublicClient,
  RpcRequestError,
} from "viem";
import {
  AccessManagerAbi,
  IssuanceAbi,
  MerchantRegistryAbi,
  RedemptionsAbi,
  RegionalTokenAbi,
} from "../generated/abis.ts";
import { ROLES } from "../generated/roles.ts";
import type { JournalContracts } from "./acts.ts";
import { firstBlockOf } from "./first-block.ts";
import { fetchLogs, type LogSource } from "./source.ts";

/** Where a region's contracts stand, and the block the first of them was created in, or one before it. */
export type Discovered = { contracts: JournalContracts; fromBlock: number };

/** Why nothing was found: not a currency of this kind, or nobody it recognises holds a role that one of its contracts must. */
export class NotDiscovered extends Error {
  override readonly name = "NotDiscovered";
  readonly missing: "token" | "Issuance" | "MerchantRegistry" | "Redemptions";

  constructor(missing: NotDiscovered["missing"], options?: ErrorOptions) {
    super(`Not found: ${missing}`, options);
    this.missing = missing;
  }
}

type Node = { client: Pick<PublicClient, "readContract" | "getCode">; source: LogSource };

/** Roles that contracts hold, and the contract that each leads to. */
const LEADS = {
  Issuance: { roleId: ROLES.MINTER, abi: IssuanceAbi },
  MerchantRegistry: { roleId: ROLES.CLASSIFIER, abi: MerchantRegistryAbi },
  Redemptions: { roleId: ROLES.BURNER, abi: RedemptionsAbi },
} as const;
type Led = keyof typeof LEADS;

const GRANTED = encodeEventTopics({ abi: AccessManagerAbi, eventName: "RoleGranted" })[0];
/** Blocks to look at first: the roles are granted when a region is deployed. */
const FIRST_BLOCKS = 64;

/** How one sees that an address has no contract, or one without the function that was asked for. */
const OTHER_CONTRACT = [
  ContractFunctionRevertedError,
  ContractFunctionZeroDataError,
  AbiDecodingZeroDataError,
  AbiDecodingDataSizeTooSmallError,
] as const;

function isOtherContract(error: unknown): boolean {
  if (!(error instanceof BaseError)) return false;
  // Some nodes say in words only that a call was reverted.
  const isSaid = (link: unknown) => link instanceof RpcRequestError && /revert/iu.test(link.details);
  return error.walk((link) => isSaid(link) || OTHER_CONTRACT.some((kind) => link instanceof kind)) !== null;
}

/** Whether a contract is the one a role leads to: it says that it belongs to this currency. */
async function belongs({ client }: Node, name: Led, address: Hex, token: Hex): Promise<boolean> {
  try {
    // Issuance and Redemptions both hold BURNER; only what it can be asked for tells them apart.
    if (name === "Redemptions") {
      await client.readContract({ abi: RedemptionsAbi, address, functionName: "requestCount" });
    } else if (name === "Issuance") {
      await client.readContract({ abi: IssuanceAbi, address, functionName: "programmeCount" });
    } else await client.readContract({ abi: MerchantRegistryAbi, address, functionName: "merchantCount" });
    const own = await client.readContract({ abi: LEADS[name].abi, address, functionName: "token" });
    return isAddressEqual(own, token);
  } catch (error) {
    if (isOtherContract(error)) return false;
    throw error;
  }
}

/** The accounts that were ever granted the roles of contracts, in order, in a range of blocks. */
async function grantsIn(source: LogSource, manager: Hex, fromBlock: number, toBlock: number) {
  const topics = [[GRANTED]];
  const logs = await fetchLogs(source, { fromBlock, toBlock, filters: [{ addresses: [manager], topics }] });
  return logs.map(
    (log) =>
      decodeEventLog({
        abi: AccessManagerAbi,
        eventName: "RoleGranted",
        topics: [...log.topics] as [Hex, ...Hex[]],
        data: log.data,
      }).args,
  );
}

/** The contracts that the roles given from a block on lead to; reads no further than it has to. */
async function ledFrom(
  node: Node,
  manager: Hex,
  token: Hex,
  [fromBlock, toBlock]: [number, number],
): Promise<Partial<Record<Led, Hex>>> {
  const found: Partial<Record<Led, Hex>> = {};
  let blocks = FIRST_BLOCKS;
  for (let start = fromBlock; start <= toBlock; start += blocks, blocks *= 4) {
    const end = Math.min(start + blocks - 1, toBlock);
    for (const { roleId, account } of await grantsIn(node.source, manager, start, end)) {
      for (const name of Object.keys(LEADS) as Led[]) {
        if (found[name] !== undefined || LEADS[name].roleId !== roleId) continue;
        if (await belongs(node, name, account, token)) found[name] = getAddress(account);
      }
    }
    if (missingOf(found) === undefined) return found;
  }
  return found;
}

function missingOf(found: Partial<Record<Led, Hex>>): Led | undefined {
  return (Object.keys(LEADS) as Led[]).find((name) => found[name] === undefined);
}

/**
 * Finds a region's contracts.
 * @throws NotDiscovered when the address is no such currency, or one of its contracts holds no role.
 */
export async function discover(node: Node, address: Hex, toBlock: number): Promise<Discovered> {
  const token = getAddress(address);
  let manager: Hex;
  try {
    manager = await node.client.readContract({ abi: RegionalTokenAbi, address: token, functionName: "authority" });
    await node.client.readContract({ abi: RegionalTokenAbi, address: token, functionName: "rateCeilingBps" });
  } catch (error) {
    if (isOtherContract(error)) throw new NotDiscovered("token", { cause: error });
    throw error;
  }
  let fromBlock = await firstBlockOf(node.client, manager, toBlock);
  let found = await ledFrom(node, manager, token, [fromBlock, toBlock]);
  // Halving goes astray where a node denies that there was code in some blocks: Hardhat does, of blocks mined together.
  if (missingOf(found) !== undefined && fromBlock > 0) {
    fromBlock = 0;
    found = await ledFrom(node, manager, token, [fromBlock, toBlock]);
  }
  const { MerchantRegistry, Issuance, Redemptions } = found;
  if (MerchantRegistry === undefined || Issuance === undefined || Redemptions === undefined) {
    throw new NotDiscovered(missingOf(found) ?? "Issuance");
  }
  const contracts = { AccessManager: manager, RegionalToken: token, MerchantRegistry, Issuance, Redemptions };
  return { contracts, fromBlock };
}
