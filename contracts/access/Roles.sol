// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

/// @title Roles
/// @notice Every role of a region's currency, once. Who holds them is kept by one OpenZeppelin `AccessManager`, where
/// each role carries the name of its constant as its label.
/// @dev Ids are part of the public interface of a deployment: never renumber, only append. `ADMIN_ROLE` (0) of the
/// manager, which grants and revokes all the others, is held by the council.
library Roles {
    /// @notice The regional council: opens programmes, announces rate changes, reopens issuing.
    uint64 internal constant COUNCIL = 1;

    /// @notice Attests that euros were deposited for a programme.
    uint64 internal constant TREASURER = 2;

    /// @notice Proposes and pays runs of bonus programmes.
    uint64 internal constant BONUS_OFFICER = 3;

    /// @notice Proposes and pays runs of reward, subsidy and voucher programmes.
    uint64 internal constant REWARD_OFFICER = 4;

    /// @notice Approves runs that somebody else proposed.
    uint64 internal constant APPROVER = 5;

    /// @notice Keeps the register of merchants and of the structures the council funds.
    uint64 internal constant REGISTRAR = 6;

    /// @notice Reviews the evidence sent in for bounties.
    uint64 internal constant REVIEWER = 7;

    /// @notice Closes issuing at once.
    uint64 internal constant GUARDIAN = 8;

    /// @notice Creates currency: held by the system's own contracts alone.
    uint64 internal constant MINTER = 9;

    /// @notice Sets the rate class of accounts: held by the merchant registry.
    uint64 internal constant CLASSIFIER = 10;

    /// @notice Moves the demurrage out of its till: held by the commons fund.
    uint64 internal constant COLLECTOR = 11;

    /// @notice Destroys currency of its own account: held by the system's own contracts alone.
    uint64 internal constant BURNER = 12;

    /// @notice Gives currency of its own account to the commons: held by the contract that takes a fee for them.
    uint64 internal constant CONTRIBUTOR = 13;
}
