// SPDX-License-Identifier: EUPL-1.2
// Lies about who decided what: a node that leaves out or changes what the contracts told of it.
import { IssuanceAbi, RedemptionsAbi, RegionalTokenAbi } from "@monnaie-commune/sdk/generated/abis";
import { numberToHex } from "viem";
import { aboutEvent, eventsOf, outsiderOf, withArgs } from "./about-events.ts";
import type { Lie } from "./lie.ts";

export const DECISION_LIES: readonly Lie[] = [
  {
    lie: "an amount with a cent more",
    foundBy: "chunkSumsAgree",
    plant: withArgs(IssuanceAbi, "ChunkPaid", 1, (args) => ({ ...args, amount: (args.amount as bigint) + 1n })),
  },
  {
    lie: "a run without its approval",
    foundBy: "chunksOfApprovedRuns",
    plant: async (region) => {
      const { request } = await aboutEvent(IssuanceAbi, "RunApproved", 1, () => [])(region);
      const [chunk] = await eventsOf(region, IssuanceAbi, "ChunkPaid");
      return { request, ...(chunk && { tx: chunk.transactionHash }) };
    },
  },
  {
    lie: "a run approved by who proposed it",
    foundBy: "runsByTwoPersons",
    plant: withArgs(IssuanceAbi, "RunApproved", 1, (args, { bonusOfficer }) => ({
      ...args,
      approver: bonusOfficer.address,
    })),
  },
  {
    lie: "a run proposed by somebody without a role",
    foundBy: "namedActorsHadRole",
    plant: withArgs(IssuanceAbi, "RunProposed", 1, (args, region) => ({ ...args, proposer: outsiderOf(region) })),
  },
  {
    lie: "one deposit attested twice",
    foundBy: "attestationsCountOnce",
    plant: async (region) => {
      const [first] = await eventsOf(region, IssuanceAbi, "EurosAttested");
      const orderHash = first?.topics[2];
      return await withArgs(IssuanceAbi, "EurosAttested", 2, (args) => ({ ...args, orderHash }))(region);
    },
  },
  {
    lie: "more euros attested than were",
    foundBy: "programmesAsTold",
    plant: withArgs(IssuanceAbi, "EurosAttested", 2, (args) => ({ ...args, amount: 3_000n })),
  },
  {
    lie: "an exit nobody asked for",
    foundBy: "exitsPaidOnce",
    plant: async (region) => {
      const { request } = await aboutEvent(RedemptionsAbi, "RedemptionRequested", 1, () => [])(region);
      const [paid] = await eventsOf(region, RedemptionsAbi, "RedemptionPaid");
      return { request, ...(paid && { tx: paid.transactionHash }) };
    },
  },
  {
    lie: "an exit paid to another shop",
    foundBy: "exitsPaidOnce",
    plant: withArgs(RedemptionsAbi, "RedemptionPaid", 1, (args, region) => ({ ...args, shop: outsiderOf(region) })),
  },
  {
    lie: "a rate announced a week ahead",
    foundBy: "ratesAnnouncedInTime",
    plant: withArgs(RegionalTokenAbi, "RateAnnounced", 1, (args) => ({
      ...args,
      fromDay: (args.fromDay as number) - 28,
    })),
  },
  {
    lie: "a rate that is another in the books",
    foundBy: "ratesAgree",
    plant: withArgs(RegionalTokenAbi, "RateAnnounced", 1, (args) => ({ ...args, yearlyRateBps: 650 })),
  },
  {
    lie: "a decision that its own receipt does not know",
    foundBy: "actsInReceipts",
    plant: aboutEvent(IssuanceAbi, "EurosAttested", 2, (log) => [{ ...log, data: numberToHex(2_400, { size: 32 }) }], {
      onlyInRegister: true,
    }),
  },
];
