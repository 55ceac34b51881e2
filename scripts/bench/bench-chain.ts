// SPDX-License-Identifier: EUPL-1.2
import { ROLES } from "@monnaie-commune/sdk/generated/roles";
import type { TransactionResponse } from "ethers";
import { network } from "hardhat";
import { EXEMPT_CLASS } from "../lib/access-steps.ts";
import { CONTRACT_ROLES, EXEMPT_CONTRACTS, FUNCTION_ROLES } from "@monnaie-commune/sdk/permissions";

/** Every measurement begins at this moment, so that calldata and days are the same in every run. */
const START = "2030-01-01T00:00:00Z";

const SECONDS_PER_DAY = 86_400;

export type BenchChain = Awaited<ReturnType<typeof benchChain>>;

/** A chain of its own with a region's contracts on it and the plain tokens beside them; one officer holds the roles. */
export async function benchChain() {
  const { ethers, networkHelpers, provider } = await network.create({
    network: "local",
    override: { initialDate: START },
  });
  const [officer, approver, payer, payee] = await ethers.getSigners();
  if (officer === undefined || approver === undefined || payer === undefined || payee === undefined) {
    throw new Error("The local chain has too few accounts");
  }
  const manager = await ethers.deployContract("AccessManager", [officer.address]);
  const parameters = {
    name: "Monnaie commune",
    symbol: "MC",
    contractURI: "data:application/json,{}",
    cap: 100_000_000_00n,
    ordinaryRateBps: 600n,
    merchantRateBps: 200n,
    rateCeilingBps: 2_000n,
  };
  const token = await ethers.deployContract("RegionalToken", [parameters, manager]);
  const registry = await ethers.deployContract("MerchantRegistry", [manager, token]);
  const issuance = await ethers.deployContract("Issuance", [manager, token]);
  const exits = { feeBps: 300n, feeCeilingBps: 500n, monthlyAllowance: 2_000_00n };
  const redemptions = await ethers.deployContract("Redemptions", [manager, token, registry, exits]);
  const contracts = {
    RegionalToken: token,
    MerchantRegistry: registry,
    Issuance: issuance,
    Redemptions: redemptions,
  };

  for (const [name, roles] of Object.entries(FUNCTION_ROLES)) {
    const contract = contracts[name as keyof typeof contracts];
    for (const [functionName, role] of Object.entries(roles)) {
      const fragment = contract.interface.getFunction(functionName as never) as { selector: string } | null;
      if (fragment === null) throw new Error(`${name} has no function ${functionName}`);
      await manager.setTargetFunctionRole(contract, [fragment.selector], ROLES[role]);
    }
  }
  for (const { role, holder } of CONTRACT_ROLES) await manager.grantRole(ROLES[role], contracts[holder], 0);
  for (const role of [
    "COUNCIL",
    "TREASURER",
    "BONUS_OFFICER",
    "REGISTRAR",
    "MINTER",
    "BURNER",
    "CLASSIFIER",
  ] as const) {
    await manager.grantRole(ROLES[role], officer, 0);
  }
  await manager.grantRole(ROLES.APPROVER, approver, 0);
  for (const name of EXEMPT_CONTRACTS) await token.setRateClass(contracts[name], EXEMPT_CLASS);

  return {
    ethers,
    manager,
    token,
    registry,
    issuance,
    redemptions,
    openZeppelin: await ethers.deployContract("OpenZeppelinToken"),
    openZeppelinSigned: await ethers.deployContract("OpenZeppelinSignedToken"),
    solady: await ethers.deployContract("SoladyToken"),
    math: await ethers.deployContract("DemurrageMathProbe"),
    batch: await ethers.deployContract("AuthorizationBatch", [token]),
    callBatch: await ethers.deployContract("CallBatch"),
    officer,
    approver,
    payer,
    payee,
    /** An account nobody has the key of, always the same for the same name. */
    account: (name: string) => ethers.getAddress(`0x${ethers.id(name).slice(26)}`) as `0x${string}`,
    /** Lets whole days go by. */
    pass: (days: number) => networkHelpers.time.increase(days * SECONDS_PER_DAY),
    chainId: BigInt((await provider.request({ method: "eth_chainId" })) as string),
  };
}

/** Gas of a transaction, from its receipt. */
export async function gasOf(sent: Promise<Pick<TransactionResponse, "wait">>): Promise<number> {
  const receipt = await (await sent).wait();
  if (receipt === null) throw new Error("The transaction has no receipt");
  return Number(receipt.gasUsed);
}
