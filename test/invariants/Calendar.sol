// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

/// @notice The months of the calendar, found by counting leap years: another way than the contract's.
library Calendar {
    uint256 private constant FIRST_YEAR = 1970;

    /// @notice A number for each UTC month, from January 1970 on.
    function monthOf(uint256 timestamp) internal pure returns (uint256 month) {
        uint256 day = timestamp / 1 days;
        uint256 year = FIRST_YEAR + day / 366;
        while (_firstDay(year + 1) <= day) ++year;
        month = (year - FIRST_YEAR) * 12;
        uint256 isLeap = _firstDay(year + 1) - _firstDay(year) - 365;
        uint8[12] memory lengths = [31, uint8(28 + isLeap), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        uint256 left = day - _firstDay(year);
        for (uint256 i = 0; left >= lengths[i]; ++i) {
            left -= lengths[i];
            ++month;
        }
    }

    /// @dev The first day of a year, in days since 1970.
    function _firstDay(uint256 year) private pure returns (uint256) {
        return (year - FIRST_YEAR) * 365 + _leapYearsBefore(year) - _leapYearsBefore(FIRST_YEAR);
    }

    function _leapYearsBefore(uint256 year) private pure returns (uint256) {
        uint256 last = year - 1;
        return last / 4 - last / 100 + last / 400;
    }
}
