// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";
import {IClaims} from "../interfaces/IClaims.sol";

/// @title Claim sheets
/// @notice The claims of a chunk: up to 128 in two slots, so that paying one writes a single slot besides the accounts.
library ClaimSheets {
    /// @dev Amounts in cents, times in Unix seconds. The sum of all that can exist fits 80 bits.
    struct Sheet {
        bytes32 root;
        // second slot
        uint128 used;
        uint48 deadline;
        uint80 remaining;
    }

    uint256 internal constant CLAIMS_PER_SHEET = 128;

    /// @notice The leaf of a sheet in the tree of its run. Five words, so it never passes for the two of a paid chunk.
    function leaf(IClaims.ClaimSheet calldata sheet, uint256 chunkIndex) internal pure returns (bytes32) {
        return keccak256(bytes.concat(keccak256(abi.encode(chunkIndex, sheet))));
    }

    function open(Sheet storage self, IClaims.ClaimSheet calldata sheet, uint256 runId, uint256 chunkIndex) internal {
        bool isValid =
            sheet.root != 0 &&
                sheet.claimCount != 0 &&
                sheet.claimCount <= CLAIMS_PER_SHEET &&
                sheet.deadline >= block.timestamp &&
                sheet.deadline <= type(uint48).max;
        if (!isValid) revert IClaims.ClaimSheetInvalid(runId, chunkIndex);
        self.root = sheet.root;
        self.deadline = uint48(sheet.deadline);
        self.remaining = uint80(sheet.amount); // was minted just before, so it fits
    }

    /// @notice Uses a claim up. The claims of a sheet may hold more than it declared: then the last ones find nothing left.
    function take(
        Sheet storage self,
        uint256 runId,
        uint256 claimNumber,
        address claimKey,
        uint256 amount,
        bytes32[] calldata proof
    ) internal {
        bytes32 claimLeaf = keccak256(bytes.concat(keccak256(abi.encode(claimNumber, claimKey, amount))));
        if (!MerkleProof.verifyCalldata(proof, self.root, claimLeaf)) {
            revert IClaims.ClaimNotInRun(runId, claimNumber);
        }
        uint128 used = self.used;
        uint80 remaining = self.remaining;
        uint128 bit = uint128(1 << (claimNumber % CLAIMS_PER_SHEET));
        if (used & bit != 0) revert IClaims.ClaimAlreadyUsed(runId, claimNumber);
        if (amount > remaining) revert IClaims.ClaimNotInRun(runId, claimNumber);
        // Cannot underflow. Unchecked, the compiler writes the slot once for both.
        unchecked {
            self.used = used | bit;
            self.remaining = remaining - uint80(amount);
        }
    }

    /// @notice Forgets the sheet.
    /// @return remaining Cents nobody has claimed.
    function close(Sheet storage self) internal returns (uint256 remaining) {
        remaining = self.remaining;
        self.root = 0;
        self.used = 0;
        self.deadline = 0;
        self.remaining = 0;
    }

    function isOver(Sheet storage self) internal view returns (bool) {
        return block.timestamp > self.deadline;
    }
}
