// SPDX-License-Identifier: EUPL-1.2
pragma solidity 0.8.34;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {ERC20TransferAuthorization} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20TransferAuthorization.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {DateTimeLib} from "solady/src/utils/DateTimeLib.sol";
import {AccessManagedInPerson} from "../access/AccessManagedInPerson.sol";
import {IMerchantRegistry} from "../interfaces/IMerchantRegistry.sol";
import {IRedemptions} from "../interfaces/IRedemptions.sol";
import {IRegionalToken} from "../interfaces/IRegionalToken.sol";

/// @notice What a region decides about getting out to euros.
/// @param feeBps Fee at first, in basis points.
/// @param feeCeilingBps Highest fee there can ever be, in basis points; at most 2,000.
/// @param monthlyAllowance The most a shop can ask for in a month at first, in cents.
struct RedemptionParameters {
    uint16 feeBps;
    uint16 feeCeilingBps;
    uint80 monthlyAllowance;
}

/// @title Redemptions
/// @notice How shops get out to euros.
/// @dev Holds the token's BURNER and CONTRIBUTOR roles, and in an exempt account of its own what waits to be paid; it can
/// create nothing. A suspended shop may ask too: suspending takes it off the list, not its money away. Nobody can stop
/// requests or keep back what waits: the treasurer alone settles a request, and until then its shop can cancel it.
contract Redemptions is IRedemptions, AccessManagedInPerson, EIP712 {
    /// @dev Amounts in cents, times in Unix seconds. The sum of all that can exist fits 80 bits.
    struct RequestEntry {
        address shop;
        uint80 amount;
        State state;
        // second slot
        uint80 fee;
        uint48 requestedAt;
        uint48 settledAt;
        uint16 reasonCode;
        // third slot
        bytes32 orderHash;
    }

    uint8 private constant EXEMPT_CLASS = 2;
    uint16 private constant ALL_BPS = 10_000;

    /// @dev More would be no fee any more.
    uint16 private constant MAX_CEILING_BPS = 2_000;

    // The compiler hashes it.
    // solhint-disable-next-line gas-small-strings
    bytes32 private constant CANCEL_TYPEHASH = keccak256("CancelRedemption(uint256 requestId)");

    /// @notice The currency that is destroyed.
    IRegionalToken public immutable token;

    /// @notice The register of the shops that may ask.
    IMerchantRegistry public immutable registry;

    /// @inheritdoc IRedemptions
    uint16 public immutable feeCeilingBps;

    // These four share a slot.
    uint48 private _requestCount;
    uint80 private _waiting;
    uint80 private _redeemed;
    uint16 private _feeBps;

    uint80 private _monthlyAllowance;

    mapping(uint256 requestId => RequestEntry) private _requests;
    mapping(address shop => mapping(uint256 month => uint256)) private _askedFor;
    mapping(bytes32 orderHash => bool) private _usedOrders;

    constructor(
        address authority,
        IRegionalToken token_,
        IMerchantRegistry registry_,
        RedemptionParameters memory parameters
    ) AccessManaged(authority) EIP712("Redemptions", "1") {
        token = token_;
        registry = registry_;
        feeCeilingBps = parameters.feeCeilingBps;
        _checkFee(parameters.feeCeilingBps, MAX_CEILING_BPS);
        _checkFee(parameters.feeBps, parameters.feeCeilingBps);
        _setFee(parameters.feeBps);
        _setMonthlyAllowance(parameters.monthlyAllowance);
    }

    /// @inheritdoc IRedemptions
    function request(uint256 amount, uint16 mostFeeBps) external returns (uint256 requestId) {
        uint256 fee;
        (requestId, fee) = _open(msg.sender, amount, mostFeeBps);
        token.transferFrom(msg.sender, address(this), amount); // reverts or pays, and calls nobody
        emit RedemptionRequested(requestId, msg.sender, amount, fee);
    }

    /// @inheritdoc IRedemptions
    function requestWithAuthorization(
        address shop,
        uint256 amount,
        uint16 mostFeeBps,
        uint256 validAfter,
        uint256 validBefore,
        bytes32 salt,
        bytes calldata signature
    ) external returns (uint256 requestId) {
        uint256 fee;
        (requestId, fee) = _open(shop, amount, mostFeeBps);
        ERC20TransferAuthorization(address(token)).receiveWithAuthorization(
            shop,
            address(this),
            amount,
            validAfter,
            validBefore,
            authorizationNonce(salt, mostFeeBps),
            signature
        );
        emit RedemptionRequested(requestId, shop, amount, fee);
    }

    /// @inheritdoc IRedemptions
    function cancel(uint256 requestId) external {
        address shop = _waitingRequest(requestId).shop;
        if (shop != msg.sender) revert RedemptionOfAnotherShop(requestId, msg.sender);
        _cancel(requestId, shop);
    }

    /// @inheritdoc IRedemptions
    function cancelWithSignature(uint256 requestId, bytes calldata signature) external {
        address shop = _waitingRequest(requestId).shop;
        bytes32 digest = _hashTypedDataV4(keccak256(abi.encode(CANCEL_TYPEHASH, requestId)));
        if (!SignatureChecker.isValidSignatureNowCalldata(shop, digest, signature)) {
            revert RedemptionInvalidSignature(requestId);
        }
        _cancel(requestId, shop);
    }

    /// @inheritdoc IRedemptions
    function confirm(uint256 requestId, bytes32 orderHash) external restricted {
        RequestEntry storage entry = _waitingRequest(requestId);
        if (orderHash == 0) revert RedemptionMissingOrder(requestId);
        if (_usedOrders[orderHash]) revert RedemptionOrderUsed(orderHash);
        _usedOrders[orderHash] = true;
        (uint80 amount, uint80 fee) = (entry.amount, entry.fee);
        uint80 net = amount - fee;
        _settle(entry, State.Paid);
        entry.orderHash = orderHash;
        _redeemed += net;
        token.burn(net);
        if (fee != 0) token.contribute(fee);
        emit RedemptionPaid(requestId, entry.shop, orderHash, msg.sender, net, fee);
    }

    /// @inheritdoc IRedemptions
    function refuse(uint256 requestId, uint16 reasonCode) external restricted {
        RequestEntry storage entry = _waitingRequest(requestId);
        if (reasonCode == 0) revert RedemptionMissingReason(requestId);
        entry.reasonCode = reasonCode;
        uint256 amount = _giveBack(entry, State.Refused);
        emit RedemptionRefused(requestId, entry.shop, msg.sender, reasonCode, amount);
    }

    /// @inheritdoc IRedemptions
    function setFee(uint16 newFeeBps) external restricted {
        _checkFee(newFeeBps, feeCeilingBps);
        _setFee(newFeeBps);
    }

    /// @inheritdoc IRedemptions
    function setMonthlyAllowance(uint80 newAllowance) external restricted {
        _setMonthlyAllowance(newAllowance);
    }

    /// @inheritdoc IRedemptions
    function requests(uint256 offset, uint256 limit) external view returns (Request[] memory page) {
        page = new Request[](Math.min(limit, Math.saturatingSub(_requestCount, offset)));
        for (uint256 i = 0; i < page.length; ++i) page[i] = requestOf(offset + i + 1);
    }

    /// @inheritdoc IRedemptions
    function requestCount() external view returns (uint256) {
        return _requestCount;
    }

    /// @inheritdoc IRedemptions
    function monthlyAllowance() external view returns (uint256) {
        return _monthlyAllowance;
    }

    /// @inheritdoc IRedemptions
    function feeBps() external view returns (uint16) {
        return _feeBps;
    }

    /// @inheritdoc IRedemptions
    function waiting() external view returns (uint256) {
        return _waiting;
    }

    /// @inheritdoc IRedemptions
    function redeemed() external view returns (uint256) {
        return _redeemed;
    }

    /// @inheritdoc IRedemptions
    function isOrderUsed(bytes32 orderHash) external view returns (bool) {
        return _usedOrders[orderHash];
    }

    /// @inheritdoc IRedemptions
    function requestOf(uint256 requestId) public view returns (Request memory) {
        RequestEntry storage entry = _requests[requestId];
        if (entry.state == State.None) revert RedemptionNotFound(requestId);
        return
            Request({
                requestId: requestId,
                shop: entry.shop,
                state: entry.state,
                amount: entry.amount,
                fee: entry.fee,
                requestedAt: entry.requestedAt,
                settledAt: entry.settledAt,
                reasonCode: entry.reasonCode,
                orderHash: entry.orderHash
            });
    }

    /// @inheritdoc IRedemptions
    function leftThisMonth(address shop) public view returns (uint256) {
        return Math.saturatingSub(_monthlyAllowance, _askedFor[shop][_monthOf(block.timestamp)]);
    }

    /// @inheritdoc IRedemptions
    function authorizationNonce(bytes32 salt, uint16 mostFeeBps) public pure returns (bytes32) {
        // The token's nonces are 192 bits of key, and 64 bits that count up within the key.
        return (keccak256(abi.encode(salt, mostFeeBps)) >> 64) << 64;
    }

    /// @dev All of a request but the money, which the caller moves: the amount then fits 80 bits, as the allowance does.
    function _open(address shop, uint256 amount, uint16 mostFeeBps) private returns (uint256 requestId, uint256 fee) {
        IMerchantRegistry.Status status = registry.statusOf(shop);
        bool isShop = status == IMerchantRegistry.Status.Approved || status == IMerchantRegistry.Status.Suspended;
        if (!isShop) revert RedemptionNotAShop(shop);
        if (amount == 0) revert RedemptionInvalidAmount(amount);
        uint16 currentFeeBps = _feeBps;
        if (currentFeeBps > mostFeeBps) revert RedemptionFeeNotAgreed(currentFeeBps, mostFeeBps);
        uint256 left = leftThisMonth(shop);
        if (amount > left) revert RedemptionAllowanceExceeded(shop, amount, left);
        (, , uint8 rateClass) = token.accountOf(address(this));
        if (rateClass != EXEMPT_CLASS) revert RedemptionEscrowMelts();

        fee = (amount * currentFeeBps) / ALL_BPS; // to the shop's advantage
        requestId = ++_requestCount;
        _waiting += uint80(amount);
        _askedFor[shop][_monthOf(block.timestamp)] += amount;
        RequestEntry storage entry = _requests[requestId];
        entry.shop = shop;
        entry.amount = uint80(amount);
        entry.state = State.Waiting;
        entry.fee = uint80(fee);
        entry.requestedAt = uint48(block.timestamp);
    }

    function _cancel(uint256 requestId, address shop) private {
        uint256 amount = _giveBack(_requests[requestId], State.Cancelled);
        emit RedemptionCancelled(requestId, shop, amount);
    }

    /// @dev The allowance comes back to the month it was taken from.
    function _giveBack(RequestEntry storage entry, State state) private returns (uint256 amount) {
        (address shop, uint256 requestedAt) = (entry.shop, entry.requestedAt);
        amount = entry.amount;
        _askedFor[shop][_monthOf(requestedAt)] -= amount;
        _settle(entry, state);
        token.transfer(shop, amount); // reverts or pays, and calls nobody
    }

    function _settle(RequestEntry storage entry, State state) private {
        _waiting -= entry.amount;
        entry.state = state;
        entry.settledAt = uint48(block.timestamp);
    }

    function _setFee(uint16 newFeeBps) private {
        _feeBps = newFeeBps;
        emit RedemptionFeeSet(newFeeBps);
    }

    function _setMonthlyAllowance(uint80 newAllowance) private {
        _monthlyAllowance = newAllowance;
        emit MonthlyAllowanceSet(newAllowance);
    }

    function _waitingRequest(uint256 requestId) private view returns (RequestEntry storage entry) {
        entry = _requests[requestId];
        State state = entry.state;
        if (state == State.None) revert RedemptionNotFound(requestId);
        if (state != State.Waiting) revert RedemptionUnexpectedState(requestId, state);
    }

    function _checkFee(uint16 newFeeBps, uint16 ceilingBps) private pure {
        if (newFeeBps > ceilingBps) revert RedemptionFeeAboveCeiling(newFeeBps, ceilingBps);
    }

    /// @dev A number for each month of the UTC calendar.
    function _monthOf(uint256 timestamp) private pure returns (uint256) {
        (uint256 year, uint256 month, ) = DateTimeLib.timestampToDate(timestamp);
        return year * 12 + month;
    }
}
