// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {IRegionalToken} from "../interfaces/IRegionalToken.sol";
import {Payment} from "../interfaces/Payment.sol";

/// @title Payments as words
/// @notice Hashes and passes on a chunk of payments in one piece.
/// @dev A payment is two words (payee, amount) without any offset, so a list of them lies in the calldata exactly as it is
/// hashed and as the token expects it. Solidity's own encoding would go through it word by word, for 150 gas a payment;
/// the token checks every payment anyway.
library PaymentWords {
    /// @notice The chunk's leaf: keccak256(keccak256(abi.encode(chunkIndex, keccak256(words)))).
    /// @dev Hashed twice, so that no inner node of the tree passes for a leaf.
    function leaf(Payment[] calldata payments, uint256 chunkIndex) internal pure returns (bytes32) {
        return keccak256(bytes.concat(keccak256(abi.encode(chunkIndex, keccak256(_words(payments))))));
    }

    /// @notice `token.mintBatch(payments)`. Passes on what the token reverts with.
    /// @return total Cents created.
    function mint(Payment[] calldata payments, IRegionalToken token) internal returns (uint256 total) {
        uint256 offsetOfArray = 32; // the only argument begins right after its own offset
        bytes memory call = abi.encodePacked(
            IRegionalToken.mintBatch.selector,
            offsetOfArray,
            payments.length,
            _words(payments)
        );
        return abi.decode(Address.functionCall(address(token), call), (uint256));
    }

    function _words(Payment[] calldata payments) private pure returns (bytes calldata words) {
        assembly ("memory-safe") {
            words.offset := payments.offset
            words.length := shl(6, payments.length) // 64 bytes each; the compiler has checked that they are there
        }
    }
}
