// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {IAuthorizationBatch} from "../interfaces/IAuthorizationBatch.sol";

/// @notice A payer that is a contract (ERC-1271), well-behaved or not. For tests; never deployed.
contract ContractPayer is IERC1271 {
    enum Manner {
        Owner, // asks for its owner's signature, however long the text around it
        Burner, // burns all gas it is given
        Bomber, // reverts with as much data as its gas pays for
        Reentrant // sends the same payment through the batch before it says yes
    }

    uint256 private constant BOMB_BYTES = 120_000;

    address private immutable _owner;
    Manner private immutable _manner;
    IAuthorizationBatch private immutable _batch;
    IAuthorizationBatch.Authorization[] private _again;

    constructor(address owner, Manner manner, IAuthorizationBatch batch) {
        _owner = owner;
        _manner = manner;
        _batch = batch;
    }

    /// @notice What it will try to send from within.
    function prepare(IAuthorizationBatch.Authorization calldata again) external {
        _again.push(again);
    }

    function isValidSignature(bytes32 hash, bytes calldata signature) external view returns (bytes4) {
        if (_manner == Manner.Burner) {
            while (true) {}
        }
        if (_manner == Manner.Bomber) {
            assembly ("memory-safe") {
                revert(mload(0x40), BOMB_BYTES)
            }
        }
        if (_manner == Manner.Reentrant) {
            bytes memory call = abi.encodeCall(_batch.transferWithAuthorizations, (_again));
            (bool isDone, ) = address(_batch).staticcall(call);
            if (isDone) return IERC1271.isValidSignature.selector;
        }
        bool isOwners = ECDSA.recoverCalldata(hash, signature[:65]) == _owner;
        return isOwners ? IERC1271.isValidSignature.selector : bytes4(0);
    }
}
