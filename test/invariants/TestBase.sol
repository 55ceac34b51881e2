// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

/// @notice An event, as the virtual machine hands it back.
struct RecordedLog {
    bytes32[] topics;
    bytes data;
    address emitter;
}

/// @notice The cheat codes our Solidity tests use. forge-std has no official npm package.
interface Vm {
    function warp(uint256 timestamp) external;
    function prank(address sender) external;
    function assume(bool condition) external pure;
    function recordLogs() external;
    function getRecordedLogs() external returns (RecordedLog[] memory);
    function addr(uint256 key) external pure returns (address);
    function sign(uint256 key, bytes32 digest) external pure returns (uint8 v, bytes32 r, bytes32 s);
}

/// @notice What every Solidity test and handler stands on.
abstract contract TestBase {
    Vm internal constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    error NotEqual(string what, uint256 actual, uint256 expected);
    error Above(string what, uint256 actual, uint256 most);
    error Untrue(string what);

    /// @dev A number from `low` to `high`, both included; small and large seeds reach the ends.
    function bound(uint256 seed, uint256 low, uint256 high) internal pure returns (uint256) {
        if (seed >= low && seed <= high) return seed;
        uint256 size = high - low + 1;
        return size == 0 ? seed : low + (seed % size);
    }

    function assertEq(string memory what, uint256 actual, uint256 expected) internal pure {
        if (actual != expected) revert NotEqual(what, actual, expected);
    }

    function assertLe(string memory what, uint256 actual, uint256 most) internal pure {
        if (actual > most) revert Above(what, actual, most);
    }

    function assertTrue(string memory what, bool condition) internal pure {
        if (!condition) revert Untrue(what);
    }
}
