// SPDX-License-Identifier: EUPL-1.2
pragma solidity 0.8.34;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IAccessManager} from "@openzeppelin/contracts/access/manager/IAccessManager.sol";
import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";
import {BitMaps} from "@openzeppelin/contracts/utils/structs/BitMaps.sol";
import {AccessManagedInPerson} from "../access/AccessManagedInPerson.sol";
import {Roles} from "../access/Roles.sol";
import {IIssuance} from "../interfaces/IIssuance.sol";
import {IRegionalToken} from "../interfaces/IRegionalToken.sol";
import {Payment} from "../interfaces/Payment.sol";
import {PaymentWords} from "./PaymentWords.sol";

/// @title Issuance
/// @notice How money comes into being.
/// @dev Holds the token's MINTER role. In every programme `issued <= committed <= attested <= budget`.
contract Issuance is IIssuance, AccessManagedInPerson {
    using BitMaps for BitMaps.BitMap;
    using PaymentWords for Payment[];

    /// @dev Amounts in cents, times in Unix seconds. A chunk writes the first slot alone.
    struct ProgrammeEntry {
        uint128 issued;
        uint64 opensAt;
        uint64 closesAt;
        // second slot
        uint128 attested;
        uint128 committed;
        // third slot
        uint128 budget;
        Purpose purpose;
        // fourth slot
        bytes32 decisionHash;
    }

    /// @dev Amounts in cents. A chunk writes the first two slots. The programme's purpose is repeated here: it tells
    /// which officer's role a call needs.
    struct RunEntry {
        address proposer;
        uint32 paidCount;
        uint48 programmeId;
        RunState state;
        Purpose purpose;
        // second slot
        uint128 total;
        uint128 paid;
        // third slot
        address approver;
        uint32 paymentCount;
        // fourth slot
        bytes32 root;
        // fifth slot
        bytes32 planHash;
    }

    /// @notice The currency that is issued.
    IRegionalToken public immutable token;

    // These three share a slot.
    bool private _closed;
    uint48 private _programmeCount;
    uint48 private _runCount;

    mapping(uint256 programmeId => ProgrammeEntry) private _programmes;
    mapping(uint256 runId => RunEntry) private _runs;
    mapping(uint256 runId => BitMaps.BitMap) private _paidChunks;
    mapping(bytes32 orderHash => bool) private _usedOrders;
    mapping(bytes32 planHash => uint256 runId) private _runsOfPlans;

    constructor(address authority, IRegionalToken token_) AccessManaged(authority) {
        token = token_;
    }

    /// @inheritdoc IIssuance
    function openProgramme(
        Purpose purpose,
        uint256 budget,
        uint64 opensAt,
        uint64 closesAt,
        bytes32 decisionHash
    ) external restricted returns (uint256 programmeId) {
        if (budget == 0 || budget > type(uint128).max) revert ProgrammeInvalidBudget(budget);
        if (closesAt <= opensAt || closesAt <= block.timestamp) revert ProgrammeInvalidDates(opensAt, closesAt);
        if (decisionHash == 0) revert ProgrammeMissingDecision();
        programmeId = ++_programmeCount;
        ProgrammeEntry storage programme = _programmes[programmeId];
        programme.opensAt = opensAt;
        programme.closesAt = closesAt;
        programme.budget = uint128(budget);
        programme.purpose = purpose;
        programme.decisionHash = decisionHash;
        emit ProgrammeOpened(programmeId, purpose, decisionHash, budget, opensAt, closesAt);
    }

    /// @inheritdoc IIssuance
    function attest(uint256 programmeId, uint256 amount, bytes32 orderHash) external restricted {
        ProgrammeEntry storage programme = _existing(programmeId);
        if (amount == 0) revert AttestationInvalidAmount(amount);
        if (orderHash == 0) revert AttestationMissingOrder();
        if (_usedOrders[orderHash]) revert AttestationOrderUsed(orderHash);
        // Euros may come in before the programme opens; after its end they could no longer be used.
        if (block.timestamp >= programme.closesAt) _revertNotOpen(programmeId, programme);
        uint256 available = programme.budget - programme.attested;
        if (amount > available) revert ProgrammeBudgetExceeded(programmeId, amount, available);
        _usedOrders[orderHash] = true;
        programme.attested += uint128(amount);
        emit EurosAttested(programmeId, orderHash, msg.sender, amount);
    }

    /// @inheritdoc IIssuance
    function proposeRun(
        uint256 programmeId,
        bytes32 root,
        bytes32 planHash,
        uint32 paymentCount,
        uint128 total
    ) external returns (uint256 runId) {
        ProgrammeEntry storage programme = _existing(programmeId);
        Purpose purpose = programme.purpose;
        _checkOfficer(purpose);
        _checkIssuingOpen();
        _checkProgrammeOpen(programmeId, programme);
        if (root == 0 || planHash == 0 || paymentCount == 0 || total == 0) revert RunIncomplete();
        if (_runsOfPlans[planHash] != 0) revert RunPlanUsed(planHash, _runsOfPlans[planHash]);
        runId = ++_runCount;
        _runsOfPlans[planHash] = runId;
        RunEntry storage run = _runs[runId];
        run.proposer = msg.sender;
        run.programmeId = uint48(programmeId); // exists, so it was counted in 48 bits
        run.state = RunState.Proposed;
        run.purpose = purpose;
        run.total = total;
        run.paymentCount = paymentCount;
        run.root = root;
        run.planHash = planHash;
        emit RunProposed(runId, programmeId, msg.sender, root, planHash, paymentCount, total);
    }

    /// @inheritdoc IIssuance
    function approveRun(uint256 runId) external restricted {
        _checkIssuingOpen();
        RunEntry storage run = _inState(runId, RunState.Proposed);
        if (run.proposer == msg.sender) revert RunSelfApproval(runId, msg.sender);
        uint256 programmeId = run.programmeId;
        ProgrammeEntry storage programme = _programmes[programmeId];
        _checkProgrammeOpen(programmeId, programme);
        uint128 total = run.total;
        uint256 available = programme.attested - programme.committed;
        if (total > available) revert ProgrammeAttestedExceeded(programmeId, total, available);
        programme.committed += total;
        run.state = RunState.Approved;
        run.approver = msg.sender;
        emit RunApproved(runId, programmeId, msg.sender);
    }

    /// @inheritdoc IIssuance
    function cancelRun(uint256 runId) external {
        RunEntry storage run = _runs[runId];
        RunState state = run.state;
        if (state == RunState.None) revert RunNotFound(runId);
        _checkOfficer(run.purpose);
        uint128 unpaid = run.total - run.paid;
        bool isCancellable = state == RunState.Proposed || (state == RunState.Approved && unpaid != 0);
        if (!isCancellable) revert RunUnexpectedState(runId, state);
        uint256 programmeId = run.programmeId;
        uint128 released = state == RunState.Approved ? unpaid : 0; // a proposal sets nothing aside
        _programmes[programmeId].committed -= released;
        run.state = RunState.Cancelled;
        if (run.paid == 0) delete _runsOfPlans[run.planHash];
        emit RunCancelled(runId, programmeId, msg.sender, released);
    }

    /// @inheritdoc IIssuance
    function payChunk(
        uint256 runId,
        uint256 chunkIndex,
        Payment[] calldata payments,
        bytes32[] calldata proof
    ) external returns (uint256 amount) {
        RunEntry storage run = _inState(runId, RunState.Approved);
        _checkOfficer(run.purpose);
        _checkIssuingOpen();
        ProgrammeEntry storage programme = _programmes[run.programmeId];
        _checkProgrammeOpen(run.programmeId, programme);

        bytes32 leaf = payments.leaf(chunkIndex);
        if (!MerkleProof.verifyCalldata(proof, run.root, leaf)) revert ChunkNotInRun(runId, chunkIndex);
        if (_paidChunks[runId].get(chunkIndex)) revert ChunkAlreadyPaid(runId, chunkIndex);
        uint256 availableCount = run.paymentCount - run.paidCount;
        if (payments.length > availableCount) revert RunCountExceeded(runId, payments.length, availableCount);

        _paidChunks[runId].set(chunkIndex);
        run.paidCount += uint32(payments.length);
        // The token adds the amounts up as it mints; it calls nobody. Too much undoes everything.
        amount = payments.mint(token);
        uint256 available = run.total - run.paid;
        if (amount > available) revert RunTotalExceeded(runId, amount, available);
        run.paid += uint128(amount);
        programme.issued += uint128(amount);
        _emitChunkPaid(runId, chunkIndex, payments.length, amount);
    }

    /// @inheritdoc IIssuance
    function close() external restricted {
        _checkIssuingOpen();
        _closed = true;
        emit IssuingClosed(msg.sender);
    }

    /// @inheritdoc IIssuance
    function reopen() external restricted {
        if (!_closed) revert IssuingIsOpen();
        _closed = false;
        emit IssuingReopened(msg.sender);
    }

    /// @inheritdoc IIssuance
    function programmeOf(uint256 programmeId) external view returns (Programme memory) {
        ProgrammeEntry storage programme = _existing(programmeId);
        return
            Programme({
                purpose: programme.purpose,
                opensAt: programme.opensAt,
                closesAt: programme.closesAt,
                budget: programme.budget,
                attested: programme.attested,
                committed: programme.committed,
                issued: programme.issued,
                decisionHash: programme.decisionHash
            });
    }

    /// @inheritdoc IIssuance
    function programmeCount() external view returns (uint256) {
        return _programmeCount;
    }

    /// @inheritdoc IIssuance
    function runOf(uint256 runId) external view returns (Run memory) {
        RunEntry storage run = _runs[runId];
        if (run.state == RunState.None) revert RunNotFound(runId);
        return
            Run({
                programmeId: run.programmeId,
                state: run.state,
                proposer: run.proposer,
                approver: run.approver,
                root: run.root,
                planHash: run.planHash,
                total: run.total,
                paid: run.paid,
                paymentCount: run.paymentCount,
                paidCount: run.paidCount
            });
    }

    /// @inheritdoc IIssuance
    function runOfPlan(bytes32 planHash) external view returns (uint256 runId) {
        return _runsOfPlans[planHash];
    }

    /// @inheritdoc IIssuance
    function runCount() external view returns (uint256) {
        return _runCount;
    }

    /// @inheritdoc IIssuance
    function isChunkPaid(uint256 runId, uint256 chunkIndex) external view returns (bool) {
        return _paidChunks[runId].get(chunkIndex);
    }

    /// @inheritdoc IIssuance
    function isOrderUsed(bytes32 orderHash) external view returns (bool) {
        return _usedOrders[orderHash];
    }

    /// @inheritdoc IIssuance
    function isClosed() public view returns (bool) {
        return _closed || IAccessManager(authority()).isTargetClosed(address(this));
    }

    function _emitChunkPaid(uint256 runId, uint256 chunkIndex, uint256 paymentCount, uint256 amount) private {
        RunEntry storage run = _runs[runId];
        uint256 programmeId = run.programmeId;
        emit ChunkPaid(
            runId,
            programmeId,
            _programmes[programmeId].decisionHash,
            chunkIndex,
            paymentCount,
            amount,
            run.proposer,
            run.approver
        );
    }

    /// @dev The role depends on the programme, so `restricted` cannot check it. A member whose role has an execution delay
    /// is refused: there is no schedule to consume here.
    function _checkOfficer(Purpose purpose) private view {
        uint64 roleId = purpose == Purpose.Bonus ? Roles.BONUS_OFFICER : Roles.REWARD_OFFICER;
        (bool isMember, uint32 executionDelay) = IAccessManager(authority()).hasRole(roleId, msg.sender);
        if (!isMember || executionDelay != 0) revert RunUnauthorizedOfficer(msg.sender, roleId);
    }

    function _checkIssuingOpen() private view {
        if (isClosed()) revert IssuingIsClosed();
    }

    function _checkProgrammeOpen(uint256 programmeId, ProgrammeEntry storage programme) private view {
        if (block.timestamp < programme.opensAt || block.timestamp >= programme.closesAt) {
            _revertNotOpen(programmeId, programme);
        }
    }

    function _revertNotOpen(uint256 programmeId, ProgrammeEntry storage programme) private view {
        revert ProgrammeNotOpen(programmeId, programme.opensAt, programme.closesAt);
    }

    function _existing(uint256 programmeId) private view returns (ProgrammeEntry storage programme) {
        programme = _programmes[programmeId];
        if (programme.budget == 0) revert ProgrammeNotFound(programmeId);
    }

    function _inState(uint256 runId, RunState expected) private view returns (RunEntry storage run) {
        run = _runs[runId];
        RunState actual = run.state;
        if (actual == RunState.None) revert RunNotFound(runId);
        if (actual != expected) revert RunUnexpectedState(runId, actual);
    }
}
