// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

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

    RegionalToken private token;
    RegionalToken private twin;
    address private minter;

    function setUp() external {
        vm.warp(NOW);
        Region region = new Region(600, 200);
        token = region.token();
        twin = new Region(600, 200).token();
        minter = region.minter();
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
        (isDone, ) = address(token).call(call);
    }

    function _signed(Payment memory payment, bytes32 domain) private pure returns (bytes memory) {
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
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(payment.key, keccak256(bytes.concat("\x19\x01", domain, message)));
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
