// SPDX-License-Identifier: EUPL-1.2
import { expect } from "chai";
import { IssuanceAbi } from "@monnaie-commune/sdk/generated/abis";
import { batchChecksum, safeBatch } from "@monnaie-commune/sdk/safe/batch";
import { Interface } from "ethers";

const SAFE = "0xDF8a1Ce35c9a6ACE153B4e0767942f1E2291a1Aa";
const OTHER = "0x49d4450977E2c95362C13D3a31a09311E0Ea26A6";

/** The file of the Transaction Builder's own test, and the checksum it expects of it. */
const BUILDERS_OWN = {
  version: "1.0",
  chainId: "4",
  createdAt: 1_646_321_521_061,
  meta: {
    name: "test batch file",
    txBuilderVersion: "1.4.0",
    checksum: "",
    createdFromSafeAddress: SAFE,
    createdFromOwnerAddress: OTHER,
  },
  transactions: [
    {
      to: OTHER,
      value: "0",
      contractMethod: {
        inputs: [{ internalType: "address", name: "paramAddress", type: "address" }],
        name: "testAddress",
        payable: false,
      },
      contractInputsValues: { paramAddress: OTHER },
    },
    {
      to: OTHER,
      value: "0",
      contractMethod: {
        inputs: [{ internalType: "bool", name: "paramBool", type: "bool" }],
        name: "testBool",
        payable: false,
      },
      contractInputsValues: { paramAddress: "", paramBool: "false" },
    },
    {
      to: OTHER,
      value: "2000000000000000000",
      data: "0x42f4579000000000000000000000000049d4450977e2c95362c13d3a31a09311e0ea26a6",
    },
  ],
};

/** A file that version 1.18.2 wrote, in use. */
const EXPORTED = {
  version: "1.0",
  chainId: "1",
  createdAt: 1_761_326_849_944,
  meta: {
    name: "Transactions Batch",
    description: "",
    txBuilderVersion: "1.18.2",
    createdFromSafeAddress: "0xA77DE01e157f9f57C7c4A326eeE9C4874D0598b6",
    createdFromOwnerAddress: "",
  },
  transactions: [
    {
      to: "0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48",
      value: "0",
      data: null,
      contractMethod: {
        inputs: [
          { internalType: "address", name: "spender", type: "address" },
          { internalType: "uint256", name: "value", type: "uint256" },
        ],
        name: "approve",
        payable: false,
      },
      contractInputsValues: { spender: "0x474e5Ded6b5D078163BFB8F6dBa355C3aA5478C8", value: "100000000000" },
    },
  ],
};

const facts = { chainId: 10_200, safe: SAFE, name: "Lot 1", description: "Plan abc", createdAt: 1_000 };

describe("a batch for the Transaction Builder", () => {
  it("has the checksum the Transaction Builder computes", () => {
    expect(batchChecksum(BUILDERS_OWN)).to.equal("0x4ecbfd364aa6759983915644e73f8bd411e85a2dc306f252a387c2728c4db64c");
    expect(batchChecksum(EXPORTED)).to.equal("0x8b5032f716845c8b08bab3d63dbd9ba92e056f3557793cd041e59b84e16aa989");
  });

  it("keeps its checksum under another name, and no other change", () => {
    const calls = [{ to: OTHER, data: new Interface(IssuanceAbi).encodeFunctionData("approveRun", [7]) }];
    const batch = safeBatch({ ...facts, calls }, [IssuanceAbi]);
    expect(safeBatch({ ...facts, name: "other", calls }, [IssuanceAbi]).meta.checksum).to.equal(batch.meta.checksum);
    expect(safeBatch({ ...facts, chainId: 1, calls }, [IssuanceAbi]).meta.checksum).to.not.equal(batch.meta.checksum);
    const { checksum, ...meta } = batch.meta;
    expect(batchChecksum({ ...batch, meta })).to.equal(checksum);
  });

  it("tells its calls in clear", () => {
    const payments = [
      [SAFE, 12_345n],
      [OTHER, 2n ** 70n],
    ];
    const proof = [`0x${"ab".repeat(32)}`, `0x${"cd".repeat(32)}`];
    const data = new Interface(IssuanceAbi).encodeFunctionData("payChunk", [3, 0, payments, proof]);
    const [transaction] = safeBatch({ ...facts, calls: [{ to: OTHER, data }] }, [IssuanceAbi]).transactions;
    expect(transaction).to.deep.include({ to: OTHER, value: "0", data: null });
    expect(transaction?.contractMethod.name).to.equal("payChunk");
    expect(transaction?.contractMethod.inputs[2]).to.deep.equal({
      internalType: "struct Payment[]",
      name: "payments",
      type: "tuple[]",
      components: [
        { internalType: "address", name: "payee", type: "address" },
        { internalType: "uint256", name: "amount", type: "uint256" },
      ],
    });
    expect(transaction?.contractInputsValues).to.deep.equal({
      runId: "3",
      chunkIndex: "0",
      payments: `[["${SAFE}","12345"],["${OTHER}","1180591620717411303424"]]`,
      proof: `[${proof.join(",")}]`,
    });
  });

  it("refuses calls to functions our contracts do not have", () => {
    expect(() => safeBatch({ ...facts, calls: [{ to: OTHER, data: "0x12345678" }] }, [IssuanceAbi])).to.throw(
      "0x12345678",
    );
  });
});
