// SPDX-License-Identifier: EUPL-1.2
pragma solidity 0.8.34;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {AccessManagedInPerson} from "../access/AccessManagedInPerson.sol";
import {IMerchantRegistry} from "../interfaces/IMerchantRegistry.sol";
import {IMerchantsBySignature} from "../interfaces/IMerchantsBySignature.sol";
import {IRegionalToken} from "../interfaces/IRegionalToken.sol";
import {CommuneCode} from "./CommuneCode.sol";
import {MerchantMessages} from "./MerchantMessages.sol";

/// @title Merchant registry
/// @notice Who accepts the currency, and which structures the council funds.
/// @dev Holds the token's CLASSIFIER role. Never touches the class of an account that deployment made exempt.
contract MerchantRegistry is IMerchantRegistry, IMerchantsBySignature, AccessManagedInPerson, EIP712, Nonces {
    /// @dev The first five fields share a slot: a change of status writes it alone.
    struct MerchantEntry {
        Status status;
        uint64 since; // Unix seconds
        uint16 reasonCode;
        uint16 category;
        bytes5 commune;
        bytes32 recordHash;
        string recordURI;
    }

    /// @dev The first three fields share a slot.
    struct StructureEntry {
        uint16 acceptedShareBps;
        uint64 since; // Unix seconds
        uint64 until; // Unix seconds; 0 while it holds
        bytes32 conventionHash;
    }

    uint8 private constant ORDINARY_CLASS = 0;
    uint8 private constant MERCHANT_CLASS = 1;
    uint8 private constant EXEMPT_CLASS = 2;
    uint16 private constant MAX_SHARE_BPS = 10_000;

    /// @notice The currency these merchants accept.
    IRegionalToken public immutable token;

    mapping(address account => MerchantEntry) private _merchants;
    address[] private _merchantAccounts;
    mapping(address account => StructureEntry) private _structures;
    address[] private _structureAccounts;

    constructor(address authority, IRegionalToken token_) AccessManaged(authority) EIP712("MerchantRegistry", "1") {
        token = token_;
    }

    /// @inheritdoc IMerchantRegistry
    function applyAsMerchant(Details calldata details) external {
        _apply(msg.sender, details);
    }

    /// @inheritdoc IMerchantsBySignature
    function applyBySignature(
        address account,
        Details calldata details,
        uint256 nonce,
        uint256 deadline,
        bytes calldata signature
    ) external {
        bytes32 structHash = MerchantMessages.application(account, details, nonce, deadline);
        _useSignature(account, nonce, deadline, structHash, signature);
        _apply(account, details);
    }

    /// @inheritdoc IMerchantRegistry
    function approve(address[] calldata accounts) external restricted {
        for (uint256 i = 0; i < accounts.length; ++i) {
            Status status = _merchants[accounts[i]].status;
            if (status != Status.Applied) revert MerchantUnexpectedStatus(accounts[i], status);
            _approve(accounts[i]);
        }
    }

    /// @inheritdoc IMerchantRegistry
    function refuse(address[] calldata accounts, uint16 reasonCode) external restricted {
        for (uint256 i = 0; i < accounts.length; ++i) {
            address account = accounts[i];
            Status status = _merchants[account].status;
            if (status != Status.Applied) revert MerchantUnexpectedStatus(account, status);
            if (reasonCode == 0) revert MerchantMissingReason(account);
            _setStatus(account, Status.Refused, reasonCode);
            emit MerchantRefused(account, msg.sender, reasonCode);
        }
    }

    /// @inheritdoc IMerchantRegistry
    function register(address account, Details calldata details) external restricted {
        Status status = _merchants[account].status;
        if (status == Status.Approved || status == Status.Suspended) revert MerchantUnexpectedStatus(account, status);
        _list(account, status, details);
        _approve(account);
    }

    /// @inheritdoc IMerchantRegistry
    function suspend(address account, uint16 reasonCode) external restricted {
        Status status = _merchants[account].status;
        if (status != Status.Approved) revert MerchantUnexpectedStatus(account, status);
        if (reasonCode == 0) revert MerchantMissingReason(account);
        _setStatus(account, Status.Suspended, reasonCode);
        emit MerchantSuspended(account, msg.sender, reasonCode);
        _toOrdinaryRate(account);
    }

    /// @inheritdoc IMerchantRegistry
    function reinstate(address account) external restricted {
        Status status = _merchants[account].status;
        if (status != Status.Suspended) revert MerchantUnexpectedStatus(account, status);
        _toMerchantRate(account);
        _setStatus(account, Status.Approved, 0);
        emit MerchantReinstated(account, msg.sender);
    }

    /// @inheritdoc IMerchantRegistry
    function updateDetails(Details calldata details) external {
        _updateOwn(msg.sender, details);
    }

    /// @inheritdoc IMerchantsBySignature
    function updateBySignature(
        address account,
        Details calldata details,
        uint256 nonce,
        uint256 deadline,
        bytes calldata signature
    ) external {
        bytes32 structHash = MerchantMessages.update(account, details, nonce, deadline);
        _useSignature(account, nonce, deadline, structHash, signature);
        _updateOwn(account, details);
    }

    /// @inheritdoc IMerchantRegistry
    function correctDetails(address account, Details calldata details) external restricted {
        Status status = _merchants[account].status;
        if (status != Status.Applied && status != Status.Approved && status != Status.Suspended) {
            revert MerchantUnexpectedStatus(account, status);
        }
        _update(account, details);
    }

    /// @inheritdoc IMerchantRegistry
    function leave() external {
        _leave(msg.sender);
    }

    /// @inheritdoc IMerchantsBySignature
    function leaveBySignature(address account, uint256 nonce, uint256 deadline, bytes calldata signature) external {
        _useSignature(account, nonce, deadline, MerchantMessages.departure(account, nonce, deadline), signature);
        _leave(account);
    }

    /// @inheritdoc IMerchantRegistry
    function recordStructure(
        address account,
        uint16 acceptedShareBps,
        uint64 since,
        bytes32 conventionHash
    ) external restricted {
        if (account == address(0)) revert StructureInvalidAccount(account);
        if (acceptedShareBps == 0 || acceptedShareBps > MAX_SHARE_BPS) {
            revert StructureInvalidShare(account, acceptedShareBps);
        }
        if (conventionHash == 0) revert StructureMissingConvention(account);
        if (_structures[account].conventionHash == 0) _structureAccounts.push(account);
        _structures[account] = StructureEntry(acceptedShareBps, since, 0, conventionHash);
        emit StructureRecorded(account, acceptedShareBps, since, conventionHash);
    }

    /// @inheritdoc IMerchantRegistry
    function endStructure(address account) external restricted {
        StructureEntry storage entry = _structures[account];
        bytes32 conventionHash = entry.conventionHash;
        if (conventionHash == 0 || entry.until != 0) revert StructureNotFunded(account);
        entry.until = uint64(block.timestamp);
        emit StructureEnded(account, conventionHash);
    }

    /// @inheritdoc IMerchantRegistry
    function isApproved(address account) external view returns (bool) {
        return _merchants[account].status == Status.Approved;
    }

    /// @inheritdoc IMerchantRegistry
    function statusOf(address account) external view returns (Status) {
        return _merchants[account].status;
    }

    /// @inheritdoc IMerchantRegistry
    function merchantCount() external view returns (uint256) {
        return _merchantAccounts.length;
    }

    /// @inheritdoc IMerchantRegistry
    function merchants(uint256 offset, uint256 limit) external view returns (Merchant[] memory page) {
        page = new Merchant[](_pageSize(_merchantAccounts.length, offset, limit));
        for (uint256 i = 0; i < page.length; ++i) page[i] = merchantOf(_merchantAccounts[offset + i]);
    }

    /// @inheritdoc IMerchantRegistry
    function structureCount() external view returns (uint256) {
        return _structureAccounts.length;
    }

    /// @inheritdoc IMerchantRegistry
    function structures(uint256 offset, uint256 limit) external view returns (Structure[] memory page) {
        page = new Structure[](_pageSize(_structureAccounts.length, offset, limit));
        for (uint256 i = 0; i < page.length; ++i) page[i] = structureOf(_structureAccounts[offset + i]);
    }

    /// @inheritdoc IMerchantRegistry
    function merchantOf(address account) public view returns (Merchant memory) {
        MerchantEntry storage entry = _merchants[account];
        Details memory details = Details(entry.category, entry.commune, entry.recordHash, entry.recordURI);
        return Merchant(account, entry.status, entry.since, entry.reasonCode, details);
    }

    /// @inheritdoc IMerchantRegistry
    function structureOf(address account) public view returns (Structure memory) {
        StructureEntry storage entry = _structures[account];
        return Structure(account, entry.acceptedShareBps, entry.since, entry.until, entry.conventionHash);
    }

    /// @dev Uses the nonce up, then holds the signature to the account: its own, or what its contract accepts (ERC-1271).
    function _useSignature(
        address account,
        uint256 nonce,
        uint256 deadline,
        bytes32 structHash,
        bytes calldata signature
    ) private {
        if (block.timestamp > deadline) revert MerchantSignatureExpired(account, deadline);
        _useCheckedNonce(account, nonce);
        if (!SignatureChecker.isValidSignatureNowCalldata(account, _hashTypedDataV4(structHash), signature)) {
            revert MerchantInvalidSignature(account);
        }
    }

    function _apply(address account, Details calldata details) private {
        Status status = _merchants[account].status;
        if (status != Status.None && status != Status.Left && status != Status.Refused) {
            revert MerchantUnexpectedStatus(account, status);
        }
        _checkEligible(account);
        _list(account, status, details);
    }

    /// @dev Puts an account on the list as one that applied; the first time, at its end.
    function _list(address account, Status previous, Details calldata details) private {
        _setDetails(account, details);
        if (previous == Status.None) _merchantAccounts.push(account);
        _setStatus(account, Status.Applied, 0);
        emit MerchantApplied(account, details.category, details.commune, details.recordHash, details.recordURI);
    }

    function _approve(address account) private {
        _toMerchantRate(account);
        _setStatus(account, Status.Approved, 0);
        emit MerchantApproved(account, msg.sender);
    }

    function _updateOwn(address account, Details calldata details) private {
        Status status = _merchants[account].status;
        if (status != Status.Applied && status != Status.Approved) revert MerchantUnexpectedStatus(account, status);
        _update(account, details);
    }

    function _leave(address account) private {
        Status status = _merchants[account].status;
        if (status == Status.None || status == Status.Left) revert MerchantUnexpectedStatus(account, status);
        _setStatus(account, Status.Left, 0);
        emit MerchantLeft(account);
        if (status == Status.Approved) _toOrdinaryRate(account);
    }

    function _update(address account, Details calldata details) private {
        _setDetails(account, details);
        emit MerchantUpdated(account, details.category, details.commune, details.recordHash, details.recordURI);
    }

    function _setDetails(address account, Details calldata details) private {
        if (details.category == 0) revert MerchantInvalidCategory(details.category);
        if (!CommuneCode.isValid(details.commune)) revert MerchantInvalidCommune(details.commune);
        if (details.recordHash == 0) revert MerchantMissingRecord(account);
        MerchantEntry storage entry = _merchants[account];
        entry.category = details.category;
        entry.commune = details.commune;
        entry.recordHash = details.recordHash;
        entry.recordURI = details.recordURI;
    }

    function _setStatus(address account, Status status, uint16 reasonCode) private {
        MerchantEntry storage entry = _merchants[account];
        entry.status = status;
        entry.since = uint64(block.timestamp);
        entry.reasonCode = reasonCode;
    }

    function _toMerchantRate(address account) private {
        _checkEligible(account);
        token.setRateClass(account, MERCHANT_CLASS);
    }

    /// @dev An account that was made exempt since it was approved stays exempt: leaving the register must never fail.
    function _toOrdinaryRate(address account) private {
        if (_rateClassOf(account) != EXEMPT_CLASS) token.setRateClass(account, ORDINARY_CLASS);
    }

    function _checkEligible(address account) private view {
        if (account == address(0) || account == address(token) || _rateClassOf(account) == EXEMPT_CLASS) {
            revert MerchantInvalidAccount(account);
        }
    }

    function _rateClassOf(address account) private view returns (uint8 rateClass) {
        (, , rateClass) = token.accountOf(account);
    }

    /// @dev Never overflows, whatever the caller asks for.
    function _pageSize(uint256 count, uint256 offset, uint256 limit) private pure returns (uint256) {
        return Math.min(limit, Math.saturatingSub(count, offset));
    }
}
