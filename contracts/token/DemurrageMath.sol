// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

/// @title Demurrage arithmetic
/// @notice What is left of an amount after a number of days.
/// @dev A factor is a binary fixed point with 127 fraction bits, `ONE` = 1.0: the product of two factors fits 256 bits.
/// A yearly rate means 365 days: the daily factor is the smallest one whose 365th power, rounded down at every step, is
/// not below `1 - rate`. Powers and amounts round up. Hence an amount left alone for 365 days never shows less than
/// `(1 - rate)` of it, and what is shown exceeds the exact value by less than 2^-48 base units for each day on which it
/// was touched. docs/demurrage.md has the proof.
library DemurrageMath {
    /// @notice 1.0 as a factor.
    uint256 internal constant ONE = 1 << FACTOR_BITS;

    /// @notice Days that a yearly rate stands for.
    uint256 internal constant DAYS_PER_YEAR = 365;

    /// @notice 100 % in basis points.
    uint256 internal constant BPS = 10_000;

    uint256 private constant FACTOR_BITS = 127;
    uint256 private constant ROUND_UP = ONE - 1;
    uint256 private constant ROUND_DOWN = 0;

    /// @notice The daily factor of a yearly rate.
    /// @dev By bisection, about 130,000 gas: called at deployment and when a rate is announced.
    /// @param yearlyRateBps Part lost in 365 days, in basis points; below 10,000.
    function dailyFactor(uint256 yearlyRateBps) internal pure returns (uint256) {
        uint256 target = (ONE * (BPS - yearlyRateBps) + BPS - 1) / BPS; // rounds up
        uint256 tooLow = 0;
        uint256 enough = ONE;
        while (enough - tooLow > 1) {
            uint256 middle = (tooLow + enough) / 2;
            if (_power(middle, DAYS_PER_YEAR, ROUND_DOWN) < target) tooLow = middle;
            else enough = middle;
        }
        return enough;
    }

    /// @notice `factor` to the power of `exponent`, every product rounded up.
    function power(uint256 factor, uint256 exponent) internal pure returns (uint256) {
        return _power(factor, exponent, ROUND_UP);
    }

    /// @notice The product of two factors, or of a factor and an amount below 2^128, rounded up.
    function multiply(uint256 factor, uint256 other) internal pure returns (uint256) {
        // Cannot overflow: the factors are at most 2^127 and `other` is below 2^128.
        unchecked {
            return (factor * other + ROUND_UP) >> FACTOR_BITS;
        }
    }

    /// @dev Right-to-left binary exponentiation. Two bits a turn: the loop itself costs as much as a product.
    function _power(uint256 factor, uint256 exponent, uint256 rounding) private pure returns (uint256 result) {
        result = ONE;
        // Cannot overflow: every factor and result is at most 2^127, so products are at most 2^254.
        unchecked {
            while (exponent != 0) {
                if (exponent & 1 != 0) result = (result * factor + rounding) >> FACTOR_BITS;
                factor = (factor * factor + rounding) >> FACTOR_BITS;
                if (exponent & 2 != 0) result = (result * factor + rounding) >> FACTOR_BITS;
                factor = (factor * factor + rounding) >> FACTOR_BITS;
                exponent >>= 2;
            }
        }
    }
}
