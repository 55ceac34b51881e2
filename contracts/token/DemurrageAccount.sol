// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

/// @notice An account of a melting currency, in one storage slot.
/// @dev From the low bits: worth (base units with 48 fraction bits, 128 bits in all), the UTC day it was last settled on
/// (32 bits), its rate class (8 bits). The slot of the demurrage till also counts the rates announced so far for the
/// classes 0 and 1 (16 bits each): the till is loaded anyway whenever something has melted, so knowing that no rate
/// ever changed costs nothing.
type DemurrageAccount is uint256;

using DemurrageAccountLib for DemurrageAccount global;

/// @title Demurrage account
/// @notice Packing of `DemurrageAccount`: masks and shifts, nothing else.
library DemurrageAccountLib {
    uint256 private constant FRACTION_BITS = 48;
    uint256 private constant DAY_SHIFT = 128;
    uint256 private constant CLASS_SHIFT = 160;
    uint256 private constant RATE_COUNT_SHIFT = 168;
    uint256 private constant RATE_COUNT_BITS = 16;
    uint256 private constant WORTH_MASK = (1 << DAY_SHIFT) - 1;
    uint256 private constant WORTH_AND_DAY_MASK = (1 << CLASS_SHIFT) - 1;

    /// @notice Whether this slot was never written.
    function isEmpty(DemurrageAccount self) internal pure returns (bool) {
        return DemurrageAccount.unwrap(self) == 0;
    }

    /// @notice Base units with 48 fraction bits, on the settled day.
    function worth(DemurrageAccount self) internal pure returns (uint256) {
        return DemurrageAccount.unwrap(self) & WORTH_MASK;
    }

    /// @notice Whole base units on the settled day.
    function settledBalance(DemurrageAccount self) internal pure returns (uint256) {
        return worth(self) >> FRACTION_BITS;
    }

    /// @notice Whole base units of a worth.
    function wholeUnits(uint256 worth_) internal pure returns (uint256) {
        return worth_ >> FRACTION_BITS;
    }

    /// @notice UTC day of the last settlement.
    function settledDay(DemurrageAccount self) internal pure returns (uint256) {
        return uint32(DemurrageAccount.unwrap(self) >> DAY_SHIFT);
    }

    /// @notice Rate class.
    function rateClass(DemurrageAccount self) internal pure returns (uint256) {
        return uint8(DemurrageAccount.unwrap(self) >> CLASS_SHIFT);
    }

    /// @notice How many rates were announced for class 0 or 1. Only on the till.
    function rateCount(DemurrageAccount self, uint256 rateClass_) internal pure returns (uint256) {
        // Cannot overflow: the class is 0 or 1.
        unchecked {
            return uint16(DemurrageAccount.unwrap(self) >> (RATE_COUNT_SHIFT + RATE_COUNT_BITS * rateClass_));
        }
    }

    /// @notice The same account with another worth and settled day.
    /// @param worth_ Below 2^128.
    /// @param day Below 2^32.
    function settled(DemurrageAccount self, uint256 worth_, uint256 day) internal pure returns (DemurrageAccount) {
        return
            DemurrageAccount.wrap((DemurrageAccount.unwrap(self) & ~WORTH_AND_DAY_MASK) | (day << DAY_SHIFT) | worth_);
    }

    /// @notice The same account with `amount` base units more.
    /// @dev The caller makes sure that the sum is below 2^80 base units.
    function plus(DemurrageAccount self, uint256 amount) internal pure returns (DemurrageAccount) {
        unchecked {
            return DemurrageAccount.wrap(DemurrageAccount.unwrap(self) + (amount << FRACTION_BITS));
        }
    }

    /// @notice The same account with `amount` base units less.
    /// @dev The caller makes sure that it holds them.
    function minus(DemurrageAccount self, uint256 amount) internal pure returns (DemurrageAccount) {
        unchecked {
            return DemurrageAccount.wrap(DemurrageAccount.unwrap(self) - (amount << FRACTION_BITS));
        }
    }

    /// @notice The same account in another rate class.
    function withRateClass(DemurrageAccount self, uint256 rateClass_) internal pure returns (DemurrageAccount) {
        uint256 cleared = DemurrageAccount.unwrap(self) & ~(uint256(type(uint8).max) << CLASS_SHIFT);
        return DemurrageAccount.wrap(cleared | (rateClass_ << CLASS_SHIFT));
    }

    /// @notice The till with one announced rate more or less in class 0 or 1.
    function withRateCount(
        DemurrageAccount self,
        uint256 rateClass_,
        uint256 count
    ) internal pure returns (DemurrageAccount) {
        uint256 shift = RATE_COUNT_SHIFT + RATE_COUNT_BITS * rateClass_;
        uint256 cleared = DemurrageAccount.unwrap(self) & ~(uint256(type(uint16).max) << shift);
        return DemurrageAccount.wrap(cleared | (count << shift));
    }
}
