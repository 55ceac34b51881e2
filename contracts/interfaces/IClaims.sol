// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

/// @title Claims
/// @notice Payments to people who have no account yet: each is set aside on the chain under the address of a one-time key
/// that came by letter, and whoever holds the key says where it goes.
/// @dev A claim sheet is a chunk of an approved run. Opening it creates its whole amount in this contract's own account,
/// which does not melt; what nobody claims until the deadline is destroyed and free again for the programme. Claims are
/// numbered within a run: claim `n` stands on sheet `n / 128`, at place `n % 128`. Amounts are cents, times Unix seconds.
interface IClaims {
    /// @notice What an approved run says of a claim sheet.
    /// @param root Merkle root over its claims. A claim's leaf is
    /// keccak256(keccak256(abi.encode(claimNumber, claimKey, amount))), where `claimKey` is the address of its one-time key.
    /// @param claimCount Claims on it, 128 at most.
    /// @param amount Cents of all of them.
    /// @param deadline Last Unix second in which they can be claimed.
    struct ClaimSheet {
        bytes32 root;
        uint256 claimCount;
        uint256 amount;
        uint256 deadline;
    }

    /// @notice A claim sheet was opened: its amount was created and waits to be claimed.
    event ClaimsOpened(
        uint256 indexed runId,
        uint256 indexed programmeId,
        bytes32 indexed decisionHash,
        uint256 chunkIndex,
        bytes32 root,
        uint256 claimCount,
        uint256 amount,
        uint256 deadline,
        address proposer,
        address approver
    );

    /// @notice A claim was paid: by the token's Transfer from this contract that stands right before in the transaction.
    event Claimed(uint256 indexed runId, uint256 indexed claimNumber);

    /// @notice A claim was cancelled, as when its letter was lost; its amount was destroyed.
    event ClaimCancelled(uint256 indexed runId, uint256 indexed claimNumber, address indexed by, uint256 amount);

    /// @notice A claim sheet was closed; what nobody had claimed was destroyed.
    event ClaimsClosed(uint256 indexed runId, uint256 indexed chunkIndex, address indexed by, uint256 amount);

    /// @notice A claim sheet needs a root, 1 to 128 claims and a deadline that is not over.
    error ClaimSheetInvalid(uint256 runId, uint256 chunkIndex);

    /// @notice The account that holds what waits to be claimed would melt: the deployment is not finished.
    error ClaimEscrowMelts();

    /// @notice This claim sheet is not open: it was not opened yet, or it was closed.
    error ClaimsNotOpen(uint256 runId, uint256 chunkIndex);

    /// @notice The deadline of this claim is over.
    error ClaimExpired(uint256 runId, uint256 claimNumber, uint256 deadline);

    /// @notice This claim was paid or cancelled before.
    error ClaimAlreadyUsed(uint256 runId, uint256 claimNumber);

    /// @notice Number, key, amount and proof do not belong together; or the signature is not that key's, for this payee,
    /// run and chain.
    error ClaimNotInRun(uint256 runId, uint256 claimNumber);

    /// @notice Nobody can be paid there.
    error ClaimInvalidPayee(address payee);

    /// @notice Opens a claim sheet of an approved run. Role: the officer's, as in `proposeRun`.
    /// @dev Counts as a chunk of the run, each once. The leaf is keccak256(keccak256(abi.encode(chunkIndex, sheet))).
    function openClaims(
        uint256 runId,
        uint256 chunkIndex,
        ClaimSheet calldata sheet,
        bytes32[] calldata proof
    ) external;

    /// @notice Pays a claim to `payee`. Anybody may call it: the signature alone says who is paid.
    /// @dev The claim's key signs the EIP-712 message `Claim(uint256 runId,uint256 claimNumber,address payee)` of this
    /// contract's domain; `r` and `vs` are the signature in its short form (ERC-2098). Also works while issuing is closed and
    /// after the run was cancelled or the programme ended: the money exists already, and was promised.
    /// @param amount Cents.
    /// @param proof Merkle proof of the claim within its sheet.
    function claim(
        uint256 runId,
        uint256 claimNumber,
        uint256 amount,
        address payee,
        bytes32 r,
        bytes32 vs,
        bytes32[] calldata proof
    ) external;

    /// @notice Cancels one claim; its amount is destroyed and free again for the programme. Role: the officer's, as in
    /// `proposeRun`. Works until the sheet is closed.
    /// @param claimKey Address of its one-time key.
    /// @param amount Cents.
    function cancelClaim(
        uint256 runId,
        uint256 claimNumber,
        address claimKey,
        uint256 amount,
        bytes32[] calldata proof
    ) external;

    /// @notice Closes a claim sheet: what nobody has claimed is destroyed and free again for the programme. Anybody may do it
    /// once the deadline is over; before, only the officer, as in `proposeRun`.
    /// @return amount Cents given back.
    function closeClaims(uint256 runId, uint256 chunkIndex) external returns (uint256 amount);

    /// @notice A claim sheet as it stands. All zero when it is not open.
    /// @return root Merkle root over its claims.
    /// @return used A bit for each claim that was paid or cancelled, the lowest one for place 0.
    /// @return deadline Last Unix second in which they can be claimed.
    /// @return remaining Cents nobody has claimed.
    function claimSheetOf(
        uint256 runId,
        uint256 chunkIndex
    ) external view returns (bytes32 root, uint128 used, uint64 deadline, uint256 remaining);
}
