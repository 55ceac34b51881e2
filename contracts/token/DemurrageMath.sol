// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

/// @title Demurrage arithmetic
/// @notice What is left of an amount after a number of days.
/// @dev A rate is kept as the binary logarithm of what one day leaves: the *daily exponent*, with 128 fraction bits.
/// Exponents of successive days add up, also across rate changes, and an amount decays by `2^-exponent`.
/// A yearly rate means 365 days: the daily exponent is the largest one that leaves at least `1 - rate` after 365 days.
/// Factors and amounts round up, by less than 2^-48 of a base unit each time an account is settled.
/// docs/demurrage.md derives the series, its error and the bounds.
library DemurrageMath {
    /// @notice 100 % in basis points.
    uint256 internal constant BPS = 10_000;

    /// @notice Days that a yearly rate stands for.
    uint256 internal constant DAYS_PER_YEAR = 365;

    /// @dev 1.0 as a factor: 127 fraction bits, so that the product of two factors fits 256 bits.
    uint256 private constant ONE = 1 << 127;
    uint256 private constant FACTOR_BITS = 127;

    uint256 private constant EXPONENT_BITS = 128;
    uint256 private constant FRACTION_MASK = (1 << EXPONENT_BITS) - 1;

    /// @dev ln 2 with 128 fraction bits, rounded down.
    uint256 private constant LN_2 = 0xb17217f7d1cf79abc9e3b39803f2f6af;

    /// @dev From (128 + 128 fraction bits) to 127, and divided by 16.
    uint256 private constant REDUCTION_SHIFT = 2 * EXPONENT_BITS - FACTOR_BITS + 4;

    /// @dev More than the rounding errors of `factor` can take away, in its last place.
    uint256 private constant SLACK = 32;

    /// @notice What is left of `worth` after `exponent`, rounded up.
    /// @param worth Below 2^128.
    /// @param exponent Sum of the daily exponents of the days gone by; below 2^160.
    function decay(uint256 worth, uint256 exponent) internal pure returns (uint256) {
        // Cannot overflow: worth is below 2^128 and the factor at most 2^127. Never grows: the factor is at most 1.
        unchecked {
            return (worth * factor(exponent) + ONE - 1) >> FACTOR_BITS;
        }
    }

    /// @notice 2^-exponent with 127 fraction bits: never below the exact value, above it by a relative 2.5e-17 at most.
    /// @dev An exponent is 0, or that of a day at 0.01 % a year at least, which is above 2^106: below 2^7, SLACK would lift
    /// the factor above 1.
    /// The whole part of the exponent is a shift. For its fraction u, with v = u ln 2 / 16 below 0.0434:
    /// 2^-u = (e^-v)^16, and the series of e^-v up to v^8 / 8! exceeds it by less than v^9 / 9!.
    function factor(uint256 exponent) internal pure returns (uint256 result) {
        if (exponent == 0) return ONE;
        // Cannot overflow: both operands of every product are at most 2^128, one of them below 2^127. Cannot underflow:
        // every subtrahend is below v.
        unchecked {
            uint256 v = ((exponent & FRACTION_MASK) * LN_2) >> REDUCTION_SHIFT;
            result = ONE - v / 8;
            result = ONE - (v * result) / (7 * ONE);
            result = ONE - (v * result) / (6 * ONE);
            result = ONE - (v * result) / (5 * ONE);
            result = ONE - (v * result) / (4 * ONE);
            result = ONE - (v * result) / (3 * ONE);
            result = ONE - (v * result) / (2 * ONE);
            result = ONE - (v * result) / ONE;
            result = (result * result) >> FACTOR_BITS;
            result = (result * result) >> FACTOR_BITS;
            result = (result * result) >> FACTOR_BITS;
            result = (result * result) >> FACTOR_BITS;
            result = (result >> (exponent >> EXPONENT_BITS)) + SLACK;
        }
    }

    /// @notice The daily exponent of a yearly rate: the largest that leaves at least `1 - rate` after 365 days.
    /// @dev By bisection, about 60,000 gas: runs at deployment and when a rate is announced.
    /// @param yearlyRateBps Part lost in 365 days, in basis points; at most half.
    function dailyExponent(uint256 yearlyRateBps) internal pure returns (uint256 enough) {
        uint256 target = (ONE * (BPS - yearlyRateBps) + BPS - 1) / BPS; // rounds up
        uint256 tooMuch = (1 << EXPONENT_BITS) / DAYS_PER_YEAR + 2; // would leave less than a half
        while (tooMuch - enough > 1) {
            uint256 middle = (enough + tooMuch) / 2;
            if (factor(DAYS_PER_YEAR * middle) < target) tooMuch = middle;
            else enough = middle;
        }
    }
}
