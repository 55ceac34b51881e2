// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @notice Decay computed another way and far more precisely than the contracts do: 254 fraction bits, products by
/// 512-bit multiplication. Rounds down everywhere; the error stays below 2^-230.
library ReferenceMath {
    uint256 internal constant FRACTION_BITS = 254;
    uint256 internal constant ONE = 1 << FRACTION_BITS;

    /// @dev ln 2, with 254 fraction bits.
    uint256 private constant LN_2 = 0x2c5c85fdf473de6af278ece600fcbdabd03cd0c99ca62d8b628345d6e2eabe8a;

    /// @dev 0.7^60 / 60! is below 2^-303.
    uint256 private constant TERMS = 60;

    error NoSuchRate(uint256 yearlyRateBps);

    /// @notice (1 - rate)^(1/365) for the rates the tests use, computed with 600 bits by mpmath.
    function dailyFactor(uint256 yearlyRateBps) internal pure returns (uint256) {
        if (yearlyRateBps == 0) return ONE;
        if (yearlyRateBps == 100) return 0x3fff8c82bf35169f51fe064b450ff4b7b557ae5398e3548656d0f25db3bc9421;
        if (yearlyRateBps == 200) return 0x3fff17da290bc1f342d893d55058e2aca889dfdeb0513bacf8421d6605510003;
        if (yearlyRateBps == 300) return 0x3ffea2001bc3faeb7df0bc85837053102b0a37a3968cdd7667fce1659c9434b0;
        if (yearlyRateBps == 600) return 0x3ffd3908f00082345b982174b18b1da514a3bbe835736b6ad543a05967486b63;
        if (yearlyRateBps == 1_000) return 0x3ffb45738baf89b863e0c6801b7746a089b84ce8158eb6d364d0e78f528a0ed6;
        if (yearlyRateBps == 2_000) return 0x3ff5fc9631ad716a140967110e40c13c187fb688acd07ba50f076add2da2e159;
        revert NoSuchRate(yearlyRateBps);
    }

    /// @notice One of the rates that `dailyFactor` knows.
    function someRate(uint256 seed) internal pure returns (uint16) {
        uint16[7] memory rates = [0, 100, 200, 300, 600, 1_000, 2_000];
        return rates[seed % rates.length];
    }

    /// @notice The product of two factors, or of an amount and a factor.
    function times(uint256 amount, uint256 factor) internal pure returns (uint256) {
        return Math.mulDiv(amount, factor, ONE);
    }

    /// @notice `base` to the power of `exponent`.
    function power(uint256 base, uint256 exponent) internal pure returns (uint256 result) {
        result = ONE;
        for (; exponent != 0; exponent >>= 1) {
            if (exponent & 1 != 0) result = times(result, base);
            base = times(base, base);
        }
    }

    /// @notice 2^-exponent by the plain series of the exponential function.
    /// @param exponent With 128 fraction bits.
    function exp2Negative(uint256 exponent) internal pure returns (uint256) {
        uint256 x = Math.mulDiv(uint256(uint128(exponent)), LN_2, 1 << 128);
        uint256 term = ONE;
        uint256 added = ONE;
        uint256 taken;
        for (uint256 k = 1; k <= TERMS; ++k) {
            term = times(term, x) / k;
            if (k & 1 == 0) added += term;
            else taken += term;
        }
        return (added - taken) >> (exponent >> 128);
    }
}
