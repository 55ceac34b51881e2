// SPDX-License-Identifier: EUPL-1.2
import { claimTypedData } from "@monnaie-commune/sdk/claims/authorisation";
import { expect } from "chai";
import { AbiCoder, concat, id, keccak256, TypedDataEncoder, Wallet } from "ethers";
import { hashTypedData } from "viem";
import { privateKeyToAccount } from "viem/accounts";

const abi = AbiCoder.defaultAbiCoder();
const message = {
  chainId: 100,
  issuance: "0x1111111111111111111111111111111111111111",
  runId: 12n,
  claimNumber: 389n,
  payee: "0x2222222222222222222222222222222222222222",
} as const;

describe("claimTypedData", () => {
  it("is hashed as EIP-712 says, word by word", () => {
    const domain = keccak256(
      abi.encode(
        ["bytes32", "bytes32", "bytes32", "uint256", "address"],
        [
          id("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
          id("Issuance"),
          id("1"),
          message.chainId,
          message.issuance,
        ],
      ),
    );
    const claim = keccak256(
      abi.encode(
        ["bytes32", "uint256", "uint256", "address"],
        [id("Claim(uint256 runId,uint256 claimNumber,address payee)"), 12n, 389n, message.payee],
      ),
    );
    expect(hashTypedData(claimTypedData(message))).to.equal(keccak256(concat(["0x1901", domain, claim])));
  });

  it("is the same to ethers", async () => {
    const data = claimTypedData(message);
    const types = { Claim: [...data.types.Claim] };
    expect(TypedDataEncoder.hash(data.domain, types, data.message)).to.equal(hashTypedData(data));
    const privateKey = id("key") as `0x${string}`;
    const byEthers = await new Wallet(privateKey).signTypedData(data.domain, types, data.message);
    expect(await privateKeyToAccount(privateKey).signTypedData(data)).to.equal(byEthers);
  });

  it("is another message for another chain, contract, run, claim or payee", () => {
    const others = [
      { chainId: 10200 },
      { issuance: message.payee },
      { runId: 13n },
      { claimNumber: 390n },
      { payee: message.issuance },
    ].map((change) => hashTypedData(claimTypedData({ ...message, ...change })));
    expect(new Set([hashTypedData(claimTypedData(message)), ...others]).size).to.equal(6);
  });
});
