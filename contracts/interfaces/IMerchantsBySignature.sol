// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

import {IMerchantRegistry} from "./IMerchantRegistry.sol";

/// @title Merchants by signature
/// @notice What a shop does in the register without a coin of the network: it signs, and anybody sends it.
/// @dev EIP-712 messages of the registry's domain ("MerchantRegistry", "1"). The account signs itself, or is a contract that
/// accepts the signature (ERC-1271). Each message carries the account's next nonce, so it has its effect once and in
/// order. `commune` is signed as text ("45234"), which wallets show as it is. Deadlines are Unix seconds. What a shop sends
/// itself uses no nonce: a message it signed and nobody sent stays good until its deadline.
interface IMerchantsBySignature {
    /// @notice The deadline of the signed message is over.
    error MerchantSignatureExpired(address account, uint256 deadline);

    /// @notice The signature is not this account's, for this message, registry and chain.
    error MerchantInvalidSignature(address account);

    /// @notice Asks to be listed, as the shop signed: `IMerchantRegistry.applyAsMerchant` for `account`. Anyone.
    /// @dev Signed: `MerchantApplication(address account,uint16 category,string commune,bytes32 recordHash,string recordURI,
    /// uint256 nonce,uint256 deadline)`, without the line break.
    /// @param nonce The account's next one, `nonces(account)`.
    function applyBySignature(
        address account,
        IMerchantRegistry.Details calldata details,
        uint256 nonce,
        uint256 deadline,
        bytes calldata signature
    ) external;

    /// @notice Replaces a shop's details, as it signed: `IMerchantRegistry.updateDetails` for `account`. Anyone.
    /// @dev Signed: `MerchantUpdate`, of the same fields as the application.
    function updateBySignature(
        address account,
        IMerchantRegistry.Details calldata details,
        uint256 nonce,
        uint256 deadline,
        bytes calldata signature
    ) external;

    /// @notice Leaves the register, as the shop signed: `IMerchantRegistry.leave` for `account`. Anyone.
    /// @dev Signed: `MerchantDeparture(address account,uint256 nonce,uint256 deadline)`.
    function leaveBySignature(address account, uint256 nonce, uint256 deadline, bytes calldata signature) external;
}
