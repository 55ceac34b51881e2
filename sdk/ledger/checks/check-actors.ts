// SPDX-License-Identifier: EUPL-1.2
// Who acted, and whether they had the role for it then. Some events name who acted; of others the transaction has to tell.
import { zeroAddress, type Hex } from "viem";
import { startOfDay } from "../../days.ts";
import { ADMIN_ROLE, ROLES } from "../../generated/roles.ts";
import { PURPOSES } from "../../purposes.ts";
import type { Act, ActNamed } from "../acts.ts";
import { heldRole, rolePeriods, type BlockTimes, type RolePeriod } from "../role-periods.ts";
import { Tally, type Check } from "./check.ts";

/** Who sent a transaction, and to which contract; none for one that created a contract. */
export type Sender = { from: Hex; to: Hex | undefined };
export type Senders = ReadonlyMap<Hex, Sender>;

/** A role an act asks for, and who acted where the event says it. */
type Asked = { roleId: bigint; by?: Hex };

/** What has been told so far that decides which role an act asks for. */
type Known = {
  purposes: Map<bigint, number>;
  programmes: Map<bigint, bigint>;
  /** Last Unix second in which the claims of a sheet could be used. */
  deadlines: Map<string, bigint>;
  admins: Map<bigint, bigint>;
};

const sheetOf = ({ runId, chunkIndex }: { runId: bigint; chunkIndex: bigint }) => `${runId} ${chunkIndex}`;

function officerOf({ purposes, programmes }: Known, runId: bigint): bigint {
  const purpose = purposes.get(programmes.get(runId) ?? 0n);
  return PURPOSES[purpose ?? -1] === "bonus" ? ROLES.BONUS_OFFICER : ROLES.REWARD_OFFICER;
}

type Rule<Event extends Act["event"]> = (args: ActNamed<Event>["args"], known: Known, act: Act) => Asked | undefined;

const byCouncil = (): Asked => ({ roleId: ROLES.COUNCIL });
const byAdmin = (): Asked => ({ roleId: ADMIN_ROLE });
const byAdminOf = ({ roleId }: { roleId: bigint }, { admins }: Known): Asked => ({
  roleId: admins.get(roleId) ?? ADMIN_ROLE,
});
const byTreasurer = ({ treasurer }: { treasurer: Hex }): Asked => ({ roleId: ROLES.TREASURER, by: treasurer });
const byRegistrar = ({ registrar }: { registrar: Hex }): Asked => ({ roleId: ROLES.REGISTRAR, by: registrar });
const byOfficer = ({ runId, by }: { runId: bigint; by?: Hex }, known: Known): Asked => ({
  roleId: officerOf(known, runId),
  ...(by !== undefined && { by }),
});

/** The role each act asks for. Those that are not here anybody may do, or a contract does by itself. */
const RULES: { [Event in Act["event"]]?: Rule<Event> } = {
  ProgrammeOpened: byCouncil,
  RateAnnounced: byCouncil,
  RateWithdrawn: byCouncil,
  RedemptionFeeSet: byCouncil,
  MonthlyAllowanceSet: byCouncil,
  IssuingReopened: ({ by }) => ({ roleId: ROLES.COUNCIL, by }),
  IssuingClosed: ({ by }) => ({ roleId: ROLES.GUARDIAN, by }),
  EurosAttested: byTreasurer,
  RedemptionRefused: byTreasurer,
  RedemptionPaid: byTreasurer,
  RunProposed: ({ runId, proposer: by }, known) => byOfficer({ runId, by }, known),
  RunApproved: ({ approver }) => ({ roleId: ROLES.APPROVER, by: approver }),
  RunCancelled: byOfficer,
  ClaimCancelled: byOfficer,
  ChunkPaid: ({ runId }, known) => byOfficer({ runId }, known),
  ClaimsOpened: ({ runId }, known) => byOfficer({ runId }, known),
  ClaimsClosed: (args, known, { day }) => {
    // Once the deadline is over, anybody may: on its own day we leave it open.
    const isOver = (known.deadlines.get(sheetOf(args)) ?? 0n) < startOfDay(day + 1);
    return isOver ? undefined : byOfficer(args, known);
  },
  MerchantApproved: byRegistrar,
  MerchantRefused: byRegistrar,
  MerchantSuspended: byRegistrar,
  MerchantReinstated: byRegistrar,
  StructureRecorded: () => ({ roleId: ROLES.REGISTRAR }),
  StructureEnded: () => ({ roleId: ROLES.REGISTRAR }),
  RoleGranted: byAdminOf,
  RoleRevoked: byAdminOf,
  RoleLabel: byAdmin,
  RoleAdminChanged: byAdmin,
  RoleGuardianChanged: byAdmin,
  RoleGrantDelayChanged: byAdmin,
  TargetClosed: byAdmin,
  TargetFunctionRoleUpdated: byAdmin,
  TargetAdminDelayUpdated: byAdmin,
};

