// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {Issuance} from "../../contracts/issuance/Issuance.sol";
import {Redemptions} from "../../contracts/issuance/Redemptions.sol";
import {MerchantRegistry} from "../../contracts/merchants/MerchantRegistry.sol";
import {RegionalToken} from "../../contracts/token/RegionalToken.sol";
import {Region} from "./Region.sol";
import {TestBase} from "./TestBase.sol";

/// @notice Who has no role gets nowhere, whatever they send. Every function by every role is in test/access.
contract AccessTest is TestBase {
    Region private region;

    function setUp() external {
        region = new Region(600, 200);
    }

    function testFuzz_9_outsidersAreRefused(address outsider, uint256 seed, bytes calldata data) external {
        for (uint160 role = 0xC0; role <= 0xC9; ++role) vm.assume(outsider != address(role));
        vm.assume(outsider != address(region) && outsider != address(region.issuance()));
        vm.assume(outsider != address(region.redemptions()));
        vm.assume(outsider != address(region.registry()) && outsider != address(region.manager()));
        (address target, bytes4 selector) = _restricted(seed);
        vm.prank(outsider);
        (bool isDone, bytes memory answer) = target.call(bytes.concat(selector, data, new bytes(320)));
        assertTrue("an outsider was let in", !isDone);
        // Arguments that cannot be read are refused before anybody asks who sends them.
        bytes memory expected = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, outsider);
        assertTrue("refused for want of a role", answer.length == 0 || keccak256(answer) == keccak256(expected));
    }

    function testFuzz_9_outsidersGrantNothing(address outsider, uint64 role, address account) external {
        AccessManager manager = region.manager();
        vm.assume(outsider != address(region));
        vm.prank(outsider);
        (bool isDone, ) = address(manager).call(abi.encodeCall(AccessManager.grantRole, (role, account, 0)));
        assertTrue("an outsider granted a role", !isDone);
    }

    function _restricted(uint256 seed) private view returns (address, bytes4) {
        bytes4[8] memory ofToken = [
            RegionalToken.mint.selector,
            RegionalToken.mintBatch.selector,
            RegionalToken.burn.selector,
            RegionalToken.contribute.selector,
            RegionalToken.collectDemurrage.selector,
            RegionalToken.setRateClass.selector,
            RegionalToken.announceRate.selector,
            RegionalToken.withdrawRate.selector
        ];
        bytes4[8] memory ofRegistry = [
            MerchantRegistry.approve.selector,
            MerchantRegistry.refuse.selector,
            MerchantRegistry.register.selector,
            MerchantRegistry.suspend.selector,
            MerchantRegistry.reinstate.selector,
            MerchantRegistry.correctDetails.selector,
            MerchantRegistry.recordStructure.selector,
            MerchantRegistry.endStructure.selector
        ];
        bytes4[5] memory ofIssuance = [
            Issuance.openProgramme.selector,
            Issuance.attest.selector,
            Issuance.approveRun.selector,
            Issuance.close.selector,
            Issuance.reopen.selector
        ];
        bytes4[4] memory ofRedemptions = [
            Redemptions.confirm.selector,
            Redemptions.refuse.selector,
            Redemptions.setFee.selector,
            Redemptions.setMonthlyAllowance.selector
        ];
        uint256 which = seed % 4;
        if (which == 0) return (address(region.token()), ofToken[(seed >> 8) % 8]);
        if (which == 1) return (address(region.registry()), ofRegistry[(seed >> 8) % 8]);
        if (which == 2) return (address(region.redemptions()), ofRedemptions[(seed >> 8) % 4]);
        return (address(region.issuance()), ofIssuance[(seed >> 8) % 5]);
    }
}
