// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

import {Payment} from "../../contracts/interfaces/Payment.sol";
import {ClaimTree} from "./ClaimTree.sol";

/// @notice A run of three chunks of payments and a claim sheet, which follow from a seed, as a Merkle tree.
library PaymentTree {
    uint256 internal constant CHUNKS = 4; // the sheet among them
    uint256 private constant MOST_PAYMENTS = 4;
    uint256 private constant MOST_AMOUNT = 5_000_000; // cents

    /// @notice The payments of a chunk: one to four, some to the same people as in other chunks.
    function chunk(uint256 seed, uint256 index) internal pure returns (Payment[] memory payments) {
        uint256 lot = uint256(keccak256(abi.encode(seed, index)));
        payments = new Payment[](1 + (lot % MOST_PAYMENTS));
        for (uint256 i = 0; i < payments.length; ++i) {
            lot = uint256(keccak256(abi.encode(lot)));
            payments[i] = Payment(address(uint160(0xA000 + (lot % 8))), 1 + ((lot >> 8) % MOST_AMOUNT));
        }
    }

    function totalOf(Payment[] memory payments) internal pure returns (uint256 total) {
        for (uint256 i = 0; i < payments.length; ++i) total += payments[i].amount;
    }

    function summary(uint256 seed) internal pure returns (bytes32 root, uint256 count, uint256 total) {
        for (uint256 i = 0; i < ClaimTree.SHEET; ++i) {
            Payment[] memory payments = chunk(seed, i);
            count += payments.length;
            total += totalOf(payments);
        }
        count += ClaimTree.CLAIMS;
        total += ClaimTree.amountOf(seed);
        root = ClaimTree.node(
            ClaimTree.node(_leaf(seed, 0), _leaf(seed, 1)),
            ClaimTree.node(_leaf(seed, 2), _leaf(seed, 3))
        );
    }

    function proof(uint256 seed, uint256 index) internal pure returns (bytes32[] memory path) {
        path = new bytes32[](2);
        path[0] = _leaf(seed, index ^ 1);
        uint256 other = (index & 2) ^ 2;
        path[1] = ClaimTree.node(_leaf(seed, other), _leaf(seed, other + 1));
    }

    function _leaf(uint256 seed, uint256 index) private pure returns (bytes32) {
        if (index == ClaimTree.SHEET) return ClaimTree.leaf(seed);
        Payment[] memory payments = chunk(seed, index);
        bytes memory words;
        for (uint256 i = 0; i < payments.length; ++i) {
            words = bytes.concat(words, abi.encode(payments[i].payee, payments[i].amount));
        }
        return keccak256(bytes.concat(keccak256(abi.encode(index, keccak256(words)))));
    }
}
