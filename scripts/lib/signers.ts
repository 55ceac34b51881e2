// SPDX-License-Identifier: EUPL-1.2
import { HDNodeWallet, Mnemonic, type TransactionLike, type TransactionRequest, Wallet } from "ethers";
import { Failure } from "./failure.ts";
import { keyInFile, keyInHardhatKeystore, refuseKeysInEnvironment } from "./keys.ts";
import type { Chain } from "./network.ts";
import { firstFees } from "./sending/fees.ts";

/** Whose key signs. Each has a name in Hardhat's keystore on live chains, and a well-known key on the local one. */
export type Actor =
  | "deployer"
  | "council"
  | "treasurer"
  | "bonusOfficer"
  | "rewardOfficer"
  | "approver"
  | "registrar"
  | "guardian"
  | "reviewer"
  | "relay";

/** The mnemonic of Hardhat's development chain. Its keys are public: they hold nothing anywhere else. */
const DEVELOPMENT_MNEMONIC = "test test test test test test test test test test test junk";

const DEVELOPMENT_INDEX: Record<Actor, number> = {
  deployer: 0,
  council: 1,
  treasurer: 2,
  bonusOfficer: 3,
  rewardOfficer: 4,
  approver: 5,
  registrar: 6,
  guardian: 7,
  reviewer: 8,
  // The last one: those before it are people and shops of the demonstration, or strangers in tests.
  relay: 19,
};

const KEY_VARIABLE: Record<Actor, string> = {
  deployer: "DEPLOYER_KEY",
  council: "COUNCIL_KEY",
  treasurer: "TREASURER_KEY",
  bonusOfficer: "BONUS_OFFICER_KEY",
  rewardOfficer: "REWARD_OFFICER_KEY",
  approver: "APPROVER_KEY",
  registrar: "REGISTRAR_KEY",
  guardian: "GUARDIAN_KEY",
  reviewer: "REVIEWER_KEY",
  relay: "RELAY_KEY",
};

/** Offers no more for gas than the rules of the chain allow, also where a transaction is sent without a journal. */
class OfficerWallet extends Wallet {
  readonly #chain: Chain;

  constructor(chain: Chain, key: string) {
    super(key, chain.provider);
    this.#chain = chain;
  }

  override async populateTransaction(request: TransactionRequest): Promise<TransactionLike> {
    return await super.populateTransaction({ ...request, ...(await firstFees(this.#chain)) });
  }
}

/** A private key of the development chain, by its index. */
export function developmentKey(index: number): `0x${string}` {
  return developmentWallet(index).privateKey as `0x${string}`;
}

/** The address an actor has on the development chain. */
export function developmentAddress(actor: Actor): `0x${string}` {
  return developmentWallet(DEVELOPMENT_INDEX[actor]).address as `0x${string}`;
}

/**
 * The wallet of an actor, connected to the chain. Its key is that of a keystore file where one is given; else the
 * development key on the local chain, and what Hardhat's keystore has on live ones, after its password.
 * @throws Failure when there is no such key, it is not a private key, or a key lies in the environment.
 */
export async function signerFor(chain: Chain, actor: Actor, keystore?: string): Promise<Wallet> {
  if (chain.isLive) refuseKeysInEnvironment(Object.values(KEY_VARIABLE));
  if (keystore !== undefined) return new OfficerWallet(chain, await keyInFile(keystore));
  if (!chain.isLive) return new Wallet(developmentKey(DEVELOPMENT_INDEX[actor]), chain.provider);
  const name = KEY_VARIABLE[actor];
  const key = await keyInHardhatKeystore(name);
  if (key === "") throw new Failure(3, "common.missingKey", { name, network: chain.name });
  try {
    return new OfficerWallet(chain, key);
  } catch {
    // Without the cause: it could quote the key.
    throw new Failure(3, "common.badKey", { name });
  }
}

function developmentWallet(index: number): HDNodeWallet {
  const mnemonic = Mnemonic.fromPhrase(DEVELOPMENT_MNEMONIC);
  return HDNodeWallet.fromMnemonic(mnemonic, `m/44'/60'/0'/0/${index}`);
}
