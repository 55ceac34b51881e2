// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IMerchantRegistry} from "../../../contracts/interfaces/IMerchantRegistry.sol";
import {IRedemptions} from "../../../contracts/interfaces/IRedemptions.sol";
import {Redemptions} from "../../../contracts/issuance/Redemptions.sol";
import {Books} from "../Books.sol";
import {Calendar} from "../Calendar.sol";
import {Region} from "../Region.sol";
import {Handler} from "./Handler.sol";

/// @notice Shops that ask for euros, too much among them, and take it back; the treasurer who confirms, twice or with a used
/// transfer, and refuses; the council that changes fee and allowance.
contract RedemptionsHandler is Handler {
    uint256 private constant MOST_ALLOWANCE = 5_000_000; // cents
    uint256 private constant ASKING = 6; // the first four people may be shops

    /// @notice What this handler saw happen, beside what the contract says. Cents.
    mapping(uint256 requestId => uint256) public timesSettled;
    uint256 public donated;

    mapping(address shop => mapping(uint256 month => uint256)) private _askedFor;
    uint256 private _orders;

    Redemptions private immutable redemptions;

    constructor(Region region_, Books books_) Handler(region_, books_) {
        redemptions = region_.redemptions();
    }

    /// @dev One request in eight is for more than the allowance, one for more than there is, one at a fee not agreed.
    function request(uint256 shopSeed, uint256 amountSeed, uint8 lot) external {
        address shop = books.person(shopSeed % ASKING);
        (uint256 balance, uint256 left) = (token.balanceOf(shop), leftOf(shop));
        uint256 amount = bound(amountSeed, 0, balance < left ? balance : left);
        if (lot % 8 == 0) amount = left + bound(amountSeed, 1, MOST_ALLOWANCE);
        if (lot % 8 == 1) amount = balance + bound(amountSeed, 1, MOST_ALLOWANCE);
        uint16 feeBps = redemptions.feeBps();
        uint16 mostFeeBps = lot % 8 == 2 && feeBps != 0 ? feeBps - 1 : feeBps;
        bytes4 expected = _whyNotRequested(shop, amount, mostFeeBps);
        _succeeds(shop, address(token), abi.encodeCall(token.approve, (address(redemptions), amount)));
        if (expected == 0) books.open(Books.Kind.Transfer, shop, address(redemptions), amount, 0);
        else _open(Books.Kind.Other);
        bytes memory call = abi.encodeCall(IRedemptions.request, (amount, mostFeeBps));
        if (_answers(shop, address(redemptions), call, expected)) _askedFor[shop][_month()] += amount;
        books.close();
    }

    function cancel(uint256 requestSeed, bool isByShop) external {
        (uint256 id, IRedemptions.Request memory asked) = _request(requestSeed);
        if (id == 0) return;
        bytes4 expected = _whySettled(asked);
        if (expected == 0 && !isByShop) expected = IRedemptions.RedemptionOfAnotherShop.selector;
        address sender = isByShop ? asked.shop : region.treasurer();
        _giveBack(sender, asked, abi.encodeCall(IRedemptions.cancel, (id)), expected);
    }

    function refuse(uint256 requestSeed, uint16 reasonSeed, bool isReasoned) external {
        (uint256 id, IRedemptions.Request memory asked) = _request(requestSeed);
        if (id == 0) return;
        uint16 reason = isReasoned ? uint16(bound(reasonSeed, 1, type(uint16).max)) : 0;
        bytes4 expected = _whySettled(asked);
        if (expected == 0 && reason == 0) expected = IRedemptions.RedemptionMissingReason.selector;
        _giveBack(region.treasurer(), asked, abi.encodeCall(IRedemptions.refuse, (id, reason)), expected);
    }

    /// @dev One in eight names no transfer, one a transfer that was used.
    function confirm(uint256 requestSeed, uint8 lot) external {
        (uint256 id, IRedemptions.Request memory asked) = _request(requestSeed);
        if (id == 0) return;
        bytes32 order = keccak256(abi.encode("transfer", _orders + 1));
        bytes4 expected = _whySettled(asked);
        if (lot % 8 == 0) order = 0;
        if (lot % 8 == 1 && _orders != 0) order = keccak256(abi.encode("transfer", _orders));
        if (expected == 0 && order == 0) expected = IRedemptions.RedemptionMissingOrder.selector;
        if (expected == 0 && lot % 8 == 1 && _orders != 0) expected = IRedemptions.RedemptionOrderUsed.selector;
        uint256 net = expected == 0 ? asked.amount - asked.fee : 0;
        books.open(Books.Kind.Burn, address(redemptions), address(0), net, 0);
        bytes memory call = abi.encodeCall(IRedemptions.confirm, (id, order));
        uint256 till = token.balanceOf(address(token));
        if (_answers(region.treasurer(), address(redemptions), call, expected)) {
            ++timesSettled[id];
            ++_orders;
            assertEq("fee in the till", token.balanceOf(address(token)), till + asked.fee);
        }
        books.close();
    }

    function decide(uint16 feeSeed, uint256 allowanceSeed, uint8 lot) external {
        uint16 ceiling = redemptions.feeCeilingBps();
        bool isTooMuch = lot % 8 == 0;
        uint16 feeBps = uint16(isTooMuch ? bound(feeSeed, ceiling + 1, type(uint16).max) : bound(feeSeed, 0, ceiling));
        bytes4 expected = isTooMuch ? IRedemptions.RedemptionFeeAboveCeiling.selector : bytes4(0);
        _open(Books.Kind.Other);
        _answers(region.council(), address(redemptions), abi.encodeCall(IRedemptions.setFee, (feeBps)), expected);
        uint80 allowance = uint80(bound(allowanceSeed, 0, MOST_ALLOWANCE));
        bytes memory call = abi.encodeCall(IRedemptions.setMonthlyAllowance, (allowance));
        _succeeds(region.council(), address(redemptions), call);
        books.close();
    }

    /// @dev Money that nobody waits for, in the account of those who wait.
    function donate(uint256 fromSeed, uint256 amountSeed) external {
        address from = books.person(fromSeed);
        uint256 amount = bound(amountSeed, 0, token.balanceOf(from));
        books.open(Books.Kind.Transfer, from, address(redemptions), amount, 0);
        _succeeds(from, address(token), abi.encodeCall(token.transfer, (address(redemptions), amount)));
        donated += amount;
        books.close();
    }

    /// @notice What a shop can still ask for this month.
    function leftOf(address shop) public view returns (uint256) {
        uint256 asked = _askedFor[shop][_month()];
        uint256 allowance = redemptions.monthlyAllowance();
        return asked < allowance ? allowance - asked : 0;
    }

    function _giveBack(address sender, IRedemptions.Request memory asked, bytes memory call, bytes4 expected) private {
        if (expected == 0) books.open(Books.Kind.Transfer, address(redemptions), asked.shop, asked.amount, 0);
        else _open(Books.Kind.Other);
        if (_answers(sender, address(redemptions), call, expected)) {
            ++timesSettled[asked.requestId];
            _askedFor[asked.shop][Calendar.monthOf(asked.requestedAt)] -= asked.amount;
        }
        books.close();
    }

    function _request(uint256 seed) private view returns (uint256 id, IRedemptions.Request memory asked) {
        uint256 count = redemptions.requestCount();
        if (count == 0) return (0, asked);
        id = bound(seed, 1, count);
        asked = redemptions.requestOf(id);
    }

    function _whyNotRequested(address shop, uint256 amount, uint16 mostFeeBps) private view returns (bytes4) {
        IMerchantRegistry.Status status = region.registry().merchantOf(shop).status;
        bool isShop = status == IMerchantRegistry.Status.Approved || status == IMerchantRegistry.Status.Suspended;
        if (!isShop) return IRedemptions.RedemptionNotAShop.selector;
        if (amount == 0) return IRedemptions.RedemptionInvalidAmount.selector;
        if (mostFeeBps < redemptions.feeBps()) return IRedemptions.RedemptionFeeNotAgreed.selector;
        if (amount > leftOf(shop)) return IRedemptions.RedemptionAllowanceExceeded.selector;
        return amount > token.balanceOf(shop) ? IERC20Errors.ERC20InsufficientBalance.selector : bytes4(0);
    }

    function _whySettled(IRedemptions.Request memory asked) private view returns (bytes4) {
        bool isSettled = timesSettled[asked.requestId] != 0;
        return isSettled ? IRedemptions.RedemptionUnexpectedState.selector : bytes4(0);
    }

    function _month() private view returns (uint256) {
        return Calendar.monthOf(block.timestamp);
    }
}
