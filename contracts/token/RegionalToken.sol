// SPDX-License-Identifier: EUPL-1.2
pragma solidity 0.8.34;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ERC20Capped} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Capped.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {ERC20TransferAuthorization} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20TransferAuthorization.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";
import {NoncesKeyed} from "@openzeppelin/contracts/utils/NoncesKeyed.sol";
import {IRegionalToken} from "../interfaces/IRegionalToken.sol";
import {Payment} from "../interfaces/Payment.sol";
import {ERC20Demurrage} from "./ERC20Demurrage.sol";

/// @notice What a region decides about its currency, once and for all but for the rates.
/// @param name Name of the currency; part of what people sign, so it never changes.
/// @param symbol Short name.
/// @param contractURI Metadata as a `data:` JSON (ERC-7572).
/// @param cap The most that can ever exist at once, in cents.
/// @param ordinaryRateBps Yearly demurrage of citizens, in basis points.
/// @param merchantRateBps Yearly demurrage of merchants, in basis points.
/// @param rateCeilingBps Highest yearly demurrage there can ever be, in basis points.
struct TokenParameters {
    string name;
    string symbol;
    string contractURI;
    uint256 cap;
    uint16 ordinaryRateBps;
    uint16 merchantRateBps;
    uint16 rateCeilingBps;
}

/// @title Regional token
/// @notice A region's currency for the commons: 1 unit is 1 euro, every amount in cents, melting by the day.
/// @dev Nobody can pause transfers, freeze an account or move a holder's money. What roles allow is in `restricted`
/// functions only; who holds them is kept by the access manager.
contract RegionalToken is
    IRegionalToken,
    ERC20Demurrage,
    ERC20Capped,
    ERC20Permit,
    ERC20TransferAuthorization,
    AccessManaged
{
    string private _contractURI;

    constructor(
        TokenParameters memory parameters,
        address authority
    )
        ERC20(parameters.name, parameters.symbol)
        ERC20Capped(parameters.cap)
        ERC20Permit(parameters.name)
        ERC20Demurrage(parameters.ordinaryRateBps, parameters.merchantRateBps, parameters.rateCeilingBps)
        AccessManaged(authority)
    {
        _contractURI = parameters.contractURI;
    }

    /// @inheritdoc IRegionalToken
    function mint(address to, uint256 amount) external restricted {
        _mint(to, amount);
    }

    /// @inheritdoc IRegionalToken
    function mintBatch(Payment[] calldata payments) external restricted returns (uint256 total) {
        total = _mintBatch(payments);
        uint256 supply = totalSupply();
        if (supply > cap()) revert ERC20ExceededCap(supply, cap());
    }

    /// @inheritdoc IRegionalToken
    function burn(uint256 amount) external restricted {
        _burn(_msgSender(), amount);
    }

    /// @inheritdoc IRegionalToken
    function contribute(uint256 amount) external restricted {
        _contribute(_msgSender(), amount);
    }

    /// @inheritdoc IRegionalToken
    function collectDemurrage(address to, uint256 amount) external restricted {
        _collectDemurrage(to, amount);
    }

    /// @inheritdoc IRegionalToken
    function setRateClass(address account, uint8 rateClass) external restricted {
        _setRateClass(account, rateClass);
    }

    /// @inheritdoc IRegionalToken
    function announceRate(uint8 rateClass, uint16 yearlyRateBps, uint32 fromDay) external restricted {
        _announceRate(rateClass, yearlyRateBps, fromDay);
    }

    /// @inheritdoc IRegionalToken
    function withdrawRate(uint8 rateClass) external restricted {
        _withdrawRate(rateClass);
    }

    /// @inheritdoc IRegionalToken
    function contractURI() external view returns (string memory) {
        return _contractURI;
    }

    /// @notice 2: one unit is a hundred cents.
    function decimals() public pure override returns (uint8) {
        return 2;
    }

    /// @inheritdoc IRegionalToken
    function cap() public view override(ERC20Capped, IRegionalToken) returns (uint256) {
        return super.cap();
    }

    /// @inheritdoc ERC20Demurrage
    function totalSupply() public view override(ERC20, ERC20Demurrage, IERC20) returns (uint256) {
        return super.totalSupply();
    }

    /// @inheritdoc ERC20Demurrage
    function balanceOf(address account) public view override(ERC20, ERC20Demurrage, IERC20) returns (uint256) {
        return super.balanceOf(account);
    }

    /// @notice The next number for a permit, and for payments made one after the other (key 0).
    function nonces(address owner) public view override(ERC20Permit, Nonces) returns (uint256) {
        return super.nonces(owner);
    }

    /// @dev Applies the cap after the demurrage bookkeeping.
    function _update(address from, address to, uint256 value) internal override(ERC20, ERC20Demurrage, ERC20Capped) {
        super._update(from, to, value);
    }

    /// @dev Permits and authorisations share one set of nonces; the keyed one covers both.
    function _useCheckedNonce(address owner, uint256 keyNonce) internal override(Nonces, NoncesKeyed) {
        super._useCheckedNonce(owner, keyNonce);
    }
}