function askedBy(act: Act, known: Known): Asked | undefined {
  // The event finds its own rule: its arguments are those the rule takes.
  const rule = RULES[act.event] as ((args: Act["args"], known: Known, act: Act) => Asked | undefined) | undefined;
  return rule?.(act.args, known, act);
}

/** Remembers what an act decides for later ones. */
function learn(act: Act, known: Known): void {
  if (act.event === "ProgrammeOpened") known.purposes.set(act.args.programmeId, act.args.purpose);
  if (act.event === "RunProposed") known.programmes.set(act.args.runId, act.args.programmeId);
  if (act.event === "ClaimsOpened") known.deadlines.set(sheetOf(act.args), act.args.deadline);
  if (act.event === "RoleAdminChanged") known.admins.set(act.args.roleId, act.args.admin);
}

/** An act that asked for a role. */
export type PrivilegedAct = { act: Act; roleId: bigint; by?: Hex };

/** All of them, in the order of the chain. */
export function privilegedActs(acts: readonly Act[]): PrivilegedAct[] {
  const known: Known = { purposes: new Map(), programmes: new Map(), deadlines: new Map(), admins: new Map() };
  return acts.flatMap((act) => {
    learn(act, known);
    const asked = askedBy(act, known);
    return asked === undefined ? [] : [{ act, ...asked }];
  });
}

/**
 * Whether every act was by somebody who had the role for it at that moment: as the event names them, or else as the sender
 * of the transaction or the contract it was sent to (a Safe). Without `senders`, those the events name are checked only.
 */
export function checkActors(
  acts: readonly Act[],
  { times, senders }: { times?: BlockTimes; senders?: Senders } = {},
  periods: readonly RolePeriod[] = rolePeriods(acts),
): Check[] {
  const named = new Tally();
  const sent = new Tally();
  for (const { act, roleId, by } of privilegedActs(acts)) {
    if (by !== undefined) named.add(heldRole(periods, roleId, by, act, times), act, by);
    else if (senders !== undefined) sent.add(isSentByHolder(act, roleId, periods, senders, times), act);
  }
  return [named.check("namedActorsHadRole"), ...(senders === undefined ? [] : [sent.check("sendersHadRole")])];
}

function isSentByHolder(
  act: Act,
  roleId: bigint,
  periods: readonly RolePeriod[],
  senders: Senders,
  times: BlockTimes | undefined,
): boolean {
  const sender = senders.get(act.tx);
  if (sender === undefined) return false;
  const { from, to = zeroAddress } = sender;
  // What a contract tells while it is created nobody was asked for; and one may give back one's own role.
  if (sender.to === undefined) return true;
  const own = act.event === "RoleRevoked" ? [act.args.account.toLowerCase()] : [];
  if (own.some((account) => account === from.toLowerCase() || account === to.toLowerCase())) return true;
  return [from, to].some((account) => heldRole(periods, roleId, account, act, times));
}
