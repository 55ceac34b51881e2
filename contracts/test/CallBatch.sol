// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

import {Address} from "@openzeppelin/contracts/utils/Address.sol";

/// @notice Many calls in one transaction, as a relay sends signed payments. For benchmarks; never deployed.
contract CallBatch {
    function run(address target, bytes[] calldata calls) external {
        for (uint256 i = 0; i < calls.length; ++i) Address.functionCall(target, calls[i]);
    }
}
