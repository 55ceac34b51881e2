// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

import {Payment} from "./Payment.sol";

/// @title Issuance
/// @notice How money comes into being: by a programme the council decided, for euros the treasurer attested, in runs that
/// one person proposed and another approved.
/// @dev Always `issued <= committed <= attested <= budget` in each programme, and the token's cap over all. Amounts are
/// cents, times Unix seconds. Programmes and runs are numbered from 1.
interface IIssuance {
    enum Purpose {
        Bonus,
        Reward,
        Subsidy,
        VoucherBacking
    }

    enum RunState {
        None,
        Proposed,
        Approved,
        Cancelled
    }

    /// @notice A council decision to issue.
    /// @param budget Most that may ever be issued under it, in cents.
    /// @param attested Euros deposited for it, in cents.
    /// @param committed Part of the attested euros that approved runs hold: what they have issued and may still issue.
    /// @param issued Cents created under it, less what nobody claimed.
    /// @param opensAt First Unix second of the programme.
    /// @param closesAt First Unix second after it.
    /// @param decisionHash keccak256 of the council's decision.
    struct Programme {
        Purpose purpose;
        uint64 opensAt;
        uint64 closesAt;
        uint128 budget;
        uint128 attested;
        uint128 committed;
        uint128 issued;
        bytes32 decisionHash;
    }

    /// @notice A list of payments.
    /// @param root Merkle root over its chunks, claim sheets among them.
    /// @param planHash Hash of the frozen plan file the chunks were cut from.
    /// @param total Cents to pay in all.
    /// @param paid Cents created so far: paid, or set aside to be claimed.
    /// @param paymentCount Payments in all, claims among them.
    /// @param paidCount Payments made or set aside so far.
    /// @param returned Cents of `paid` that nobody claimed, and that were destroyed again.
    struct Run {
        uint256 programmeId;
        RunState state;
        address proposer;
        address approver;
        bytes32 root;
        bytes32 planHash;
        uint128 total;
        uint128 paid;
        uint32 paymentCount;
        uint32 paidCount;
        uint128 returned;
    }

    /// @notice The council opened a programme.
    event ProgrammeOpened(
        uint256 indexed programmeId,
        Purpose indexed purpose,
        bytes32 indexed decisionHash,
        uint256 budget,
        uint64 opensAt,
        uint64 closesAt
    );

    /// @notice Euros were deposited for a programme.
    /// @param orderHash keccak256 of the payment order.
    event EurosAttested(
        uint256 indexed programmeId,
        bytes32 indexed orderHash,
        address indexed treasurer,
        uint256 amount
    );

    /// @notice An officer proposed a run.
    event RunProposed(
        uint256 indexed runId,
        uint256 indexed programmeId,
        address indexed proposer,
        bytes32 root,
        bytes32 planHash,
        uint256 paymentCount,
        uint256 total
    );

    /// @notice A second person approved a run.
    event RunApproved(uint256 indexed runId, uint256 indexed programmeId, address indexed approver);

    /// @notice A run was cancelled; what it had not paid is free again.
    /// @param released Cents given back to the programme.
    event RunCancelled(uint256 indexed runId, uint256 indexed programmeId, address indexed by, uint256 released);

    /// @notice A chunk of a run was paid. Its lines are the token's Transfer events from the zero address in the same
    /// transaction.
    event ChunkPaid(
        uint256 indexed runId,
        uint256 indexed programmeId,
        bytes32 indexed decisionHash,
        uint256 chunkIndex,
        uint256 paymentCount,
        uint256 amount,
        address proposer,
        address approver
    );

    /// @notice Issuing was closed: no run can be proposed, approved or paid until the council reopens it.
    event IssuingClosed(address indexed by);

    /// @notice The council reopened issuing.
    event IssuingReopened(address indexed by);

    /// @notice There is no such programme.
    error ProgrammeNotFound(uint256 programmeId);

    /// @notice The budget is 0 or does not fit 128 bits.
    error ProgrammeInvalidBudget(uint256 budget);

    /// @notice The programme would end before it starts, or has ended already.
    error ProgrammeInvalidDates(uint64 opensAt, uint64 closesAt);

    /// @notice The hash of the council's decision is missing.
    error ProgrammeMissingDecision();

    /// @notice The programme is not open now.
    error ProgrammeNotOpen(uint256 programmeId, uint64 opensAt, uint64 closesAt);

    /// @notice More euros than the programme's budget.
    /// @param available Cents that could still be attested.
    error ProgrammeBudgetExceeded(uint256 programmeId, uint256 amount, uint256 available);

    /// @notice More than the euros attested and not yet promised to a run.
    /// @param available Cents a run could still have.
    error ProgrammeAttestedExceeded(uint256 programmeId, uint256 amount, uint256 available);

    /// @notice The amount is 0.
    error AttestationInvalidAmount(uint256 amount);

    /// @notice The hash of the payment order is missing.
    error AttestationMissingOrder();

    /// @notice These euros were attested before.
    error AttestationOrderUsed(bytes32 orderHash);

