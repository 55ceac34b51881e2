// SPDX-License-Identifier: EUPL-1.2
pragma solidity 0.8.34;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IAccessManager} from "@openzeppelin/contracts/access/manager/IAccessManager.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";
import {BitMaps} from "@openzeppelin/contracts/utils/structs/BitMaps.sol";
import {AccessManagedInPerson} from "../access/AccessManagedInPerson.sol";
import {Roles} from "../access/Roles.sol";
import {IClaims} from "../interfaces/IClaims.sol";
import {IIssuance} from "../interfaces/IIssuance.sol";
import {IRegionalToken} from "../interfaces/IRegionalToken.sol";
import {Payment} from "../interfaces/Payment.sol";
import {ClaimSheets} from "./ClaimSheets.sol";
import {PaymentWords} from "./PaymentWords.sol";
import {Programmes} from "./Programmes.sol";

/// @title Issuance
/// @notice How money comes into being, and how people without an account come to it.
/// @dev Holds the token's MINTER and BURNER roles, and in an exempt account of its own what waits to be claimed. In every programme
/// `issued <= committed <= attested <= budget`.
contract Issuance is IIssuance, IClaims, AccessManagedInPerson, EIP712 {
    using BitMaps for BitMaps.BitMap;
    using ClaimSheets for ClaimSheets.Sheet;
    using ClaimSheets for ClaimSheet;
    using PaymentWords for Payment[];
    using Programmes for Programmes.Programme;

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
        // sixth slot
        uint128 returned;
    }

    uint8 private constant EXEMPT_CLASS = 2;
    // The compiler hashes it.
    // solhint-disable-next-line gas-small-strings
    bytes32 private constant CLAIM_TYPEHASH = keccak256("Claim(uint256 runId,uint256 claimNumber,address payee)");

    /// @notice The currency that is issued.
    IRegionalToken public immutable token;

    // These three share a slot.
    bool private _closed;
    uint48 private _programmeCount;
    uint48 private _runCount;

    mapping(uint256 programmeId => Programmes.Programme) private _programmes;
    mapping(uint256 runId => RunEntry) private _runs;
    mapping(uint256 runId => BitMaps.BitMap) private _paidChunks;
    mapping(uint256 runId => mapping(uint256 chunkIndex => ClaimSheets.Sheet)) private _claimSheets;
    mapping(bytes32 orderHash => bool) private _usedOrders;
    mapping(bytes32 planHash => uint256 runId) private _runsOfPlans;

    constructor(address authority, IRegionalToken token_) AccessManaged(authority) EIP712("Issuance", "1") {
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
        programmeId = ++_programmeCount;
        _programmes[programmeId].open(purpose, budget, opensAt, closesAt, decisionHash);
        emit ProgrammeOpened(programmeId, purpose, decisionHash, budget, opensAt, closesAt);
    }

    /// @inheritdoc IIssuance
    function attest(uint256 programmeId, uint256 amount, bytes32 orderHash) external restricted {
        Programmes.Programme storage programme = _existing(programmeId);
        if (amount == 0) revert AttestationInvalidAmount(amount);
        if (orderHash == 0) revert AttestationMissingOrder();
        if (_usedOrders[orderHash]) revert AttestationOrderUsed(orderHash);
        programme.attest(programmeId, amount);
        _usedOrders[orderHash] = true;
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
        Programmes.Programme storage programme = _existing(programmeId);
        Purpose purpose = programme.purpose;
        _checkOfficer(purpose);
        _checkIssuingOpen();
        programme.checkOpen(programmeId);
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
        Programmes.Programme storage programme = _programmes[programmeId];
        programme.checkOpen(programmeId);
        programme.commit(programmeId, run.total);
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
        _programmes[programmeId].release(released);
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
        RunEntry storage run = _takeChunk(runId, chunkIndex, payments.leaf(chunkIndex), payments.length, proof);
        // The token adds the amounts up as it mints; it calls nobody. Too much undoes everything.
        amount = payments.mint(token);
        _countIssued(runId, run, amount);
        emit ChunkPaid(
            runId,
            run.programmeId,
            _programmes[run.programmeId].decisionHash,
            chunkIndex,
            payments.length,
            amount,
            run.proposer,
            run.approver
        );
    }

    /// @inheritdoc IClaims
    function openClaims(
        uint256 runId,
        uint256 chunkIndex,
        ClaimSheet calldata sheet,
        bytes32[] calldata proof
    ) external {
        RunEntry storage run = _takeChunk(runId, chunkIndex, sheet.leaf(chunkIndex), sheet.claimCount, proof);
        (, , uint8 rateClass) = token.accountOf(address(this));
        if (rateClass != EXEMPT_CLASS) revert ClaimEscrowMelts();
        token.mint(address(this), sheet.amount);
        _countIssued(runId, run, sheet.amount);
        _claimSheets[runId][chunkIndex].open(sheet, runId, chunkIndex);
        emit ClaimsOpened(
            runId,
            run.programmeId,
            _programmes[run.programmeId].decisionHash,
            chunkIndex,
            sheet.root,
            sheet.claimCount,
            sheet.amount,
            sheet.deadline,
            run.proposer,
            run.approver
        );
    }

    /// @inheritdoc IClaims
    function claim(
        uint256 runId,
        uint256 claimNumber,
        uint256 amount,
        address payee,
        bytes32 r,
        bytes32 vs,
        bytes32[] calldata proof
    ) external {
        // The token refuses the other accounts nobody has.
        if (payee == address(this)) revert ClaimInvalidPayee(payee);
        ClaimSheets.Sheet storage sheet = _openSheet(runId, claimNumber / ClaimSheets.CLAIMS_PER_SHEET);
        if (sheet.isOver()) revert ClaimExpired(runId, claimNumber, sheet.deadline);
        bytes32 digest = _hashTypedDataV4(keccak256(abi.encode(CLAIM_TYPEHASH, runId, claimNumber, payee)));
        sheet.take(runId, claimNumber, ECDSA.recover(digest, r, vs), amount, proof);
        token.transfer(payee, amount); // reverts or pays, and calls nobody
        emit Claimed(runId, claimNumber);
    }

    /// @inheritdoc IClaims
    function cancelClaim(
        uint256 runId,
        uint256 claimNumber,
        address claimKey,
        uint256 amount,
        bytes32[] calldata proof
    ) external {
        _checkOfficer(_runs[runId].purpose);
        _openSheet(runId, claimNumber / ClaimSheets.CLAIMS_PER_SHEET).take(runId, claimNumber, claimKey, amount, proof);
        _takeBack(runId, amount);
        emit ClaimCancelled(runId, claimNumber, msg.sender, amount);
    }

    /// @inheritdoc IClaims
    function closeClaims(uint256 runId, uint256 chunkIndex) external returns (uint256 amount) {
        ClaimSheets.Sheet storage sheet = _openSheet(runId, chunkIndex);
        if (!sheet.isOver()) _checkOfficer(_runs[runId].purpose);
        amount = sheet.close();
        _takeBack(runId, amount);
        emit ClaimsClosed(runId, chunkIndex, msg.sender, amount);
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
        Programmes.Programme storage programme = _existing(programmeId);
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
                paidCount: run.paidCount,
                returned: run.returned
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

    /// @inheritdoc IClaims
    function claimSheetOf(
        uint256 runId,
        uint256 chunkIndex
    ) external view returns (bytes32 root, uint128 used, uint64 deadline, uint256 remaining) {
        ClaimSheets.Sheet storage sheet = _claimSheets[runId][chunkIndex];
        return (sheet.root, sheet.used, sheet.deadline, sheet.remaining);
    }

    /// @inheritdoc IIssuance
    function isOrderUsed(bytes32 orderHash) external view returns (bool) {
        return _usedOrders[orderHash];
    }

    /// @inheritdoc IIssuance
    function isClosed() public view returns (bool) {
        return _closed || IAccessManager(authority()).isTargetClosed(address(this));
    }

    /// @dev All that paying a chunk and opening a claim sheet have in common, but for the money.
    function _takeChunk(
        uint256 runId,
        uint256 chunkIndex,
        bytes32 leaf,
        uint256 paymentCount,
        bytes32[] calldata proof
    ) private returns (RunEntry storage run) {
        run = _inState(runId, RunState.Approved);
        _checkOfficer(run.purpose);
        _checkIssuingOpen();
        _programmes[run.programmeId].checkOpen(run.programmeId);
        if (!MerkleProof.verifyCalldata(proof, run.root, leaf)) revert ChunkNotInRun(runId, chunkIndex);
        if (_paidChunks[runId].get(chunkIndex)) revert ChunkAlreadyPaid(runId, chunkIndex);
        uint256 availableCount = run.paymentCount - run.paidCount;
        if (paymentCount > availableCount) revert RunCountExceeded(runId, paymentCount, availableCount);
        _paidChunks[runId].set(chunkIndex);
        run.paidCount += uint32(paymentCount);
    }

    function _countIssued(uint256 runId, RunEntry storage run, uint256 amount) private {
        uint256 available = run.total - run.paid;
        if (amount > available) revert RunTotalExceeded(runId, amount, available);
        run.paid += uint128(amount);
        _programmes[run.programmeId].issue(amount);
    }

    /// @dev Destroys what waited to be claimed and will not be.
    function _takeBack(uint256 runId, uint256 amount) private {
        RunEntry storage run = _runs[runId];
        run.returned += uint128(amount);
        _programmes[run.programmeId].takeBack(amount);
        token.burn(amount);
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

    function _existing(uint256 programmeId) private view returns (Programmes.Programme storage programme) {
        programme = _programmes[programmeId];
        if (programme.budget == 0) revert ProgrammeNotFound(programmeId);
    }

    function _inState(uint256 runId, RunState expected) private view returns (RunEntry storage run) {
        run = _runs[runId];
        RunState actual = run.state;
        if (actual == RunState.None) revert RunNotFound(runId);
        if (actual != expected) revert RunUnexpectedState(runId, actual);
    }

    function _openSheet(uint256 runId, uint256 chunkIndex) private view returns (ClaimSheets.Sheet storage sheet) {
        sheet = _claimSheets[runId][chunkIndex];
        if (sheet.root == 0) revert ClaimsNotOpen(runId, chunkIndex);
    }
}
