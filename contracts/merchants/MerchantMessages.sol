// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

import {IMerchantRegistry} from "../interfaces/IMerchantRegistry.sol";

/// @title Messages of merchants
/// @notice The EIP-712 hashes of what shops sign; `sdk/merchants/messages.ts` writes the same for wallets.
library MerchantMessages {
    // The compiler hashes them.
    // solhint-disable gas-small-strings
    bytes32 private constant APPLICATION_TYPEHASH = keccak256(
        "MerchantApplication(address account,uint16 category,string commune,bytes32 recordHash,string recordURI,uint256 nonce,uint256 deadline)"
    );
    bytes32 private constant UPDATE_TYPEHASH = keccak256(
        "MerchantUpdate(address account,uint16 category,string commune,bytes32 recordHash,string recordURI,uint256 nonce,uint256 deadline)"
    );
    bytes32 private constant DEPARTURE_TYPEHASH = keccak256(
        "MerchantDeparture(address account,uint256 nonce,uint256 deadline)"
    );
    // solhint-enable gas-small-strings

    function application(
        address account,
        IMerchantRegistry.Details calldata details,
        uint256 nonce,
        uint256 deadline
    ) internal pure returns (bytes32) {
        return _details(APPLICATION_TYPEHASH, account, details, nonce, deadline);
    }

    function update(
        address account,
        IMerchantRegistry.Details calldata details,
        uint256 nonce,
        uint256 deadline
    ) internal pure returns (bytes32) {
        return _details(UPDATE_TYPEHASH, account, details, nonce, deadline);
    }

    function departure(address account, uint256 nonce, uint256 deadline) internal pure returns (bytes32) {
        return keccak256(abi.encode(DEPARTURE_TYPEHASH, account, nonce, deadline));
    }

    function _details(
        bytes32 typeHash,
        address account,
        IMerchantRegistry.Details calldata details,
        uint256 nonce,
        uint256 deadline
    ) private pure returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    typeHash,
                    account,
                    details.category,
                    keccak256(abi.encodePacked(details.commune)), // its five characters, as a string
                    details.recordHash,
                    keccak256(bytes(details.recordURI)),
                    nonce,
                    deadline
                )
            );
    }
}
