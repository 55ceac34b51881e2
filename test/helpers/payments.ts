// SPDX-License-Identifier: EUPL-1.2
import type { Deployment } from "@monnaie-commune/sdk/deployments";
import {
  AUTHORISATION_SECONDS,
  type Authorisation,
  cancelTypedData,
  type Currency,
  permitTypedData,
  sequenceNonce,
  signedAuthorisation,
  type SignedAuthorisation,
  type SignedCancellation,
  type SignedPermit,
  transferTypedData,
} from "@monnaie-commune/sdk/payments/authorisation";
import { id } from "ethers";
import type { Hex } from "viem";
import { type PrivateKeyAccount, privateKeyToAccount } from "viem/accounts";
import type { Chain } from "../../scripts/lib/network.ts";
import { signerFor } from "../../scripts/lib/signers.ts";
import { systemAt } from "../../scripts/lib/system.ts";
import { chunkArgs, payment, prepareRun } from "./runs.ts";

/** Somebody with a key and without coin. */
export function payerNamed(name: string): PrivateKeyAccount {
  return privateKeyToAccount(id(`payer ${name}`) as Hex);
}

export async function currencyOf(chain: Chain, deployment: Deployment): Promise<Currency> {
  const { token } = systemAt(deployment, chain.provider);
  const { address } = deployment.contracts.RegionalToken;
  return { name: await token.name(), chainId: chain.chainId, token: address };
}

/** A payment of 1,00 valid for ten minutes, with the number 0 of the payer's sequence, but for the changes. */
export async function signPayment(
  currency: Currency,
  payer: PrivateKeyAccount,
  changes: Partial<Authorisation> & Pick<Authorisation, "to">,
): Promise<SignedAuthorisation> {
  const authorisation: Authorisation = {
    from: payer.address,
    value: 1_00n,
    validAfter: 0,
    validBefore: Math.floor(Date.now() / 1000) + AUTHORISATION_SECONDS,
    nonce: sequenceNonce(0n),
    ...changes,
  };
  return signedAuthorisation(
    currency,
    authorisation,
    await payer.signTypedData(transferTypedData(currency, authorisation)),
  );
}

export async function signCancellation(
  currency: Currency,
  payer: PrivateKeyAccount,
  nonce: Hex,
): Promise<SignedCancellation> {
  const cancellation = { authorizer: payer.address, nonce };
  const signature = await payer.signTypedData(cancelTypedData(currency, cancellation));
  return { chainId: currency.chainId, token: currency.token, ...cancellation, signature };
}

export async function signPermit(
  currency: Currency,
  owner: PrivateKeyAccount,
  spender: Hex,
  value: bigint,
  nonce = 0n,
): Promise<SignedPermit> {
  const deadline = Math.floor(Date.now() / 1000) + AUTHORISATION_SECONDS;
  const permit = { owner: owner.address, spender, value, nonce, deadline };
  const signature = await owner.signTypedData(permitTypedData(currency, permit));
  const { chainId, token } = currency;
  return { chainId, token, ...permit, value: value.toString(), nonce: nonce.toString(), signature };
}

const DAY = 86_400;
/** Payments of a chunk. */
const CHUNK = 100;

/** Gives people money of the region as it comes into being: by a programme, its euros and an approved run. */
export async function fund(
  chain: Chain,
  deployment: Deployment,
  payees: readonly { address: Hex }[],
  cents: bigint,
): Promise<void> {
  const { issuance } = systemAt(deployment, chain.provider);
  const office = async (actor: Parameters<typeof signerFor>[1]) => issuance.connect(await signerFor(chain, actor));
  const now = (await chain.provider.getBlock("latest"))?.timestamp ?? 0;
  const payments = payees.map((payee) => payment(payee, cents));
  const chunks = Array.from({ length: Math.ceil(payments.length / CHUNK) }, (_, i) =>
    payments.slice(i * CHUNK, (i + 1) * CHUNK),
  );
  const programmeId = (await issuance.programmeCount()) + 1n;
  const name = `funds ${programmeId}`;
  const run = prepareRun(chunks, name);
  await (await (await office("council")).openProgramme(0, run.total, now, now + 365 * DAY, id(name))).wait();
  await (await (await office("treasurer")).attest(programmeId, run.total, id(`order ${name}`))).wait();
  const officer = await office("bonusOfficer");
  await (await officer.proposeRun(programmeId, run.tree.root, run.planHash, run.paymentCount, run.total)).wait();
  const runId = await issuance.runOfPlan(run.planHash);
  await (await (await office("approver")).approveRun(runId)).wait();
  for (let i = 0; i < chunks.length; i++) await (await officer.payChunk(...chunkArgs(runId, run, i))).wait();
}
