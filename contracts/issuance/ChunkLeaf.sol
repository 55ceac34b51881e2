// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

import {Payment} from "../interfaces/Payment.sol";

/// @title Leaves of a payment run
/// @notice A run is a Merkle tree whose leaves are chunks of payments.
library ChunkLeaf {
    /// @notice keccak256(keccak256(abi.encode(chunkIndex, keccak256(payments)))).
    /// @dev Hashed twice, so that no inner node of the tree passes for a leaf.
    function leafOf(uint256 chunkIndex, Payment[] calldata payments) internal pure returns (bytes32) {
        return keccak256(bytes.concat(keccak256(abi.encode(chunkIndex, _hash(payments)))));
    }

    /// @dev keccak256 of the payments' words (payee, amount), one after another.
    function _hash(Payment[] calldata payments) private pure returns (bytes32 digest) {
        // A payment is two words without any offset, so the array's calldata is exactly what is to be hashed. It is copied
        // behind the free memory pointer, which stays where it is: the memory is used again right after.
        assembly ("memory-safe") {
            let words := mload(0x40)
            let size := shl(6, payments.length)
            calldatacopy(words, payments.offset, size)
            digest := keccak256(words, size)
        }
    }
}
