// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

/// @notice One line of a payment run.
/// @param payee Account that is paid.
/// @param amount Base units (cents).
struct Payment {
    address payee;
    uint256 amount;
}
