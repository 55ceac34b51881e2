// SPDX-License-Identifier: EUPL-1.2
// Which role a call asks for, as the contracts told before it.
import type { Hex } from "viem";
import { PURPOSES } from "../purposes.ts";
import { roleName, type AnyRole } from "../role-names.ts";
import type { Act, JournalContracts } from "./acts.ts";
import type { DecodedCall } from "./calls.ts";
import type { Place } from "./entries.ts";

/** Issuance asks the manager itself about these: which officer depends on what the programme is for. */
const OFFICERS_FUNCTIONS = new Set(["cancelClaim", "cancelRun", "closeClaims", "openClaims", "payChunk", "proposeRun"]);

/** What the manager lets anybody call: it then asks about the call that is handed on. */
const HANDS_ON = new Set(["cancel", "consumeScheduledOp", "execute", "multicall", "renounceRole", "schedule"]);

/** Where something stands on the chain, to the event. */
type Point = Pick<Place, "block" | "logIndex">;

const isBefore = (one: Point, other: Point) =>
  one.block < other.block || (one.block === other.block && one.logIndex < other.logIndex);

/** The role a function of a contract asked for at a place of the chain; nothing when anybody could call it. */
export function roleOfFunction(acts: readonly Act[], target: Hex, selector: Hex, at: Point): AnyRole | undefined {
  let role: AnyRole | undefined;
  for (const act of acts) {
    if (!isBefore(act, at)) break;
    if (act.event !== "TargetFunctionRoleUpdated" || act.args.selector !== selector) continue;
    if (act.args.target.toLowerCase() === target.toLowerCase()) role = roleName(act.args.roleId);
  }
  return role;
}

/** The role a call needed; nothing when anybody could make it. */
export function roleOfCall(
  acts: readonly Act[],
  contracts: JournalContracts,
  call: DecodedCall,
  at: Point,
): AnyRole | undefined {
  const { contract, functionName, selector } = call;
  if (contract === "AccessManager") return HANDS_ON.has(functionName) ? undefined : "ADMIN";
  if (contract === "Issuance" && OFFICERS_FUNCTIONS.has(functionName)) return officerOf(acts, call);
  const target = contracts[contract];
  return target === undefined ? undefined : roleOfFunction(acts, target, selector, at);
}

function officerOf(acts: readonly Act[], call: DecodedCall): AnyRole | undefined {
  const idOf = (name: string) => call.arguments.find((argument) => argument.name === name)?.value;
  const runId = idOf("runId");
  const run = acts.find((act) => act.event === "RunProposed" && act.args.runId === runId);
  const programmeId = run?.event === "RunProposed" ? run.args.programmeId : idOf("programmeId");
  const programme = acts.find((act) => act.event === "ProgrammeOpened" && act.args.programmeId === programmeId);
  if (programme?.event !== "ProgrammeOpened") return undefined;
  return PURPOSES[programme.args.purpose] === "bonus" ? "BONUS_OFFICER" : "REWARD_OFFICER";
}
