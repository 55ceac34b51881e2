// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

import {IERC3009} from "@openzeppelin/contracts/interfaces/draft-IERC3009.sol";
import {IAuthorizationBatch} from "../../contracts/interfaces/IAuthorizationBatch.sol";
import {AuthorizationBatch} from "../../contracts/token/AuthorizationBatch.sol";
import {RegionalToken} from "../../contracts/token/RegionalToken.sol";
import {Region} from "./Region.sol";
import {TestBase} from "./TestBase.sol";

/// @notice Payments that the holder signed and somebody else sends.
contract AuthorizationsTest is TestBase {
    uint256 private constant NOW = 1_893_456_000; // 2030-01-01
    uint256 private constant HELD = 1_000_000; // cents
    uint256 private constant CURVE_ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;
    bytes32 private constant TYPE_HASH = keccak256(
        "TransferWithAuthorization(address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce)"
    );

    struct Payment {
        uint256 key;
        address payer;
        uint256 value;
        uint256 validAfter;
        uint256 validBefore;
        bytes32 nonce;
    }

    address private constant PAYEE = address(0xB0B);
    uint256 private constant BATCH_SIZE = 8;
    uint256 private constant PAYERS = 3;

    RegionalToken private token;
    RegionalToken private twin;
    address private minter;
    AuthorizationBatch private batch;

    function setUp() external {
        vm.warp(NOW);
        Region region = new Region(600, 200);
        token = region.token();
        twin = new Region(600, 200).token();
        minter = region.minter();
        batch = new AuthorizationBatch(IERC3009(address(token)));
    }

    function testFuzz_10_runsOnceInItsWindow(
        uint256 keySeed,
        uint192 nonceKey,
        uint256 value,
        uint256 from,
        uint256 till
    ) external {
        Payment memory payment = _payment(keySeed, nonceKey, value);
        payment.validAfter = bound(from, NOW - 2 days, NOW + 1 days);
        payment.validBefore = bound(till, NOW - 1 days, NOW + 2 days);
        bool isInWindow = payment.validAfter < NOW && NOW < payment.validBefore;
        bytes memory call = _signed(payment, _domainOf(token, block.chainid));
        assertTrue("in its window alone", _runs(call) == isInWindow);
        assertEq("paid", token.balanceOf(PAYEE), isInWindow ? payment.value : 0);
        assertTrue("once", !_runs(call));
        assertEq("paid once", token.balanceOf(PAYEE), isInWindow ? payment.value : 0);
    }

    function testFuzz_10_onItsChainAndTokenAlone(uint256 keySeed, uint256 value, uint64 chainId) external {
        vm.assume(chainId != block.chainid);
        Payment memory payment = _payment(keySeed, 0, value);
        assertTrue("another token's", !_runs(_signed(payment, _domainOf(twin, block.chainid))));
        assertTrue("another chain's", !_runs(_signed(payment, _domainOf(token, chainId))));
        assertTrue("its own", _runs(_signed(payment, _domainOf(token, block.chainid))));
    }

    /// @dev Changes one word of what was signed: payer, payee, amount, window or number.
    function testFuzz_10_asSignedAlone(uint256 keySeed, uint256 value, uint256 which, uint256 word) external {
        Payment memory payment = _payment(keySeed, 0, value);
        bytes memory data = _signed(payment, _domainOf(token, block.chainid));
        uint256 offset = 36 + 32 * (which % 6);
        uint256 signedWord;
        assembly ("memory-safe") {
            signedWord := mload(add(data, offset))
            mstore(add(data, offset), word)
        }
        vm.assume(signedWord != word);
        assertTrue("something else than was signed", !_runs(data));
    }

    /// @dev A list of payments, good and bad, sent at once, against the same ones sent to the other token one by one.
    function testFuzz_10_inABatchAsOneByOne(uint256 seed) external {
        for (uint256 i = 1; i <= PAYERS; ++i) {
            vm.prank(minter);
            token.mint(vm.addr(i), HELD);
            vm.prank(minter);
            twin.mint(vm.addr(i), HELD);
        }
        IAuthorizationBatch.Authorization[] memory list = new IAuthorizationBatch.Authorization[](BATCH_SIZE);
        uint256 expected;
        for (uint256 i = 0; i < BATCH_SIZE; ++i) {
            uint256 lot = uint256(keccak256(abi.encode(seed, i)));
            Payment memory payment = _anyPayment(lot);
            if (_runsOn(twin, _signed(payment, _domainOf(twin, block.chainid)))) ++expected;
            list[i] = _asListed(payment);
        }
        assertEq("made", batch.transferWithAuthorizations(list), expected);
        assertEq("payee", token.balanceOf(PAYEE), twin.balanceOf(PAYEE));
        for (uint256 i = 1; i <= PAYERS; ++i) {
            assertEq("payer", token.balanceOf(vm.addr(i)), twin.balanceOf(vm.addr(i)));
            assertEq("numbers", token.nonces(vm.addr(i)), twin.nonces(vm.addr(i)));
        }
    }

    /// @dev Of a few payers with a few numbers, so that some come twice, too early or after too much was spent; one in four
    /// is expired or signed by another key.
    function _anyPayment(uint256 lot) private pure returns (Payment memory payment) {
        payment.payer = vm.addr(1 + (lot % PAYERS));
        payment.key = 1 + ((lot + ((lot >> 8) % 8 == 0 ? 1 : 0)) % PAYERS);
        payment.value = (lot >> 16) % ((HELD * 3) / 4);
        payment.validBefore = (lot >> 48) % 8 == 0 ? NOW : NOW + 1 days;
        payment.nonce = bytes32((lot >> 56) % 3);
    }

    function _asListed(Payment memory payment) private view returns (IAuthorizationBatch.Authorization memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(payment.key, _digest(payment, _domainOf(token, block.chainid)));
        return
            IAuthorizationBatch.Authorization({
                from: payment.payer,
                to: PAYEE,
                value: payment.value,
                validAfter: payment.validAfter,
                validBefore: payment.validBefore,
                nonce: payment.nonce,
                signature: bytes.concat(r, s, bytes1(v))
            });
    }

    function _payment(uint256 keySeed, uint192 nonceKey, uint256 value) private returns (Payment memory payment) {
        payment.key = bound(keySeed, 1, CURVE_ORDER - 1);
        payment.payer = vm.addr(payment.key);
        payment.value = bound(value, 1, HELD / 2); // enough for twice
        payment.validBefore = NOW + 1 days;
        payment.nonce = bytes32(uint256(nonceKey) << 64);
        vm.prank(minter);
        token.mint(payment.payer, HELD);
    }

    function _runs(bytes memory call) private returns (bool isDone) {
        return _runsOn(token, call);
    }

    function _runsOn(RegionalToken on, bytes memory call) private returns (bool isDone) {
        (isDone, ) = address(on).call(call);
    }

    function _digest(Payment memory payment, bytes32 domain) private pure returns (bytes32) {
        bytes32 message = keccak256(
            abi.encode(
                TYPE_HASH,
                payment.payer,
                PAYEE,
                payment.value,
                payment.validAfter,
                payment.validBefore,
                payment.nonce
            )
        );
        return keccak256(bytes.concat("\x19\x01", domain, message));
    }

    function _signed(Payment memory payment, bytes32 domain) private pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(payment.key, _digest(payment, domain));
        return
            abi.encodeWithSignature(
                "transferWithAuthorization(address,address,uint256,uint256,uint256,bytes32,uint8,bytes32,bytes32)",
                payment.payer,
                PAYEE,
                payment.value,
                payment.validAfter,
                payment.validBefore,
                payment.nonce,
                v,
                r,
                s
            );
    }

    function _domainOf(RegionalToken of_, uint256 chainId) private view returns (bytes32) {
        bytes32 typeHash = keccak256(
            "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
        );
        return keccak256(abi.encode(typeHash, keccak256(bytes(of_.name())), keccak256("1"), chainId, address(of_)));
    }
}
