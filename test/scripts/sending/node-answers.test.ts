// SPDX-License-Identifier: EUPL-1.2
import { expect } from "chai";
import { isAboutFee, isAboutNumber, isOutOfFunds } from "../../../scripts/lib/sending/node-answers.ts";

/** What nodes say when they refuse a transaction: geth, erigon, reth, Nethermind, Besu, Hardhat and anvil. */
const ANSWERS = {
  number: [
    "nonce too low: next nonce 9, tx nonce 3",
    "already known",
    "replacement transaction underpriced",
    "OldNonce, Current nonce: 9, nonce of rejected tx: 3",
    "AlreadyKnown",
    "NonceGap, Future nonce. Expected nonce: 3",
    "OwnNonceAlreadyUsed",
    "ReplacementNotAllowed",
    "Known transaction",
    "Transaction nonce is too distant from current sender nonce",
    "Nonce too high. Expected nonce to be 0 but got 2. Note that transactions can't be queued when automining.",
    "transaction already imported",
  ],
  fee: [
    "max fee per gas less than block base fee: address 0x0, maxFeePerGas: 1, baseFee: 2",
    "transaction underpriced: tip needed 1, tip permitted 0",
    "FeeTooLow, MaxFeePerGas too low",
    "FeeTooLowToCompete",
    "Gas price below current base fee",
    "Transaction maxFeePerGas (1) is too low for the next block, which has a baseFeePerGas of 2",
  ],
  funds: [
    "insufficient funds for gas * price + value: balance 1, tx cost 2",
    "InsufficientFunds, Account balance: 1, cumulative cost: 2",
    "Upfront cost exceeds account balance",
    "Sender doesn't have enough funds to send tx. The max upfront cost is: 2 and the sender's balance is: 1.",
  ],
  none: ["exceeds block gas limit", "invalid sender", "SenderIsContract", "execution reverted"],
};

describe("answers of a node that refuses a transaction", function () {
  const kinds = { number: isAboutNumber, fee: isAboutFee, funds: isOutOfFunds };

  for (const [kind, answers] of Object.entries(ANSWERS)) {
    for (const answer of answers) {
      it(`are about ${kind}: ${answer}`, function () {
        const found = Object.entries(kinds).filter(([, isKind]) => isKind(new Error(answer)));
        expect(found.map(([name]) => name)).to.deep.equal(kind === "none" ? [] : [kind]);
      });
    }
  }
});
