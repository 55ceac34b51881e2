// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Demurrage} from "./IERC20Demurrage.sol";
import {Payment} from "./Payment.sol";

/// @title Regional token
/// @notice A region's currency: 1 unit is 1 euro, 2 decimals, every amount in cents. It is capped for ever, melts by the
/// day, and cannot be frozen or taken.
interface IRegionalToken is IERC20, IERC20Demurrage {
    /// @notice Creates currency. Role: MINTER.
    /// @dev Reverts with `ERC20ExceededCap`, or `ERC20InvalidReceiver` for the zero address and the token itself.
    /// @param amount Cents.
    function mint(address to, uint256 amount) external;

    /// @notice Creates currency for many payees at once: all of them or none. Role: MINTER.
    /// @dev One Transfer event per payment. Reverts as `mint` does.
    /// @return total Cents created.
    function mintBatch(Payment[] calldata payments) external returns (uint256 total);

    /// @notice Destroys currency of the caller's own account. Role: BURNER.
    /// @dev Reverts with `ERC20InsufficientBalance`.
    /// @param amount Cents.
    function burn(uint256 amount) external;

    /// @notice Gives currency of the caller's own account to the commons: to the till, where a transfer cannot go. Role:
    /// CONTRIBUTOR.
    /// @dev An ordinary `Transfer(caller, token, amount)`. Who calls it is in an exempt account, which never owes demurrage:
    /// so such an event from there is a contribution, and from any other account demurrage. Reverts with
    /// `ERC20InsufficientBalance`.
    /// @param amount Cents.
    function contribute(uint256 amount) external;

    /// @notice Moves money out of the till. Role: COLLECTOR.
    /// @dev What accounts still owe since they were last touched is not in the till yet. Reverts with
    /// `ERC20InsufficientBalance`, or `ERC20InvalidReceiver` for the zero address and the token itself.
    /// @param amount Cents.
    function collectDemurrage(address to, uint256 amount) external;

    /// @notice Puts an account into a rate class, after settling it at its old rate. Role: CLASSIFIER.
    /// @dev Reverts with `ERC20DemurrageInvalidRateClass` or `ERC20DemurrageTillClassFixed`.
    /// @param rateClass 0 ordinary, 1 merchant, 2 exempt.
    function setRateClass(address account, uint8 rateClass) external;

    /// @notice Announces the rate of a class for days to come, at least 30 days ahead. Role: COUNCIL.
    /// @dev Reverts with `ERC20DemurrageInvalidRateClass`, `ERC20DemurrageRateAboveCeiling`,
    /// `ERC20DemurrageNoticeTooShort` or `ERC20DemurrageRatePending`.
    /// @param rateClass 0 ordinary or 1 merchant.
    /// @param yearlyRateBps Part lost in 365 days, in basis points.
    /// @param fromDay First UTC day that is charged at this rate.
    function announceRate(uint8 rateClass, uint16 yearlyRateBps, uint32 fromDay) external;

    /// @notice Withdraws the announced rate of a class before its first day. Role: COUNCIL.
    /// @dev Reverts with `ERC20DemurrageNoRatePending`.
    function withdrawRate(uint8 rateClass) external;

    /// @notice Metadata of the contract as a `data:` JSON (ERC-7572), fixed at deployment.
    function contractURI() external view returns (string memory);

    /// @notice The most that can ever exist at once, in cents.
    function cap() external view returns (uint256);
}
