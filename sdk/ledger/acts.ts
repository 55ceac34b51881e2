// SPDX-License-Identifier: EUPL-1.2
// What the contracts tell beside the movements of money: who decided what, on what grounds, under which rates and roles.
import {
  decodeEventLog,
  encodeEventTopics,
  type Abi,
  type ContractEventArgsFromTopics,
  type ContractEventName,
  type Hex,
} from "viem";
import type { ContractName, Deployment } from "../deployments.ts";
import {
  AccessManagerAbi,
  AuthorizationBatchAbi,
  IssuanceAbi,
  MerchantRegistryAbi,
  RedemptionsAbi,
  RegionalTokenAbi,
} from "../generated/abis.ts";
import type { Place } from "./entries.ts";
import type { ChainLog } from "./source.ts";

/** Where each of a region's contracts stands; the batch can be left out, as it holds no right. */
export type JournalContracts = Record<Exclude<ContractName, "AuthorizationBatch">, Hex> & { AuthorizationBatch?: Hex };

/** Where a deployment's journal is read: its contracts, and the block the first of them was created in. */
export function journalPlace({ contracts }: Pick<Deployment, "contracts">): {
  contracts: Required<JournalContracts>;
  fromBlock: number;
} {
  const addresses = Object.entries(contracts).map(([name, { address }]) => [name, address]);
  return {
    contracts: Object.fromEntries(addresses) as Record<ContractName, Hex>,
    fromBlock: Math.min(...Object.values(contracts).map(({ block }) => block)),
  };
}

export const CONTRACT_ABIS = {
  AccessManager: AccessManagerAbi,
  RegionalToken: RegionalTokenAbi,
  MerchantRegistry: MerchantRegistryAbi,
  Issuance: IssuanceAbi,
  Redemptions: RedemptionsAbi,
  AuthorizationBatch: AuthorizationBatchAbi,
} as const satisfies Record<ContractName, Abi>;

type Abis = typeof CONTRACT_ABIS;

/** The token's events that are movements of money (`entries.ts`), or the leave for one. */
type OfMoney = "Transfer" | "Approval";

type ActOf<Contract extends ContractName> = {
  [Event in Exclude<ContractEventName<Abis[Contract]>, OfMoney>]: {
    contract: Contract;
    event: Event;
    args: ContractEventArgsFromTopics<Abis[Contract], Event>;
  };
}[Exclude<ContractEventName<Abis[Contract]>, OfMoney>];

/** An event of one of the contracts that moves no money by itself, with its arguments by name. */
export type Act = Place & { kind: "act" } & { [Contract in ContractName]: ActOf<Contract> }[ContractName];

/** The acts of one kind: `ActNamed<"RunApproved">`. */
export type ActNamed<Event extends Act["event"]> = Extract<Act, { event: Event }>;

const MONEY_TOPICS = new Set<Hex | undefined>(
  (["Transfer", "Approval"] as const).map((eventName) => encodeEventTopics({ abi: RegionalTokenAbi, eventName })[0]),
);

/** Events that only say what the movement beside them was; its entry says it already. */
const SAID_BY_ENTRIES: ReadonlySet<Act["event"]> = new Set<Act["event"]>([
  "AuthorizationUsed",
  "ChunkPaid",
  "ClaimsOpened",
  "Claimed",
  "ClaimCancelled",
  "ClaimsClosed",
  "RedemptionRequested",
  "RedemptionCancelled",
  "RedemptionRefused",
  "RedemptionPaid",
]);

/** Whether an act is a line of the books of its own, and not what an entry beside it says already. */
export function isOwnLine({ event }: Act): boolean {
  return !SAID_BY_ENTRIES.has(event);
}

/** The acts in the order of the chain; logs of other contracts, and of events these contracts do not have, are left out. */
export function actsOf(logs: readonly ChainLog[], contracts: Partial<JournalContracts>): Act[] {
  const names = new Map(
    (Object.entries(contracts) as [ContractName, Hex | undefined][]).flatMap(([name, address]) =>
      address === undefined ? [] : [[address.toLowerCase(), name]],
    ),
  );
  return logs.flatMap((log): Act[] => {
    const contract = names.get(log.address.toLowerCase());
    if (contract === undefined || MONEY_TOPICS.has(log.topics[0])) return [];
    const told = decoded(contract, log);
    if (told === undefined) return [];
    const { day, block, logIndex, tx } = log;
    // The ABI of this contract has just decoded the event: name and arguments belong together.
    return [{ kind: "act", contract, event: told.eventName, args: told.args, day, block, logIndex, tx } as Act];
  });
}

function decoded(contract: ContractName, { topics, data }: ChainLog): { eventName: string; args: unknown } | undefined {
  try {
    const abi: Abi = CONTRACT_ABIS[contract];
    const { eventName, args = {} } = decodeEventLog({ abi, topics: [...topics] as [Hex, ...Hex[]], data });
    return eventName === undefined ? undefined : { eventName, args };
  } catch {
    return undefined;
  }
}
