// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

import {DemurrageMath} from "../token/DemurrageMath.sol";

/// @notice The demurrage arithmetic by itself, for benchmarks. Never deployed.
contract DemurrageMathProbe {
    /// @notice What the last call computed. Written, so that the gas is counted above the floor for calldata (EIP-7623).
    uint256 public kept;

    /// @notice Computes 2^-exponent, as `DemurrageMath.factor`.
    function keepFactor(uint256 exponent) external {
        kept = DemurrageMath.factor(exponent);
    }

    /// @notice A call of the same form that computes nothing: what `factor` costs is the difference.
    function keepInput(uint256 exponent) external {
        kept = exponent;
    }

    /// @notice As `DemurrageMath.dailyExponent`.
    function dailyExponent(uint256 yearlyRateBps) external pure returns (uint256) {
        return DemurrageMath.dailyExponent(yearlyRateBps);
    }
}
