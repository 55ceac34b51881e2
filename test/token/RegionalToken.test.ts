// SPDX-License-Identifier: EUPL-1.2
import { expect } from "chai";
import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import type { RegionalToken } from "../../types/ethers-contracts/index.ts";
import {
  CAP,
  CONTRACT_URI,
  deployToken,
  ethers,
  funded,
  loadFixture,
  MERCHANT,
  ORDINARY,
  PARAMETERS,
  passDays,
  time,
} from "./token-fixture.ts";

const MAX_UINT256 = 2n ** 256n - 1n;
const AUTHORIZATION = [
  { name: "from", type: "address" },
  { name: "to", type: "address" },
  { name: "value", type: "uint256" },
  { name: "validAfter", type: "uint256" },
  { name: "validBefore", type: "uint256" },
  { name: "nonce", type: "bytes32" },
];
const PERMIT = [
  { name: "owner", type: "address" },
  { name: "spender", type: "address" },
  { name: "value", type: "uint256" },
  { name: "nonce", type: "uint256" },
  { name: "deadline", type: "uint256" },
];

async function domainOf(token: RegionalToken) {
  const { name, version, chainId, verifyingContract } = await token.eip712Domain();
  return { name, version, chainId, verifyingContract };
}

describe("RegionalToken", function () {
  describe("constructor", function () {
    it("keeps name, symbol, two decimals, cap and metadata", async function () {
      const { token, manager } = await loadFixture(deployToken);
      expect(await token.name()).to.equal(PARAMETERS.name);
      expect(await token.symbol()).to.equal("MC");
      expect(await token.decimals()).to.equal(2n);
      expect(await token.cap()).to.equal(CAP);
      expect(await token.contractURI()).to.equal(CONTRACT_URI);
      expect(await token.authority()).to.equal(await manager.getAddress());
    });

    it("refuses a cap of 0", async function () {
      const { token, manager } = await loadFixture(deployToken);
      const authority = await manager.getAddress();
      await expect(ethers.deployContract("RegionalToken", [{ ...PARAMETERS, cap: 0n }, authority]))
        .to.be.revertedWithCustomError(token, "ERC20InvalidCap")
        .withArgs(0n);
    });
  });

  describe("mint", function () {
    it("creates exactly the amount", async function () {
      const { token, ana } = await loadFixture(deployToken);
      await expect(token.mint(ana.address, 1_250n))
        .to.emit(token, "Transfer")
        .withArgs(ethers.ZeroAddress, ana.address, 1_250n);
      expect(await token.balanceOf(ana.address)).to.equal(1_250n);
      expect(await token.totalSupply()).to.equal(1_250n);
    });

    it("creates up to the cap and not a cent more", async function () {
      const { token, ana } = await loadFixture(deployToken);
      await token.mint(ana.address, CAP);
      await expect(token.mint(ana.address, 1n))
        .to.be.revertedWithCustomError(token, "ERC20ExceededCap")
        .withArgs(CAP + 1n, CAP);
    });

    it("gets no room under the cap from melting", async function () {
      const { token, ana } = await loadFixture(deployToken);
      await token.mint(ana.address, CAP);
      await passDays(365);
      await expect(token.mint(ana.address, 1n)).to.be.revertedWithCustomError(token, "ERC20ExceededCap");
    });

    it("refuses the till and the zero address", async function () {
      const { token, till } = await loadFixture(deployToken);
      for (const receiver of [till, ethers.ZeroAddress]) {
        await expect(token.mint(receiver, 1n))
          .to.be.revertedWithCustomError(token, "ERC20InvalidReceiver")
          .withArgs(receiver);
      }
    });

    it("refuses a supply that accounts could not hold, whatever the cap", async function () {
      const { token: reference, manager, ana } = await loadFixture(deployToken);
      const unbounded = { ...PARAMETERS, cap: MAX_UINT256 };
      const token = await ethers.deployContract("RegionalToken", [unbounded, await manager.getAddress()]);
      const most = 2n ** 80n - 1n;
      await token.mint(ana.address, most);
      expect(await token.balanceOf(ana.address)).to.equal(most);
      await expect(token.mint(ana.address, 1n))
        .to.be.revertedWithCustomError(reference, "ERC20DemurrageExceededMaxSupply")
        .withArgs(most + 1n, most);
    });
  });

  describe("mintBatch", function () {
    it("creates every payment, one Transfer event each, and returns the total", async function () {
      const { token, ana, ben } = await loadFixture(deployToken);
      const payments = [
        { payee: ana.address, amount: 1n },
        { payee: ben.address, amount: 2_000n },
        { payee: ana.address, amount: 30n },
      ];
      expect(await token.mintBatch.staticCall(payments)).to.equal(2_031n);
      const minting = token.mintBatch(payments);
      for (const { payee, amount } of payments) {
        await expect(minting).to.emit(token, "Transfer").withArgs(ethers.ZeroAddress, payee, amount);
      }
      expect(await token.balanceOf(ana.address)).to.equal(31n);
      expect(await token.balanceOf(ben.address)).to.equal(2_000n);
      expect(await token.totalSupply()).to.equal(2_031n);
    });

    it("settles payees who hold money already", async function () {
      const { token, ana, ben, till } = await loadFixture(funded);
      await passDays(365);
      const minting = token.mintBatch([
        { payee: ana.address, amount: 100n },
        { payee: ben.address, amount: 100n },
      ]);
      await expect(minting).to.emit(token, "Transfer").withArgs(ana.address, till, 600n);
      await expect(minting).to.emit(token, "Transfer").withArgs(ben.address, till, 300n);
      expect(await token.balanceOf(ana.address)).to.equal(9_500n);
      expect(await token.balanceOf(till)).to.equal(900n);
    });

    it("accepts an empty list", async function () {
      const { token } = await loadFixture(deployToken);
      expect(await token.mintBatch.staticCall([])).to.equal(0n);
    });

    it("holds the cap over the sum, all or nothing", async function () {
      const { token, ana, ben } = await loadFixture(deployToken);
      const half = { payee: ana.address, amount: CAP / 2n };
      await expect(token.mintBatch([half, { payee: ben.address, amount: CAP / 2n + 1n }]))
        .to.be.revertedWithCustomError(token, "ERC20ExceededCap")
        .withArgs(CAP + 1n, CAP);
      expect(await token.totalSupply()).to.equal(0n);
      await token.mintBatch([half, { payee: ben.address, amount: CAP / 2n }]);
      expect(await token.totalSupply()).to.equal(CAP);
    });

    it("refuses amounts whose sum overflows, and amounts no account can hold", async function () {
      const { token, ana } = await loadFixture(deployToken);
      const huge = { payee: ana.address, amount: MAX_UINT256 };
      await expect(token.mintBatch([huge, huge])).to.be.revertedWithPanic(0x11);
      await expect(token.mintBatch([{ payee: ana.address, amount: 2n ** 80n }]))
        .to.be.revertedWithCustomError(token, "ERC20DemurrageExceededMaxSupply")
        .withArgs(2n ** 80n, 2n ** 80n - 1n);
    });

    it("refuses the till and the zero address", async function () {
      const { token, ana, till } = await loadFixture(deployToken);
      for (const receiver of [till, ethers.ZeroAddress]) {
        const payments = [
          { payee: ana.address, amount: 1n },
          { payee: receiver, amount: 1n },
        ];
        await expect(token.mintBatch(payments))
          .to.be.revertedWithCustomError(token, "ERC20InvalidReceiver")
          .withArgs(receiver);
      }
    });
  });

  describe("burn", function () {
    it("destroys the caller's own money alone", async function () {
      const { token, admin, ana } = await loadFixture(funded);
      await token.mint(admin.address, 500n);
      await expect(token.burn(200n)).to.emit(token, "Transfer").withArgs(admin.address, ethers.ZeroAddress, 200n);
      expect(await token.balanceOf(admin.address)).to.equal(300n);
      expect(await token.balanceOf(ana.address)).to.equal(10_000n);
      expect(await token.totalSupply()).to.equal(15_300n);
    });

    it("settles first and refuses more than is left", async function () {
      const { token, admin } = await loadFixture(deployToken);
      await token.mint(admin.address, 10_000n);
      await passDays(365);
      await expect(token.burn(9_401n))
        .to.be.revertedWithCustomError(token, "ERC20InsufficientBalance")
        .withArgs(admin.address, 9_400n, 9_401n);
      await token.burn(9_400n);
      expect(await token.totalSupply()).to.equal(600n);
    });
  });

  describe("collectDemurrage", function () {
    it("pays out of the till, settling the receiver", async function () {
      const { token, ana, ben, till } = await loadFixture(funded);
      await passDays(365);
      await token.settle([ana.address]);
      const collecting = token.collectDemurrage(ben.address, 500n);
      await expect(collecting).to.emit(token, "Transfer").withArgs(ben.address, till, 300n);
      await expect(collecting).to.emit(token, "Transfer").withArgs(till, ben.address, 500n);
      expect(await token.balanceOf(till)).to.equal(400n);
      expect(await token.balanceOf(ben.address)).to.equal(5_200n);
      expect(await token.totalSupply()).to.equal(15_000n);
    });

    it("counts what the receiver owes into the till before it pays", async function () {
      const { token, ana, till } = await loadFixture(funded);
      await passDays(365);
      await token.collectDemurrage(ana.address, 600n);
      expect(await token.balanceOf(ana.address)).to.equal(10_000n);
      expect(await token.balanceOf(till)).to.equal(0n);
    });

    it("refuses more than is in the till, the till itself and the zero address", async function () {
      const { token, cleo, till } = await loadFixture(funded);
      await expect(token.collectDemurrage(cleo.address, 1n))
        .to.be.revertedWithCustomError(token, "ERC20InsufficientBalance")
        .withArgs(till, 0n, 1n);
      for (const receiver of [till, ethers.ZeroAddress]) {
        await expect(token.collectDemurrage(receiver, 0n))
          .to.be.revertedWithCustomError(token, "ERC20InvalidReceiver")
          .withArgs(receiver);
      }
    });
  });

  describe("contribute", function () {
    it("gives the caller's money to the till, settling the caller", async function () {
      const { token, admin, ana, till } = await loadFixture(funded);
      await token.connect(ana).transfer(admin.address, 10_000n);
      await passDays(365);
      const giving = token.contribute(500n);
      await expect(giving).to.emit(token, "Transfer").withArgs(admin.address, till, 600n);
      await expect(giving).to.emit(token, "Transfer").withArgs(admin.address, till, 500n);
      expect(await token.balanceOf(admin.address)).to.equal(8_900n);
      expect(await token.balanceOf(till)).to.equal(1_100n);
      expect(await token.totalSupply()).to.equal(15_000n);
      await token.collectDemurrage(ana.address, 1_100n);
      expect(await token.balanceOf(ana.address)).to.equal(1_100n);
    });

    it("gives all, and nothing", async function () {
      const { token, admin, ana, till } = await loadFixture(funded);
      await token.connect(ana).transfer(admin.address, 100n);
      await token.contribute(100n);
      await expect(token.contribute(0n)).to.emit(token, "Transfer").withArgs(admin.address, till, 0n);
      expect(await token.balanceOf(admin.address)).to.equal(0n);
      expect(await token.balanceOf(till)).to.equal(100n);
    });

    it("refuses more than the caller has", async function () {
      const { token, admin, ana } = await loadFixture(funded);
      await token.connect(ana).transfer(admin.address, 100n);
      await expect(token.contribute(101n))
        .to.be.revertedWithCustomError(token, "ERC20InsufficientBalance")
        .withArgs(admin.address, 100n, 101n);
    });
  });

  describe("restricted functions", function () {
    const calls: Record<string, (token: RegionalToken, account: HardhatEthersSigner) => Promise<unknown>> = {
      mint: (token, account) => token.mint(account.address, 1n),
      mintBatch: (token, account) => token.mintBatch([{ payee: account.address, amount: 1n }]),
      burn: (token) => token.burn(1n),
      contribute: (token) => token.contribute(1n),
      collectDemurrage: (token, account) => token.collectDemurrage(account.address, 1n),
      setRateClass: (token, account) => token.setRateClass(account.address, MERCHANT),
      announceRate: (token) => token.announceRate(ORDINARY, 0n, 30_000n),
      withdrawRate: (token) => token.withdrawRate(ORDINARY),
    };
    for (const [name, call] of Object.entries(calls)) {
      it(`refuse an outsider: ${name}`, async function () {
        const { token, ana } = await loadFixture(funded);
        await expect(call(token.connect(ana), ana))
          .to.be.revertedWithCustomError(token, "AccessManagedUnauthorized")
          .withArgs(ana.address);
      });
    }
  });

  describe("transferFrom", function () {
    it("spends an allowance exactly; allowances never melt", async function () {
      const { token, ana, ben, cleo } = await loadFixture(funded);
      await token.connect(ana).approve(ben.address, 2_000n);
      await passDays(365);
      expect(await token.allowance(ana.address, ben.address)).to.equal(2_000n);
      await token.connect(ben).transferFrom(ana.address, cleo.address, 1_500n);
      expect(await token.allowance(ana.address, ben.address)).to.equal(500n);
      expect(await token.balanceOf(cleo.address)).to.equal(1_500n);
      await expect(token.connect(ben).transferFrom(ana.address, cleo.address, 501n))
        .to.be.revertedWithCustomError(token, "ERC20InsufficientAllowance")
        .withArgs(ben.address, 500n, 501n);
    });
  });

  describe("permit", function () {
    it("lets a signature approve, once", async function () {
      const { token, ana, ben } = await loadFixture(funded);
      const deadline = BigInt(await time.latest()) + 600n;
      const message = { owner: ana.address, spender: ben.address, value: 700n, nonce: 0n, deadline };
      const signature = ethers.Signature.from(
        await ana.signTypedData(await domainOf(token), { Permit: PERMIT }, message),
      );
      const { v, r, s } = signature;
      await token.permit(ana.address, ben.address, 700n, deadline, v, r, s);
      expect(await token.allowance(ana.address, ben.address)).to.equal(700n);
      expect(await token["nonces(address)"](ana.address)).to.equal(1n);
      await expect(token.permit(ana.address, ben.address, 700n, deadline, v, r, s)).to.be.revertedWithCustomError(
        token,
        "ERC2612InvalidSigner",
      );
    });

    it("refuses after its deadline", async function () {
      const { token, ana, ben } = await loadFixture(funded);
      const deadline = BigInt(await time.latest()) - 1n;
      const message = { owner: ana.address, spender: ben.address, value: 700n, nonce: 0n, deadline };
      const { v, r, s } = ethers.Signature.from(
        await ana.signTypedData(await domainOf(token), { Permit: PERMIT }, message),
      );
      await expect(token.permit(ana.address, ben.address, 700n, deadline, v, r, s))
        .to.be.revertedWithCustomError(token, "ERC2612ExpiredSignature")
        .withArgs(deadline);
    });
  });

  describe("transferWithAuthorization", function () {
    async function authorized(key: bigint, change: { validAfter?: bigint; validBefore?: bigint } = {}) {
      const fixture = await loadFixture(funded);
      const { token, ana, ben } = fixture;
      const now = BigInt(await time.latest());
      const message = {
        from: ana.address,
        to: ben.address,
        value: 1_250n,
        validAfter: now - 1n,
        validBefore: now + 600n,
        nonce: ethers.toBeHex(key << 64n, 32),
        ...change,
      };
      const types = { TransferWithAuthorization: AUTHORIZATION };
      const signature = await ana.signTypedData(await domainOf(token), types, message);
      const args = [
        message.from,
        message.to,
        message.value,
        message.validAfter,
        message.validBefore,
        message.nonce,
        signature,
      ] as const;
      const overload = "transferWithAuthorization(address,address,uint256,uint256,uint256,bytes32,bytes)" as const;
      const send = (by: HardhatEthersSigner) => token.connect(by)[overload](...args);
      return { ...fixture, message, send, now };
    }

    for (const key of [0n, 2n ** 192n - 1n]) {
      it(`lets anybody carry out what the payer signed, once (key ${key})`, async function () {
        const { token, ana, ben, cleo, message, send } = await authorized(key);
        const sending = send(cleo);
        await expect(sending).to.emit(token, "AuthorizationUsed").withArgs(ana.address, message.nonce);
        await expect(sending).to.emit(token, "Transfer").withArgs(ana.address, ben.address, 1_250n);
        expect(await token.authorizationState(ana.address, message.nonce)).to.equal(true);
        await expect(send(cleo)).to.be.revertedWithCustomError(token, "InvalidAccountNonce");
      });
    }

    it("settles before it pays", async function () {
      const { token, ana, ben, cleo, till, send } = await authorized(1n, { validBefore: 2n ** 40n });
      await passDays(365);
      const sending = send(cleo);
      await expect(sending).to.emit(token, "Transfer").withArgs(ana.address, till, 600n);
      await sending;
      expect(await token.balanceOf(ana.address)).to.equal(8_150n);
      expect(await token.balanceOf(ben.address)).to.equal(5_950n);
    });

    it("refuses outside its window", async function () {
      const { token, cleo, send, message } = await authorized(1n);
      await time.setNextBlockTimestamp(message.validBefore);
      await expect(send(cleo)).to.be.revertedWithCustomError(token, "ERC3009InvalidAuthorizationTime");
    });

    it("refuses what somebody else signed", async function () {
      const { token, ana, ben, cleo, message } = await authorized(1n);
      const types = { TransferWithAuthorization: AUTHORIZATION };
      const forged = await cleo.signTypedData(await domainOf(token), types, message);
      await expect(
        token["transferWithAuthorization(address,address,uint256,uint256,uint256,bytes32,bytes)"](
          ana.address,
          ben.address,
          message.value,
          message.validAfter,
          message.validBefore,
          message.nonce,
          forged,
        ),
      ).to.be.revertedWithCustomError(token, "ERC3009InvalidSignature");
    });
  });
});
