// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

import {IClaims} from "../../contracts/interfaces/IClaims.sol";

/// @notice The claim sheet of a run: four claims, which follow from the run's seed. The lowest 48 bits of a seed are the
/// deadline. The keys of every run are the same four, so that what is signed for one run could be tried in another.
library ClaimTree {
    uint256 internal constant SHEET = 3; // its chunk number
    uint256 internal constant CLAIMS = 4;
    uint256 private constant CLAIMS_PER_SHEET = 128;
    uint256 private constant MOST_AMOUNT = 5_000_000; // cents

    function deadlineOf(uint256 seed) internal pure returns (uint256) {
        return uint48(seed);
    }

    function numberOf(uint256 place) internal pure returns (uint256) {
        return SHEET * CLAIMS_PER_SHEET + place;
    }

    function privateKeyOf(uint256 place) internal pure returns (uint256) {
        return place + 1;
    }

    /// @dev The addresses of the private keys 1 to 4: computing them would take most of the time of a run.
    function claimKeyOf(uint256 place) internal pure returns (address) {
        if (place == 0) return 0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf;
        if (place == 1) return 0x2B5AD5c4795c026514f8317c7a215E218DcCD6cF;
        if (place == 2) return 0x6813Eb9362372EEF6200f3b1dbC3f819671cBA69;
        return 0x1efF47bc3a10a45D4B230B5d10E37751FE6AA718;
    }

    function claimAmount(uint256 seed, uint256 place) internal pure returns (uint256) {
        return 1 + (uint256(keccak256(abi.encode("amount", seed, place))) % MOST_AMOUNT);
    }

    /// @notice What the sheet declares: one in eight a cent less than its claims hold, one in eight a cent more.
    function amountOf(uint256 seed) internal pure returns (uint256 amount) {
        for (uint256 place = 0; place < CLAIMS; ++place) amount += claimAmount(seed, place);
        uint256 lot = uint256(keccak256(abi.encode("lot", seed))) % 8;
        if (lot == 0) --amount;
        if (lot == 1) ++amount;
    }

    function sheet(uint256 seed) internal pure returns (IClaims.ClaimSheet memory) {
        bytes32 root = node(
            node(_claimLeaf(seed, 0), _claimLeaf(seed, 1)),
            node(_claimLeaf(seed, 2), _claimLeaf(seed, 3))
        );
        return IClaims.ClaimSheet(root, CLAIMS, amountOf(seed), deadlineOf(seed));
    }

    function leaf(uint256 seed) internal pure returns (bytes32) {
        return keccak256(bytes.concat(keccak256(abi.encode(SHEET, sheet(seed)))));
    }

    function proof(uint256 seed, uint256 place) internal pure returns (bytes32[] memory path) {
        path = new bytes32[](2);
        path[0] = _claimLeaf(seed, place ^ 1);
        uint256 other = (place & 2) ^ 2;
        path[1] = node(_claimLeaf(seed, other), _claimLeaf(seed, other + 1));
    }

    function node(bytes32 a, bytes32 b) internal pure returns (bytes32) {
        return a < b ? keccak256(bytes.concat(a, b)) : keccak256(bytes.concat(b, a));
    }

    function _claimLeaf(uint256 seed, uint256 place) private pure returns (bytes32) {
        bytes memory words = abi.encode(numberOf(place), claimKeyOf(place), claimAmount(seed, place));
        return keccak256(bytes.concat(keccak256(words)));
    }
}
