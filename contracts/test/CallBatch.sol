// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

/// @notice Many calls in one transaction, as somebody could send the claims of many people. For benchmarks; never deployed.
contract CallBatch {
    error CallFailed(uint256 index);

    function run(address target, bytes[] calldata calls) external {
        for (uint256 i = 0; i < calls.length; ++i) {
            (bool isDone, ) = target.call(calls[i]);
            if (!isDone) revert CallFailed(i);
        }
    }
}
