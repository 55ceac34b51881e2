// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {Roles} from "../../contracts/access/Roles.sol";
import {Issuance} from "../../contracts/issuance/Issuance.sol";
import {RedemptionParameters, Redemptions} from "../../contracts/issuance/Redemptions.sol";
import {MerchantRegistry} from "../../contracts/merchants/MerchantRegistry.sol";
import {RegionalToken, TokenParameters} from "../../contracts/token/RegionalToken.sol";

/// @notice A region's contracts, with one account for each role.
contract Region {
    uint256 public constant CAP = 10_000_000_000; // cents
    uint16 public constant ORDINARY_BPS = 600;
    uint16 public constant MERCHANT_BPS = 200;
    uint16 public constant CEILING_BPS = 2_000;
    uint16 public constant FEE_BPS = 300;
    uint16 public constant FEE_CEILING_BPS = 500;
    uint80 public constant MONTHLY_ALLOWANCE = 2_000_000; // cents

    address public constant council = address(0xC0);
    address public constant treasurer = address(0xC1);
    address public constant bonusOfficer = address(0xC2);
    address public constant rewardOfficer = address(0xC3);
    address public constant approver = address(0xC4);
    address public constant registrar = address(0xC5);
    address public constant guardian = address(0xC6);
    address public constant minter = address(0xC7);
    address public constant classifier = address(0xC8);
    address public constant collector = address(0xC9);

    AccessManager public immutable manager;
    RegionalToken public immutable token;
    MerchantRegistry public immutable registry;
    Issuance public immutable issuance;
    Redemptions public immutable redemptions;

    constructor(uint16 ordinaryBps, uint16 merchantBps) {
        manager = new AccessManager(address(this));
        TokenParameters memory parameters = TokenParameters({
            name: "Monnaie commune",
            symbol: "MC",
            contractURI: "data:application/json,{}",
            cap: CAP,
            ordinaryRateBps: ordinaryBps,
            merchantRateBps: merchantBps,
            rateCeilingBps: CEILING_BPS
        });
        token = new RegionalToken(parameters, address(manager));
        registry = new MerchantRegistry(address(manager), token);
        issuance = new Issuance(address(manager), token);
        redemptions = new Redemptions(
            address(manager),
            token,
            registry,
            RedemptionParameters(FEE_BPS, FEE_CEILING_BPS, MONTHLY_ALLOWANCE)
        );
        token.setRateClass(address(issuance), 2); // what waits to be claimed does not melt
        token.setRateClass(address(redemptions), 2); // nor what waits for euros
        _wireToken();
        _wireRegistry();
        _wireIssuance();
        _wireRedemptions();
        _grantAll();
    }

    function _wireToken() private {
        _allow(address(token), RegionalToken.mint.selector, Roles.MINTER);
        _allow(address(token), RegionalToken.mintBatch.selector, Roles.MINTER);
        _allow(address(token), RegionalToken.burn.selector, Roles.BURNER);
        _allow(address(token), RegionalToken.contribute.selector, Roles.CONTRIBUTOR);
        _allow(address(token), RegionalToken.collectDemurrage.selector, Roles.COLLECTOR);
        _allow(address(token), RegionalToken.setRateClass.selector, Roles.CLASSIFIER);
        _allow(address(token), RegionalToken.announceRate.selector, Roles.COUNCIL);
        _allow(address(token), RegionalToken.withdrawRate.selector, Roles.COUNCIL);
    }

    function _wireRegistry() private {
        _allow(address(registry), MerchantRegistry.approve.selector, Roles.REGISTRAR);
        _allow(address(registry), MerchantRegistry.refuse.selector, Roles.REGISTRAR);
        _allow(address(registry), MerchantRegistry.register.selector, Roles.REGISTRAR);
        _allow(address(registry), MerchantRegistry.suspend.selector, Roles.REGISTRAR);
        _allow(address(registry), MerchantRegistry.reinstate.selector, Roles.REGISTRAR);
        _allow(address(registry), MerchantRegistry.correctDetails.selector, Roles.REGISTRAR);
        _allow(address(registry), MerchantRegistry.recordStructure.selector, Roles.REGISTRAR);
        _allow(address(registry), MerchantRegistry.endStructure.selector, Roles.REGISTRAR);
    }

    function _wireIssuance() private {
        _allow(address(issuance), Issuance.openProgramme.selector, Roles.COUNCIL);
        _allow(address(issuance), Issuance.reopen.selector, Roles.COUNCIL);
        _allow(address(issuance), Issuance.attest.selector, Roles.TREASURER);
        _allow(address(issuance), Issuance.approveRun.selector, Roles.APPROVER);
        _allow(address(issuance), Issuance.close.selector, Roles.GUARDIAN);
    }

    function _wireRedemptions() private {
        _allow(address(redemptions), Redemptions.confirm.selector, Roles.TREASURER);
        _allow(address(redemptions), Redemptions.refuse.selector, Roles.TREASURER);
        _allow(address(redemptions), Redemptions.setFee.selector, Roles.COUNCIL);
        _allow(address(redemptions), Redemptions.setMonthlyAllowance.selector, Roles.COUNCIL);
    }

    function _grantAll() private {
        manager.grantRole(Roles.COUNCIL, council, 0);
        manager.grantRole(Roles.TREASURER, treasurer, 0);
        manager.grantRole(Roles.BONUS_OFFICER, bonusOfficer, 0);
        manager.grantRole(Roles.REWARD_OFFICER, rewardOfficer, 0);
        manager.grantRole(Roles.APPROVER, approver, 0);
        // Holds both roles, and must not approve the runs it proposed.
        manager.grantRole(Roles.APPROVER, bonusOfficer, 0);
        manager.grantRole(Roles.REGISTRAR, registrar, 0);
        manager.grantRole(Roles.GUARDIAN, guardian, 0);
        manager.grantRole(Roles.MINTER, minter, 0);
        manager.grantRole(Roles.MINTER, address(issuance), 0);
        manager.grantRole(Roles.BURNER, minter, 0);
        manager.grantRole(Roles.BURNER, address(issuance), 0);
        manager.grantRole(Roles.BURNER, address(redemptions), 0);
        manager.grantRole(Roles.CONTRIBUTOR, address(redemptions), 0);
        manager.grantRole(Roles.CLASSIFIER, classifier, 0);
        manager.grantRole(Roles.CLASSIFIER, address(registry), 0);
        manager.grantRole(Roles.COLLECTOR, collector, 0);
    }

    function _allow(address target, bytes4 selector, uint64 role) private {
        bytes4[] memory selectors = new bytes4[](1);
        selectors[0] = selector;
        manager.setTargetFunctionRole(target, selectors, role);
    }
}