    /// @notice There is no such run.
    error RunNotFound(uint256 runId);

    /// @notice A run needs a root, a plan, at least one payment and at least one cent.
    error RunIncomplete();

    /// @notice This plan is a run already. It is free again once that run is cancelled with nothing paid.
    /// @param runId Run that has it.
    error RunPlanUsed(bytes32 planHash, uint256 runId);

    /// @notice The run is not in the state this call needs.
    /// @param actual State it is in now.
    error RunUnexpectedState(uint256 runId, RunState actual);

    /// @notice A run cannot be approved by the one who proposed it.
    error RunSelfApproval(uint256 runId, address proposer);

    /// @notice The caller does not hold the officer's role for this purpose.
    error RunUnauthorizedOfficer(address account, uint64 roleId);

    /// @notice These payments are not this chunk of the run.
    error ChunkNotInRun(uint256 runId, uint256 chunkIndex);

    /// @notice This chunk was paid before.
    error ChunkAlreadyPaid(uint256 runId, uint256 chunkIndex);

    /// @notice The chunks hold more than the run declared.
    /// @param available Cents the run had left.
    error RunTotalExceeded(uint256 runId, uint256 amount, uint256 available);

    /// @notice The chunks hold more payments than the run declared.
    /// @param available Payments the run had left.
    error RunCountExceeded(uint256 runId, uint256 paymentCount, uint256 available);

    /// @notice Issuing is closed.
    error IssuingIsClosed();

    /// @notice Issuing is open.
    error IssuingIsOpen();

    /// @notice Opens a programme. Role: COUNCIL.
    /// @param budget Cents.
    /// @param opensAt First Unix second; may lie in the past.
    /// @param closesAt First Unix second after it.
    function openProgramme(
        Purpose purpose,
        uint256 budget,
        uint64 opensAt,
        uint64 closesAt,
        bytes32 decisionHash
    ) external returns (uint256 programmeId);

    /// @notice Attests that euros were deposited for a programme; each payment order counts once. Role: TREASURER.
    /// @dev From the day the programme exists until `closesAt`; also while issuing is closed.
    /// @param amount Cents.
    function attest(uint256 programmeId, uint256 amount, bytes32 orderHash) external;

    /// @notice Proposes a run; each plan once. Role: BONUS_OFFICER for bonus programmes, REWARD_OFFICER for the others.
    /// @dev Sets nothing aside yet, so a run can be proposed before its euros are attested. An officer acts in person and at
    /// once: a member whose role has an execution delay is refused.
    /// @param total Cents.
    function proposeRun(
        uint256 programmeId,
        bytes32 root,
        bytes32 planHash,
        uint32 paymentCount,
        uint128 total
    ) external returns (uint256 runId);

    /// @notice Approves a run and sets its total aside. Role: APPROVER, and not the proposer.
    /// @dev Like all restricted functions here, only called directly: through `AccessManager.execute` it reverts with
    /// `AccessManagedUnauthorized`, as the caller would be hidden.
    function approveRun(uint256 runId) external;

    /// @notice Cancels a proposed or approved run; what it has not paid is free again. Role: the officer's, as in
    /// `proposeRun`. Works while issuing is closed and after the programme's end; a run that has paid its total stays.
    function cancelRun(uint256 runId) external;

    /// @notice Pays one chunk of an approved run: every payment of it or none. Role: the officer's, as in `proposeRun`.
    /// @dev The leaf is keccak256(keccak256(abi.encode(chunkIndex, keccak256(payments)))), where the inner hash runs over
    /// the ABI words of the payments (payee, amount) one after another.
    /// @return amount Cents paid.
    function payChunk(
        uint256 runId,
        uint256 chunkIndex,
        Payment[] calldata payments,
        bytes32[] calldata proof
    ) external returns (uint256 amount);

    /// @notice Closes issuing at once. Role: GUARDIAN.
    function close() external;

    /// @notice Reopens issuing. Role: COUNCIL.
    function reopen() external;

    /// @notice Whether issuing is closed, here or by the administrator of the access manager.
    function isClosed() external view returns (bool);

    /// @notice One programme. Reverts with `ProgrammeNotFound`.
    function programmeOf(uint256 programmeId) external view returns (Programme memory);

    /// @notice How many programmes there are: their ids go from 1 to this.
    function programmeCount() external view returns (uint256);

    /// @notice One run. Reverts with `RunNotFound`.
    function runOf(uint256 runId) external view returns (Run memory);

    /// @notice The run that has a plan; 0 when none has, or the one that had it was cancelled with nothing paid.
    function runOfPlan(bytes32 planHash) external view returns (uint256 runId);

    /// @notice How many runs there are: their ids go from 1 to this.
    function runCount() external view returns (uint256);

    /// @notice Whether a chunk was paid or, if it is a claim sheet, opened.
    function isChunkPaid(uint256 runId, uint256 chunkIndex) external view returns (bool);

    /// @notice Whether these euros were attested.
    function isOrderUsed(bytes32 orderHash) external view returns (bool);
}
