// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {ERC20Capped} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Capped.sol";
import {Payment} from "../../../contracts/interfaces/Payment.sol";
import {Books} from "../Books.sol";
import {Region} from "../Region.sol";
import {Handler} from "./Handler.sol";

/// @notice What contracts with the roles of the supply do: mint, burn, collect the demurrage.
contract SupplyHandler is Handler {
    uint256 private constant MOST_MINTED = 50_000_000; // cents
    uint256 private constant MOST_PAYMENTS = 5;

    /// @notice Cents created and destroyed here: without a programme, and without euros.
    uint256 public created;
    uint256 public destroyed;

    constructor(Region region_, Books books_) Handler(region_, books_) {}

    function mint(uint256 toSeed, uint256 amountSeed) external {
        uint256 amount = bound(amountSeed, 0, _mintable());
        books.open(Books.Kind.Mint, address(0), books.person(toSeed), amount, 0);
        _succeeds(region.minter(), address(token), abi.encodeCall(token.mint, (books.person(toSeed), amount)));
        created += amount;
        books.close();
    }

    function mintBatch(uint256 seed, uint256 count) external {
        Payment[] memory payments = new Payment[](bound(count, 0, MOST_PAYMENTS));
        uint256 total;
        for (uint256 i = 0; i < payments.length; ++i) {
            uint256 amount = bound(uint256(keccak256(abi.encode(seed, i))), 0, _mintable() / MOST_PAYMENTS);
            payments[i] = Payment(books.person(seed >> (i * 8)), amount);
            total += amount;
        }
        books.open(Books.Kind.Mint, address(0), address(0), total, 0);
        _succeeds(region.minter(), address(token), abi.encodeCall(token.mintBatch, (payments)));
        created += total;
        books.close();
    }

    function mintAboveCap(uint256 toSeed, uint256 excess) external {
        uint256 amount = token.cap() - token.totalSupply() + bound(excess, 1, type(uint80).max - token.cap());
        Payment[] memory payments = new Payment[](1);
        payments[0] = Payment(books.person(toSeed), amount);
        _open(Books.Kind.Other);
        bytes4 expected = ERC20Capped.ERC20ExceededCap.selector;
        bytes memory single = abi.encodeCall(token.mint, (payments[0].payee, amount));
        _isRefused(region.minter(), address(token), single, expected);
        _isRefused(region.minter(), address(token), abi.encodeCall(token.mintBatch, (payments)), expected);
        books.close();
    }

    function burn(uint256 amountSeed) external {
        address minter = region.minter();
        uint256 amount = bound(amountSeed, 0, token.balanceOf(minter));
        books.open(Books.Kind.Burn, minter, address(0), amount, 0);
        _succeeds(minter, address(token), abi.encodeCall(token.burn, (amount)));
        destroyed += amount;
        books.close();
    }

    function collect(uint256 toSeed, uint256 amountSeed, bool isForBurning) external {
        address to = isForBurning ? region.minter() : books.person(toSeed);
        uint256 amount = bound(amountSeed, 0, token.balanceOf(address(token)));
        books.open(Books.Kind.Collect, address(token), to, amount, 0);
        _succeeds(region.collector(), address(token), abi.encodeCall(token.collectDemurrage, (to, amount)));
        books.close();
    }

    function collectTooMuch(uint256 toSeed, uint256 excess) external {
        address to = books.person(toSeed);
        uint256 till = token.balanceOf(address(token)) + token.demurrageDueOf(to); // settling the payee comes first
        uint256 amount = bound(excess, till + 1, type(uint256).max);
        bytes memory call = abi.encodeCall(token.collectDemurrage, (to, amount));
        _open(Books.Kind.Other);
        _isRefused(region.collector(), address(token), call, IERC20Errors.ERC20InsufficientBalance.selector);
        books.close();
    }

    function _mintable() private view returns (uint256) {
        uint256 room = token.cap() - token.totalSupply();
        return room < MOST_MINTED ? room : MOST_MINTED;
    }
}
