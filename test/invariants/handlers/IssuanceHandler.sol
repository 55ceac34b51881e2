// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

import {IClaims} from "../../../contracts/interfaces/IClaims.sol";
import {IIssuance} from "../../../contracts/interfaces/IIssuance.sol";
import {Payment} from "../../../contracts/interfaces/Payment.sol";
import {Issuance} from "../../../contracts/issuance/Issuance.sol";
import {Books} from "../Books.sol";
import {ClaimTree} from "../ClaimTree.sol";
import {PaymentTree} from "../PaymentTree.sol";
import {Region} from "../Region.sol";
import {Handler} from "./Handler.sol";

/// @notice Programmes, attested euros and runs of three chunks and a claim sheet, with real Merkle proofs.
contract IssuanceHandler is Handler {
    uint256 private constant MOST_BUDGET = 1_000_000_000; // cents

    /// @notice What this handler saw happen, beside what the contract says.
    mapping(uint256 programmeId => uint256) public attestedOf;
    mapping(uint256 programmeId => uint256) public issuedOf;
    mapping(uint256 runId => uint256) public paidOf;
    mapping(uint256 runId => mapping(uint256 chunkIndex => uint256)) public timesPaid;
    mapping(uint256 runId => uint256) public seedOf;

    Issuance public immutable issuance;
    uint256 private _orders;

    constructor(Region region_, Books books_) Handler(region_, books_) {
        issuance = region_.issuance();
    }

    function openProgramme(uint8 purposeSeed, uint256 budgetSeed, uint256 durationSeed) external {
        uint64 closesAt = uint64(block.timestamp + bound(durationSeed, 1 hours, 3 * 365 days));
        IIssuance.Purpose purpose = IIssuance.Purpose(purposeSeed % 4);
        uint256 budget = bound(budgetSeed, 1, MOST_BUDGET);
        bytes memory call = abi.encodeCall(
            IIssuance.openProgramme,
            (purpose, budget, uint64(block.timestamp), closesAt, keccak256("decision"))
        );
        _open(Books.Kind.Other);
        _succeeds(region.council(), address(issuance), call);
        books.close();
    }

    /// @dev All that precedes a payment at once, since time soon closes what was opened.
    function prepareRun(uint8 purposeSeed, uint256 seed, uint8 lot) external {
        this.openProgramme(purposeSeed, MOST_BUDGET, 365 days);
        this.attest(0, MOST_BUDGET, false);
        this.propose(0, seed, lot);
        this.approve(0, false);
    }

    function attest(uint256 programmeSeed, uint256 amountSeed, bool isTooMuch) external {
        uint256 id = _programme(programmeSeed);
        if (id == 0) return;
        IIssuance.Programme memory programme = issuance.programmeOf(id);
        uint256 room = programme.budget - programme.attested;
        if (room == 0) isTooMuch = true;
        uint256 amount = isTooMuch ? bound(amountSeed, room + 1, type(uint256).max) : bound(amountSeed, 1, room);
        bytes4 expected = isTooMuch ? IIssuance.ProgrammeBudgetExceeded.selector : bytes4(0);
        if (block.timestamp >= programme.closesAt) expected = IIssuance.ProgrammeNotOpen.selector;
        bytes memory call = abi.encodeCall(IIssuance.attest, (id, amount, keccak256(abi.encode(++_orders))));
        _open(Books.Kind.Other);
        if (_answers(region.treasurer(), address(issuance), call, expected)) attestedOf[id] += amount;
        books.close();
    }

    function attestAgain(uint256 programmeSeed, uint256 orderSeed) external {
        uint256 id = _programme(programmeSeed);
        bytes32 order = keccak256(abi.encode(bound(orderSeed, 1, _orders + 1)));
        if (id == 0 || !issuance.isOrderUsed(order)) return;
        bytes memory call = abi.encodeCall(IIssuance.attest, (id, 1, order));
        _open(Books.Kind.Other);
        _isRefused(region.treasurer(), address(issuance), call, IIssuance.AttestationOrderUsed.selector);
        books.close();
    }

    /// @dev One run in eight declares less than its chunks hold. The run's seed ends in the deadline of its claims.
    function propose(uint256 programmeSeed, uint256 seed, uint8 lot) external {
        uint256 id = _programme(programmeSeed);
        if (id == 0) return;
        IIssuance.Programme memory programme = issuance.programmeOf(id);
        uint256 deadline = block.timestamp + bound(uint256(keccak256(abi.encode(seed))), 1 hours, 2 * 365 days);
        seed = (seed << 48) | deadline;
        (bytes32 root, uint256 count, uint256 total) = PaymentTree.summary(seed);
        if (lot % 8 == 0) --total;
        bytes memory call = abi.encodeCall(
            IIssuance.proposeRun,
            (id, root, keccak256(abi.encode("plan", issuance.runCount())), uint32(count), uint128(total))
        );
        _open(Books.Kind.Other);
        bool isDone = _answers(_officer(programme.purpose), address(issuance), call, _whyShut(programme));
        if (isDone) seedOf[issuance.runCount()] = seed;
        books.close();
    }

    function approve(uint256 runSeed, bool isByProposer) external {
        uint256 id = recentRun(runSeed);
        if (id == 0) return;
        IIssuance.Run memory run = issuance.runOf(id);
        IIssuance.Programme memory programme = issuance.programmeOf(run.programmeId);
        address sender = isByProposer ? region.bonusOfficer() : region.approver();
        bytes4 expected;
        if (issuance.isClosed()) expected = IIssuance.IssuingIsClosed.selector;
        else if (run.state != IIssuance.RunState.Proposed) expected = IIssuance.RunUnexpectedState.selector;
        else if (run.proposer == sender) expected = IIssuance.RunSelfApproval.selector;
        else if (_isShut(programme)) expected = IIssuance.ProgrammeNotOpen.selector;
        else if (run.total > programme.attested - programme.committed) {
            expected = IIssuance.ProgrammeAttestedExceeded.selector;
        }
        _open(Books.Kind.Other);
        _answers(sender, address(issuance), abi.encodeCall(IIssuance.approveRun, (id)), expected);
        books.close();
    }

    function payChunk(uint256 runSeed, uint256 chunkSeed) external {
        uint256 id = recentRun(runSeed);
        if (id == 0) return;
        uint256 chunkIndex = chunkSeed % ClaimTree.SHEET;
        Payment[] memory payments = PaymentTree.chunk(seedOf[id], chunkIndex);
        uint256 amount = PaymentTree.totalOf(payments);
        bytes memory call = abi.encodeCall(
            IIssuance.payChunk,
            (id, chunkIndex, payments, PaymentTree.proof(seedOf[id], chunkIndex))
        );
        _pay(id, chunkIndex, amount, call, _whyUnpaid(id, chunkIndex, amount));
    }

    function openClaims(uint256 runSeed) external {
        uint256 id = recentRun(runSeed);
        if (id == 0) return;
        IClaims.ClaimSheet memory sheet = ClaimTree.sheet(seedOf[id]);
        bytes4 expected = _whyUnpaid(id, ClaimTree.SHEET, sheet.amount);
        if (expected == 0 && block.timestamp > sheet.deadline) expected = IClaims.ClaimSheetInvalid.selector;
        bytes memory call = abi.encodeCall(
            IClaims.openClaims,
            (id, ClaimTree.SHEET, sheet, PaymentTree.proof(seedOf[id], ClaimTree.SHEET))
        );
        _pay(id, ClaimTree.SHEET, sheet.amount, call, expected);
    }

    /// @dev With a cent more, or a second more.
    function openForged(uint256 runSeed, bool isLonger) external {
        uint256 id = recentRun(runSeed);
        if (id == 0) return;
        IIssuance.Run memory run = issuance.runOf(id);
        IIssuance.Programme memory programme = issuance.programmeOf(run.programmeId);
        if (run.state != IIssuance.RunState.Approved || _whyShut(programme) != 0) return;
        IClaims.ClaimSheet memory sheet = ClaimTree.sheet(seedOf[id]);
        if (isLonger) ++sheet.deadline;
        else ++sheet.amount;
        bytes memory call = abi.encodeCall(
            IClaims.openClaims,
            (id, ClaimTree.SHEET, sheet, PaymentTree.proof(seedOf[id], ClaimTree.SHEET))
        );
        _open(Books.Kind.Other);
        _isRefused(_officer(programme.purpose), address(issuance), call, IIssuance.ChunkNotInRun.selector);
        books.close();
    }

    /// @dev With one cent more for its first payee, or under another chunk's number.
    function payForged(uint256 runSeed, uint256 chunkSeed, bool isRenumbered) external {
        uint256 id = recentRun(runSeed);
        if (id == 0) return;
        IIssuance.Run memory run = issuance.runOf(id);
        IIssuance.Programme memory programme = issuance.programmeOf(run.programmeId);
        if (run.state != IIssuance.RunState.Approved || _whyShut(programme) != 0) return;
        uint256 chunkIndex = chunkSeed % ClaimTree.SHEET;
        Payment[] memory payments = PaymentTree.chunk(seedOf[id], chunkIndex);
        bytes32[] memory proof = PaymentTree.proof(seedOf[id], chunkIndex);
        if (isRenumbered) chunkIndex += PaymentTree.CHUNKS;
        else ++payments[0].amount;
        bytes memory call = abi.encodeCall(IIssuance.payChunk, (id, chunkIndex, payments, proof));
        _open(Books.Kind.Other);
        _isRefused(_officer(programme.purpose), address(issuance), call, IIssuance.ChunkNotInRun.selector);
        books.close();
    }

    function cancel(uint256 runSeed) external {
        uint256 id = recentRun(runSeed);
        if (id == 0) return;
        IIssuance.Run memory run = issuance.runOf(id);
        IIssuance.Purpose purpose = issuance.programmeOf(run.programmeId).purpose;
        bool isOpen = run.state == IIssuance.RunState.Proposed || run.state == IIssuance.RunState.Approved;
        bytes4 expected = isOpen && run.paid < run.total ? bytes4(0) : IIssuance.RunUnexpectedState.selector;
        _open(Books.Kind.Other);
        _answers(_officer(purpose), address(issuance), abi.encodeCall(IIssuance.cancelRun, (id)), expected);
        books.close();
    }

    /// @dev The same chunk twice, and the rest of its run.
    function payWholeRun(uint256 chunkSeed) external {
        for (uint256 i = 0; i <= ClaimTree.SHEET; ++i) this.payChunk(0, (chunkSeed % ClaimTree.SHEET) + i);
        this.openClaims(0);
    }

    function closeForAMoment(uint256 runSeed, uint256 chunkSeed) external {
        _succeeds(region.guardian(), address(issuance), abi.encodeCall(IIssuance.close, ()));
        this.payChunk(runSeed, chunkSeed);
        this.openClaims(runSeed);
        this.approve(runSeed, false);
        _succeeds(region.council(), address(issuance), abi.encodeCall(IIssuance.reopen, ()));
    }

    function _pay(uint256 id, uint256 chunkIndex, uint256 amount, bytes memory call, bytes4 expected) private {
        uint256 programmeId = issuance.runOf(id).programmeId;
        _open(Books.Kind.Other);
        if (_answers(_officer(issuance.programmeOf(programmeId).purpose), address(issuance), call, expected)) {
            ++timesPaid[id][chunkIndex];
            paidOf[id] += amount;
            issuedOf[programmeId] += amount;
            books.bookMinted(amount);
        }
        books.close();
    }

    function _whyUnpaid(uint256 id, uint256 chunkIndex, uint256 amount) private view returns (bytes4) {
        IIssuance.Run memory run = issuance.runOf(id);
        if (run.state != IIssuance.RunState.Approved) return IIssuance.RunUnexpectedState.selector;
        bytes4 shut = _whyShut(issuance.programmeOf(run.programmeId));
        if (shut != 0) return shut;
        if (timesPaid[id][chunkIndex] != 0) return IIssuance.ChunkAlreadyPaid.selector;
        if (token.totalSupply() + amount > token.cap()) return bytes4(keccak256("ERC20ExceededCap(uint256,uint256)"));
        return amount > run.total - run.paid ? IIssuance.RunTotalExceeded.selector : bytes4(0);
    }

    function _whyShut(IIssuance.Programme memory programme) private view returns (bytes4) {
        if (issuance.isClosed()) return IIssuance.IssuingIsClosed.selector;
        return _isShut(programme) ? IIssuance.ProgrammeNotOpen.selector : bytes4(0);
    }

    function _isShut(IIssuance.Programme memory programme) private view returns (bool) {
        return block.timestamp < programme.opensAt || block.timestamp >= programme.closesAt;
    }

    /// @notice One of the last four runs: old ones are over. 0 when there is none.
    function recentRun(uint256 seed) public view returns (uint256) {
        return _recent(seed, issuance.runCount(), 4);
    }

    /// @dev One of the last three programmes. 0 when there is none.
    function _programme(uint256 seed) private view returns (uint256) {
        return _recent(seed, issuance.programmeCount(), 3);
    }

    function _recent(uint256 seed, uint256 count, uint256 most) private pure returns (uint256) {
        return count == 0 ? 0 : count - (seed % (count < most ? count : most));
    }
}
