// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

/// @title ERC-20 demurrage
/// @notice Money that melts by the UTC day, and whose melted part goes to the token's own account, the demurrage till.
/// @dev Within one UTC day (`block.timestamp / 86400`) balances stand still, so transfers are strict ERC-20. When an
/// account is touched for the first time on a day, the whole cents it has lost since the last time move to the till by
/// an ordinary `Transfer(account, address(this), due)`. Nobody can send to that address by a transfer, hence a transfer to
/// the token itself *is* demurrage, unless it comes from an exempt account, which owes none: then it is a contribution of
/// one of the system's own contracts. The sum of an account's Transfer events is its settled balance; settled balances add
/// up to `totalSupply` exactly. Amounts are base units (cents); days are whole UTC days since 1970-01-01.
interface IERC20Demurrage {
    /// @notice The rate of a class from a day on.
    /// @param fromDay First UTC day that is charged at this rate.
    /// @param yearlyRateBps Part lost in 365 days, in basis points (600 = 6 %).
    /// @param dailyExponent Minus the binary logarithm of what one day leaves of 1, as a binary fixed point with 128
    /// fraction bits.
    struct Rate {
        uint32 fromDay;
        uint16 yearlyRateBps;
        uint128 dailyExponent;
    }

    /// @notice An account changed its rate class; what it owed at the old rate was settled first.
    event RateClassSet(address indexed account, uint8 previousClass, uint8 rateClass);

    /// @notice The council announced the rate of a class for days to come.
    /// @param fromDay First UTC day that is charged at the new rate.
    event RateAnnounced(uint8 indexed rateClass, uint16 yearlyRateBps, uint32 fromDay);

    /// @notice An announced rate was withdrawn before its first day.
    event RateWithdrawn(uint8 indexed rateClass, uint16 yearlyRateBps, uint32 fromDay);

    /// @notice There is no such rate class, its rate is fixed, or this account's class is fixed.
    error ERC20DemurrageInvalidRateClass(uint8 rateClass);

    /// @notice The class of the demurrage till never changes.
    error ERC20DemurrageTillClassFixed();

    /// @notice The rate is above what this token allows for ever.
    error ERC20DemurrageRateAboveCeiling(uint16 yearlyRateBps, uint16 ceilingBps);

    /// @notice The announcement comes too late for that day.
    /// @param earliestDay First UTC day that could be announced now.
    error ERC20DemurrageNoticeTooShort(uint32 fromDay, uint32 earliestDay);

    /// @notice A change of this class is announced already.
    error ERC20DemurrageRatePending(uint8 rateClass, uint32 fromDay);

    /// @notice No change of this class is announced.
    error ERC20DemurrageNoRatePending(uint8 rateClass);

    /// @notice Balances are known for today and for days to come only.
    error ERC20DemurrageDayPassed(uint32 day, uint32 today);

    /// @notice The supply would no longer fit an account.
    error ERC20DemurrageExceededMaxSupply(uint256 supply, uint256 maxSupply);

    /// @notice Moves what these accounts have lost since they were last touched to the demurrage till.
    /// @dev Anyone may call, for any accounts; nobody gains or loses by it. Empty accounts and accounts touched today
    /// are left alone. Never reverts, but for want of gas.
    /// @return due Base units moved in all.
    function settle(address[] calldata accounts) external returns (uint256 due);

    /// @notice The balance as of the account's last Transfer event: what the account's events add up to.
    function settledBalanceOf(address account) external view returns (uint256);

    /// @notice What the account has lost since it was last touched: `settledBalanceOf - balanceOf`, in base units.
    function demurrageDueOf(address account) external view returns (uint256);

    /// @notice What the account will show on a day if nothing moves until then, announced rate changes included.
    /// @dev Rounds down to whole base units. Reverts with `ERC20DemurrageDayPassed` for days before today.
    /// @param day UTC day, `timestamp / 86400`.
    function balanceOfOn(address account, uint32 day) external view returns (uint256);

    /// @notice The stored state of an account, from which its balance on any day follows.
    /// @return worth Base units as a binary fixed point with 48 fraction bits, on `settledDay`.
    /// @return settledDay UTC day the account was last touched on.
    /// @return rateClass 0 ordinary, 1 merchant, 2 exempt.
    function accountOf(address account) external view returns (uint256 worth, uint32 settledDay, uint8 rateClass);

    /// @notice The rates of a class in order of time: the one it began with (from day 0), past changes, and last the
    /// announced one, if any.
    /// @dev Reverts with `ERC20DemurrageInvalidRateClass` for a class other than 0 and 1.
    function ratesOf(uint8 rateClass) external view returns (Rate[] memory);

    /// @notice The highest yearly rate a class can ever have, in basis points.
    function rateCeilingBps() external view returns (uint16);

    /// @notice The current UTC day.
    function today() external view returns (uint32);
}
