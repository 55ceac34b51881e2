// SPDX-License-Identifier: EUPL-1.2
pragma solidity 0.8.34;

import {IERC3009} from "@openzeppelin/contracts/interfaces/draft-IERC3009.sol";
import {IAuthorizationBatch} from "../interfaces/IAuthorizationBatch.sol";

/// @dev The token's other form of the call: payers may be contracts.
interface ITransferSignedInBytes {
    function transferWithAuthorization(
        address from,
        address to,
        uint256 value,
        uint256 validAfter,
        uint256 validBefore,
        bytes32 nonce,
        bytes calldata signature
    ) external;
}

/// @title Authorization batch
/// @notice Makes many signed payments in one transaction; one that cannot be made never keeps back the others.
/// @dev Stateless. Nothing here can be entered again to any effect: the token runs no code of payees, and code of a payer
/// only to check its signature, by a static call.
contract AuthorizationBatch is IAuthorizationBatch {
    /// @notice Gas each payment is tried with; twice at most, when the payer is a contract.
    /// @dev Nearly twice what the dearest payment by a key costs (both sides settling, a new payee, a new key of numbers, ten
    /// rates announced since). The rest is for contract wallets, and bounds what one of them can waste.
    uint256 public constant GAS_PER_ATTEMPT = 250_000;

    /// @dev A call hands on 63/64 of what is left, once it has paid for itself: 2,600 at most.
    uint256 private constant GAS_BEFORE_ATTEMPT = (GAS_PER_ATTEMPT * 64) / 63 + 5_000;

    uint256 private constant KEY_SIGNATURE_BYTES = 65;

    /// @notice The currency that is paid in.
    IERC3009 public immutable token;

    constructor(IERC3009 token_) {
        token = token_;
    }

    /// @inheritdoc IAuthorizationBatch
    function transferWithAuthorizations(Authorization[] calldata authorizations) external returns (uint256 madeCount) {
        for (uint256 i = 0; i < authorizations.length; ++i) {
            Authorization calldata authorization = authorizations[i];
            (bool isMade, bytes memory reason) = _make(authorization, i);
            if (isMade) ++madeCount;
            else emit AuthorizationSkipped(authorization.from, authorization.nonce, reason);
        }
    }

    /// @dev First as a key's signature, if it may be one: asking whether the payer is a contract costs 2,600. A contract's
    /// signature may have the same length, so the token is asked again for a payer with code; the second reason counts.
    function _make(
        Authorization calldata authorization,
        uint256 index
    ) private returns (bool isMade, bytes memory reason) {
        bytes calldata signature = authorization.signature;
        if (signature.length == KEY_SIGNATURE_BYTES) {
            (isMade, reason) = _try(_signedByKey(authorization, signature), index);
            if (isMade || authorization.from.code.length == 0) return (isMade, reason);
        }
        return
            _try(
                abi.encodeCall(
                    ITransferSignedInBytes.transferWithAuthorization,
                    (
                        authorization.from,
                        authorization.to,
                        authorization.value,
                        authorization.validAfter,
                        authorization.validBefore,
                        authorization.nonce,
                        signature
                    )
                ),
                index
            );
    }

    /// @dev The token answers with errors of its own alone, so a reason is short whatever a payer's contract returned.
    function _try(bytes memory data, uint256 index) private returns (bool isMade, bytes memory reason) {
        if (gasleft() < GAS_BEFORE_ATTEMPT) revert AuthorizationBatchGasTooLow(index, GAS_BEFORE_ATTEMPT);
        // solhint-disable-next-line avoid-low-level-calls
        (isMade, reason) = address(token).call{gas: GAS_PER_ATTEMPT}(data);
    }

    /// @dev The call `transferWithAuthorization(from, to, value, validAfter, validBefore, nonce, v, r, s)`. Its first six words
    /// lie in the calldata as the token expects them, and so do r and s: Solidity's own encoding, word by word, would cost 900
    /// gas more. The compiler has checked that they are there, the caller that the signature has its 65 bytes; the token
    /// checks every word.
    function _signedByKey(
        Authorization calldata authorization,
        bytes calldata signature
    ) private pure returns (bytes memory data) {
        bytes4 selector = IERC3009.transferWithAuthorization.selector;
        assembly ("memory-safe") {
            data := mload(0x40)
            mstore(data, 292) // bytes of the call: the selector, then nine words
            mstore(add(data, 32), selector)
            calldatacopy(add(data, 36), authorization, 192)
            mstore(add(data, 228), byte(0, calldataload(add(signature.offset, 64)))) // v
            calldatacopy(add(data, 260), signature.offset, 64) // r, s
            mstore(0x40, add(data, 352)) // to the next whole word
        }
    }
}
