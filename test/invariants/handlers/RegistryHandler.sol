// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

import {IMerchantRegistry} from "../../../contracts/interfaces/IMerchantRegistry.sol";
import {MerchantRegistry} from "../../../contracts/merchants/MerchantRegistry.sol";
import {Books} from "../Books.sol";
import {Region} from "../Region.sol";
import {Handler} from "./Handler.sol";

/// @notice Shops that come, are suspended, and go: their account changes its rate class. The first four people.
contract RegistryHandler is Handler {
    MerchantRegistry private immutable registry;

    bytes4 private constant UNEXPECTED = IMerchantRegistry.MerchantUnexpectedStatus.selector;

    constructor(Region region_, Books books_) Handler(region_, books_) {
        registry = region_.registry();
    }

    function applyAsMerchant(uint256 seed) external {
        IMerchantRegistry.Status status = _statusOf(seed);
        bool isNew =
            status == IMerchantRegistry.Status.None ||
                status == IMerchantRegistry.Status.Left ||
                status == IMerchantRegistry.Status.Refused;
        bytes memory call = abi.encodeCall(IMerchantRegistry.applyAsMerchant, (_details()));
        _step(_shop(seed), call, isNew);
    }

    function approve(uint256 seed) external {
        address[] memory shops = new address[](1);
        shops[0] = _shop(seed);
        bytes memory call = abi.encodeCall(IMerchantRegistry.approve, (shops));
        _step(region.registrar(), call, _statusOf(seed) == IMerchantRegistry.Status.Applied);
    }

    function refuse(uint256 seed, uint16 reasonSeed) external {
        address[] memory shops = new address[](1);
        shops[0] = _shop(seed);
        uint16 reasonCode = uint16(bound(reasonSeed, 1, type(uint16).max));
        bytes memory call = abi.encodeCall(IMerchantRegistry.refuse, (shops, reasonCode));
        _step(region.registrar(), call, _statusOf(seed) == IMerchantRegistry.Status.Applied);
    }

    function register(uint256 seed) external {
        IMerchantRegistry.Status status = _statusOf(seed);
        bool isListed = status == IMerchantRegistry.Status.Approved || status == IMerchantRegistry.Status.Suspended;
        _step(region.registrar(), abi.encodeCall(IMerchantRegistry.register, (_shop(seed), _details())), !isListed);
    }

    function suspend(uint256 seed, uint16 reasonSeed) external {
        bytes memory call = abi.encodeCall(
            IMerchantRegistry.suspend,
            (_shop(seed), uint16(bound(reasonSeed, 1, type(uint16).max)))
        );
        _step(region.registrar(), call, _statusOf(seed) == IMerchantRegistry.Status.Approved);
    }

    function reinstate(uint256 seed) external {
        bytes memory call = abi.encodeCall(IMerchantRegistry.reinstate, (_shop(seed)));
        _step(region.registrar(), call, _statusOf(seed) == IMerchantRegistry.Status.Suspended);
    }

    function leave(uint256 seed) external {
        IMerchantRegistry.Status status = _statusOf(seed);
        bool isNone = status == IMerchantRegistry.Status.None || status == IMerchantRegistry.Status.Left;
        _step(_shop(seed), abi.encodeCall(IMerchantRegistry.leave, ()), !isNone);
    }

    function _step(address sender, bytes memory call, bool isAllowed) private {
        _open(Books.Kind.Settle);
        _answers(sender, address(registry), call, isAllowed ? bytes4(0) : UNEXPECTED);
        books.close();
    }

    function _shop(uint256 seed) private view returns (address) {
        return books.person(seed % 4);
    }

    function _statusOf(uint256 seed) private view returns (IMerchantRegistry.Status) {
        return registry.merchantOf(_shop(seed)).status;
    }

    function _details() private pure returns (IMerchantRegistry.Details memory) {
        return IMerchantRegistry.Details(1, "45234", keccak256("record"), "records/1.json");
    }
}
