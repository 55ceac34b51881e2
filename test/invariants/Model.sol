// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

import {ReferenceMath} from "./ReferenceMath.sol";

/// @notice What accounts are worth by exact mathematics: the rule of docs/demurrage.md, computed another way.
/// @dev Ideal worths have 128 fraction bits of a cent.
abstract contract Model {
    uint256 internal constant IDEAL_BITS = 128;
    uint8 internal constant EXEMPT = 2;

    /// @notice A millionth of a cent: how far the contracts may be from exact mathematics.
    uint256 public constant TOLERANCE = (1 << IDEAL_BITS) / 1_000_000;

    struct IdealAccount {
        uint256 worth;
        uint256 day;
        uint8 rateClass;
    }

    struct IdealRate {
        uint256 fromDay;
        uint256 dailyFactor;
    }

    mapping(address account => IdealAccount) internal _ideal;
    mapping(uint8 rateClass => IdealRate[]) internal _idealRates;

    /// @notice The exact worth of an account on a day, with 128 fraction bits.
    function idealOn(address account, uint256 day) public view returns (uint256) {
        IdealAccount storage ideal = _ideal[account];
        if (ideal.worth == 0 || ideal.rateClass == EXEMPT || day <= ideal.day) return ideal.worth;
        return ReferenceMath.times(ideal.worth, _factorBetween(ideal.rateClass, ideal.day, day));
    }

    function idealClassOf(address account) external view returns (uint8) {
        return _ideal[account].rateClass;
    }

    /// @dev In order of time, one rate after the other: the contract goes the other way.
    function _factorBetween(uint8 rateClass, uint256 fromDay, uint256 toDay) private view returns (uint256 factor) {
        IdealRate[] storage rates = _idealRates[rateClass];
        factor = ReferenceMath.ONE;
        for (uint256 i = 0; i < rates.length; ++i) {
            uint256 start = rates[i].fromDay > fromDay ? rates[i].fromDay : fromDay;
            uint256 end = i + 1 < rates.length && rates[i + 1].fromDay < toDay ? rates[i + 1].fromDay : toDay;
            if (end <= start) continue;
            factor = ReferenceMath.times(factor, ReferenceMath.power(rates[i].dailyFactor, end - start));
        }
    }
}
