// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

import {IIssuance} from "../../../contracts/interfaces/IIssuance.sol";
import {RegionalToken} from "../../../contracts/token/RegionalToken.sol";
import {Books} from "../Books.sol";
import {Region} from "../Region.sol";
import {TestBase} from "../TestBase.sol";

/// @notice Acts on a region at random, and knows beforehand what must succeed and what must be refused: anything else
/// fails the run.
abstract contract Handler is TestBase {
    Region internal immutable region;
    Books internal immutable books;
    RegionalToken internal immutable token;

    error ShouldHaveSucceeded(bytes reason);
    error ShouldHaveBeenRefused(bytes4 expected);
    error RefusedForAnotherReason(bytes4 expected, bytes reason);

    constructor(Region region_, Books books_) {
        region = region_;
        books = books_;
        token = region_.token();
    }

    function _open(Books.Kind kind) internal {
        books.open(kind, address(0), address(0), 0, 0);
    }

    function _succeeds(address sender, address target, bytes memory call) internal returns (bytes memory) {
        vm.prank(sender);
        (bool isDone, bytes memory answer) = target.call(call);
        if (!isDone) revert ShouldHaveSucceeded(answer);
        return answer;
    }

    function _isRefused(address sender, address target, bytes memory call, bytes4 expected) internal {
        vm.prank(sender);
        (bool isDone, bytes memory answer) = target.call(call);
        if (isDone) revert ShouldHaveBeenRefused(expected);
        if (bytes4(answer) != expected) revert RefusedForAnotherReason(expected, answer);
        vm.getRecordedLogs(); // forgets events of the call: they are recorded even though it was undone
    }

    /// @dev Succeeds when `expected` is 0, and is refused with this error otherwise.
    function _answers(address sender, address target, bytes memory call, bytes4 expected) internal returns (bool) {
        if (expected == 0) _succeeds(sender, target, call);
        else _isRefused(sender, target, call, expected);
        return expected == 0;
    }

    function _officer(IIssuance.Purpose purpose) internal view returns (address) {
        return purpose == IIssuance.Purpose.Bonus ? region.bonusOfficer() : region.rewardOfficer();
    }

    function _today() internal view returns (uint256) {
        return block.timestamp / 1 days;
    }
}
