// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

import {DemurrageMath} from "../../contracts/token/DemurrageMath.sol";
import {ReferenceMath} from "./ReferenceMath.sol";
import {TestBase} from "./TestBase.sol";

/// @notice The demurrage arithmetic against a reference with twice the precision.
contract DemurrageMathTest is TestBase {
    uint256 private constant ONE = 1 << 127;
    uint256 private constant WORTH_BITS = 48;
    uint256 private constant LONGEST_DAYS = 36_500;
    uint256 private constant MOST_BPS = 5_000;

    /// @dev 2^-55 is 2.8e-17: the relative excess of docs/demurrage.md, which is 2.5e-17, fits below it.
    uint256 private constant EXCESS_SHIFT = 55;

    /// @dev The 32 units that `factor` adds, and one for the rounding of the reference.
    uint256 private constant SLACK = 33;

    function testFuzz_factorIsNeverBelowTheExactOne(uint256 seed) external pure {
        uint256 exponent = bound(seed, 0, 200 << 128);
        uint256 exact = ReferenceMath.exp2Negative(exponent) >> (ReferenceMath.FRACTION_BITS - 127);
        uint256 factor = DemurrageMath.factor(exponent);
        assertLe("exact factor", exact, factor);
        assertLe("factor", factor, exact + (exact >> EXCESS_SHIFT) + SLACK);
    }

    /// @dev From the exponent of one day at the smallest rate there is; 0 is in `testFuzz_noRateLeavesEverything`.
    function testFuzz_nothingGrows(uint256 worthSeed, uint256 exponentSeed) external pure {
        uint256 exponent = bound(exponentSeed, DemurrageMath.dailyExponent(1), (1 << 160) - 1);
        uint256 worth = bound(worthSeed, 0, (1 << 128) - 1);
        assertLe("factor", DemurrageMath.factor(exponent), ONE);
        assertLe("worth", DemurrageMath.decay(worth, exponent), worth);
    }

    function testFuzz_factorFallsFromDayToDay(uint256 rateSeed, uint256 daySeed) external pure {
        uint256 daily = DemurrageMath.dailyExponent(bound(rateSeed, 1, MOST_BPS));
        uint256 day = bound(daySeed, 0, LONGEST_DAYS);
        uint256 today = DemurrageMath.factor(daily * day);
        uint256 tomorrow = DemurrageMath.factor(daily * (day + 1));
        // At the end there is nothing left to fall: 32 units of 2^-127.
        assertTrue("the factor falls", tomorrow < today || (tomorrow == today && today <= SLACK));
    }

    /// @dev However often an account is touched in between: each touch adds less than 2^-48 cent and the relative excess.
    function testFuzz_partsMakeTheWhole(
        uint256 worthSeed,
        uint256 rateSeed,
        uint256 splitSeed,
        uint8 parts
    ) external pure {
        uint256 worth = bound(worthSeed, 0, (1 << 128) - 1);
        uint256 daily = DemurrageMath.dailyExponent(ReferenceMath.someRate(rateSeed));
        uint256 touched = worth;
        uint256 elapsed;
        uint256 touches = 1 + (parts % 32);
        for (uint256 i = 0; i < touches; ++i) {
            uint256 day = uint256(keccak256(abi.encode(splitSeed, i))) % 500;
            touched = DemurrageMath.decay(touched, daily * day);
            elapsed += day;
        }
        uint256 whole = DemurrageMath.decay(worth, daily * elapsed);
        uint256 drift = touches * ((worth >> EXCESS_SHIFT) + SLACK);
        assertLe("touched often", touched, whole + drift);
        assertLe("touched once", whole, touched + drift);
    }

    /// @dev (1 - rate) per 365 days, to a hundred-thousandth of a cent per million units.
    function testFuzz_yearlyRateIsKept(uint256 rateSeed, uint256 daySeed) external pure {
        uint16 bps = ReferenceMath.someRate(rateSeed);
        uint256 day = bound(daySeed, 0, LONGEST_DAYS);
        uint256 factor =
            DemurrageMath.factor(DemurrageMath.dailyExponent(bps) * day) << (ReferenceMath.FRACTION_BITS - 127);
        uint256 exact = ReferenceMath.power(ReferenceMath.dailyFactor(bps), day);
        uint256 most = ReferenceMath.ONE / 1e13;
        assertLe("factor", factor, exact + most);
        assertLe("exact factor", exact, factor + most);
    }

    /// @dev 100,00 at 6 % are 94,00 on day 365, not 93,99; and not 94,01 either.
    function testFuzz_aYearLeavesWhatTheRateSays(uint256 rateSeed, uint256 hundredsSeed) external pure {
        uint256 bps = bound(rateSeed, 0, MOST_BPS);
        uint256 hundreds = bound(hundredsSeed, 0, 1e9);
        uint256 worth = (hundreds * DemurrageMath.BPS) << WORTH_BITS;
        uint256 left = DemurrageMath.decay(worth, 365 * DemurrageMath.dailyExponent(bps));
        assertEq("cents after a year", left >> WORTH_BITS, hundreds * (DemurrageMath.BPS - bps));
    }

    function testFuzz_noRateLeavesEverything(uint256 worthSeed, uint256 daySeed) external pure {
        uint256 worth = bound(worthSeed, 0, (1 << 128) - 1);
        uint256 exponent = DemurrageMath.dailyExponent(0) * bound(daySeed, 0, type(uint32).max);
        assertEq("worth", DemurrageMath.decay(worth, exponent), worth);
    }
}
