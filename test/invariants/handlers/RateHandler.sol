// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

import {IERC20Demurrage} from "../../../contracts/interfaces/IERC20Demurrage.sol";
import {Books} from "../Books.sol";
import {ReferenceMath} from "../ReferenceMath.sol";
import {Region} from "../Region.sol";
import {Handler} from "./Handler.sol";

/// @notice Changes of rates and of rate classes.
contract RateHandler is Handler {
    uint256 private constant NOTICE_DAYS = 30;
    uint256 private constant MOST_NOTICE_DAYS = 400;

    constructor(Region region_, Books books_) Handler(region_, books_) {}

    function announce(uint8 classSeed, uint256 rateSeed, uint256 delaySeed) external {
        uint8 rateClass = classSeed % 2;
        uint32 fromDay = uint32(_today() + bound(delaySeed, NOTICE_DAYS, MOST_NOTICE_DAYS));
        (bool isPending, ) = _pendingOf(rateClass);
        bytes4 expected = isPending ? IERC20Demurrage.ERC20DemurrageRatePending.selector : bytes4(0);
        bytes memory call = abi.encodeCall(token.announceRate, (rateClass, ReferenceMath.someRate(rateSeed), fromDay));
        books.open(Books.Kind.Rate, address(0), address(0), 0, fromDay);
        _answers(region.council(), address(token), call, expected);
        books.close();
    }

    function announceTooLate(uint8 classSeed, uint256 rateSeed, uint256 delaySeed) external {
        uint32 fromDay = uint32(bound(delaySeed, _today() - NOTICE_DAYS, _today() + NOTICE_DAYS - 1));
        bytes memory call = abi.encodeCall(
            token.announceRate,
            (classSeed % 2, ReferenceMath.someRate(rateSeed), fromDay)
        );
        _open(Books.Kind.Other);
        _isRefused(region.council(), address(token), call, IERC20Demurrage.ERC20DemurrageNoticeTooShort.selector);
        books.close();
    }

    function announceTooMuch(uint8 classSeed, uint256 rateSeed) external {
        uint16 bps = uint16(bound(rateSeed, uint256(region.CEILING_BPS()) + 1, type(uint16).max));
        bytes memory call = abi.encodeCall(token.announceRate, (classSeed % 2, bps, uint32(_today() + NOTICE_DAYS)));
        _open(Books.Kind.Other);
        _isRefused(region.council(), address(token), call, IERC20Demurrage.ERC20DemurrageRateAboveCeiling.selector);
        books.close();
    }

    function withdraw(uint8 classSeed) external {
        uint8 rateClass = classSeed % 2;
        (bool isPending, uint256 fromDay) = _pendingOf(rateClass);
        bytes4 expected = isPending ? bytes4(0) : IERC20Demurrage.ERC20DemurrageNoRatePending.selector;
        books.open(Books.Kind.Rate, address(0), address(0), 0, isPending ? fromDay : 0);
        _answers(region.council(), address(token), abi.encodeCall(token.withdrawRate, (rateClass)), expected);
        books.close();
    }

    /// @dev Of the people that are no merchants; the registry keeps the class of the others.
    function setClass(uint256 personSeed, uint8 classSeed) external {
        address person = books.person(4 + (personSeed % 4));
        _open(Books.Kind.Settle);
        _succeeds(region.classifier(), address(token), abi.encodeCall(token.setRateClass, (person, classSeed % 3)));
        books.close();
    }

    function _pendingOf(uint8 rateClass) private view returns (bool isPending, uint256 fromDay) {
        IERC20Demurrage.Rate[] memory rates = token.ratesOf(rateClass);
        fromDay = rates[rates.length - 1].fromDay;
        isPending = fromDay > _today();
    }
}
