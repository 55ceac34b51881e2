// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

import {Books} from "../Books.sol";
import {Region} from "../Region.sol";
import {Handler} from "./Handler.sol";

/// @notice Time: from 0 seconds to 100 years, and clocks that step back, as on a chain that reorganises.
contract ClockHandler is Handler {
    uint256 private constant BEGINNING = 1_893_456_000; // 2030-01-01

    constructor(Region region_, Books books_) Handler(region_, books_) {}

    function passSeconds(uint256 seed) external {
        _setClock(block.timestamp + bound(seed, 0, 2 days));
    }

    function passDays(uint256 seed) external {
        _setClock(block.timestamp + bound(seed, 1, 60) * 1 days);
    }

    /// @dev A year or two, so that not everything has melted after some hundred calls; one time in eight up to 100 years.
    function jump(uint256 seed, uint8 lot) external {
        _setClock(block.timestamp + bound(seed, 0, lot % 8 == 0 ? 100 * 365 days : 2 * 365 days));
    }

    function stepBack(uint256 seed) external {
        uint256 most = block.timestamp - BEGINNING;
        _setClock(block.timestamp - bound(seed, 0, most < 40 days ? most : 40 days));
    }

    function _setClock(uint256 timestamp) private {
        _open(Books.Kind.Clock);
        vm.warp(timestamp);
        books.close();
    }
}
