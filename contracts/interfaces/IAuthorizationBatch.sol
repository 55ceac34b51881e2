// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

/// @title Authorization batch
/// @notice Makes many signed payments in one transaction; one that cannot be made never keeps back the others.
/// @dev For whoever sends payments for others. It has no owner, no role and no storage, and money only ever goes from
/// payers to payees past it: the signature alone moves it, as when the token is called directly.
interface IAuthorizationBatch {
    /// @notice A payment its holder signed: the arguments of the token's `transferWithAuthorization`.
    /// @param value Cents.
    /// @param validAfter Unix second after which it may be made.
    /// @param validBefore Unix second before which it may be made.
    /// @param nonce Number of the payment: a key of 192 bits, and a place in its sequence of 64.
    /// @param signature 65 bytes of a key (r, s, v), or what the payer's contract takes for one (ERC-1271).
    struct Authorization {
        address from;
        address to;
        uint256 value;
        uint256 validAfter;
        uint256 validBefore;
        bytes32 nonce;
        bytes signature;
    }

    /// @notice A payment was not made. It can be sent again if the cause goes away.
    /// @param reason Error of the token; empty when the payment used up the gas it is given.
    event AuthorizationSkipped(address indexed from, bytes32 indexed nonce, bytes reason);

    /// @notice The transaction has too little gas left to try this payment fairly: nothing was done. Send it with more.
    /// @param index Place of the payment in the list, from 0.
    /// @param gasNeeded Gas that has to be left before it is tried.
    error AuthorizationBatchGasTooLow(uint256 index, uint256 gasNeeded);

    /// @notice Tries each payment in turn: those that can be made are, each of the others is skipped with an event.
    /// Anybody may call.
    /// @dev Every payment is tried with the same gas, 250,000, so its outcome depends on itself alone. One that needs more,
    /// because the payer's contract is costly, is skipped here; the token itself takes it. The whole reverts with
    /// `AuthorizationBatchGasTooLow` when that much is not left: a node's estimate takes it into account.
    /// @return madeCount How many payments were made.
    function transferWithAuthorizations(Authorization[] calldata authorizations) external returns (uint256 madeCount);
}
