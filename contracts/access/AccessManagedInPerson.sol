// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";

/// @title Access managed, in person
/// @notice `restricted` functions that only take direct calls.
/// @dev `AccessManager.execute` calls the target under the manager's own address. The events would then not say who acted,
/// and whoever holds two roles could approve through the manager what was proposed without it. A member whose role has
/// an execution delay schedules the operation on the manager and calls the function directly once it is due.
abstract contract AccessManagedInPerson is AccessManaged {
    /// @dev Reverts with `AccessManagedUnauthorized` when the caller is the manager.
    function _checkCanCall(address caller, bytes calldata data) internal override {
        if (caller == authority()) revert AccessManagedUnauthorized(caller);
        super._checkCanCall(caller, data);
    }
}
