// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {Books} from "../Books.sol";
import {Region} from "../Region.sol";
import {Handler} from "./Handler.sol";

/// @notice What holders do, and anybody: pay, approve, settle.
contract PaymentHandler is Handler {
    uint256 private constant MOST_SETTLED = 6;

    constructor(Region region_, Books books_) Handler(region_, books_) {}

    function pay(uint256 fromSeed, uint256 toSeed, uint256 amountSeed) external {
        address from = books.person(fromSeed);
        _pay(from, books.person(toSeed), bound(amountSeed, 0, token.balanceOf(from)));
    }

    function payAll(uint256 fromSeed, uint256 toSeed) external {
        address from = books.person(fromSeed);
        _pay(from, books.person(toSeed), token.balanceOf(from));
    }

    function payNothing(uint256 fromSeed, uint256 toSeed) external {
        _pay(books.person(fromSeed), books.person(toSeed), 0);
    }

    function payOneself(uint256 seed, uint256 amountSeed) external {
        address person = books.person(seed);
        _pay(person, person, bound(amountSeed, 0, token.balanceOf(person)));
    }

    /// @dev To the one account that burns and collects, which is no person.
    function payMinter(uint256 fromSeed, uint256 amountSeed) external {
        address from = books.person(fromSeed);
        _pay(from, region.minter(), bound(amountSeed, 0, token.balanceOf(from)));
    }

    function payTooMuch(uint256 fromSeed, uint256 toSeed, uint256 excess) external {
        address from = books.person(fromSeed);
        uint256 balance = token.balanceOf(from);
        bytes memory call = abi.encodeCall(
            IERC20.transfer,
            (books.person(toSeed), bound(excess, balance + 1, type(uint256).max))
        );
        _open(Books.Kind.Other);
        _isRefused(from, address(token), call, IERC20Errors.ERC20InsufficientBalance.selector);
        books.close();
    }

    function payTheTill(uint256 fromSeed, uint256 amountSeed) external {
        address from = books.person(fromSeed);
        bytes memory call = abi.encodeCall(
            IERC20.transfer,
            (address(token), bound(amountSeed, 0, token.balanceOf(from)))
        );
        _open(Books.Kind.Other);
        _isRefused(from, address(token), call, IERC20Errors.ERC20InvalidReceiver.selector);
        books.close();
    }

    function payByAllowance(uint256 ownerSeed, uint256 spenderSeed, uint256 toSeed, uint256 amountSeed) external {
        (address owner, address spender) = (books.person(ownerSeed), books.person(spenderSeed));
        address to = books.person(toSeed);
        uint256 amount = bound(amountSeed, 0, token.balanceOf(owner));
        _succeeds(owner, address(token), abi.encodeCall(IERC20.approve, (spender, amount)));
        books.open(Books.Kind.Transfer, owner, to, amount, 0);
        _succeeds(spender, address(token), abi.encodeCall(IERC20.transferFrom, (owner, to, amount)));
        books.close();
        assertEq("allowance left", token.allowance(owner, spender), 0);
    }

    function settle(uint256 seed, uint256 count) external {
        address[] memory some = new address[](bound(count, 0, MOST_SETTLED));
        for (uint256 i = 0; i < some.length; ++i) some[i] = books.person(seed >> (i * 8));
        _open(Books.Kind.Settle);
        _succeeds(address(this), address(token), abi.encodeCall(token.settle, (some)));
        books.close();
    }

    function _pay(address from, address to, uint256 amount) private {
        books.open(Books.Kind.Transfer, from, to, amount, 0);
        _succeeds(from, address(token), abi.encodeCall(IERC20.transfer, (to, amount)));
        books.close();
    }
}
