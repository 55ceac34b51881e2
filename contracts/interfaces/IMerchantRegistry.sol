// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

/// @title Merchant registry
/// @notice Who accepts the currency, and which structures the council funds.
/// @dev Holds business facts that are public anyway: no name, mail or free text. What people read about a shop is a
/// JSON document elsewhere, held to the hash kept here. An approved merchant's account is in rate class 1 of the token;
/// a suspended or departed one's goes back to class 0, unless it was made exempt since. Functions with a role are called
/// directly, never through `AccessManager.execute`. Times are Unix seconds.
interface IMerchantRegistry {
    enum Status {
        None,
        Applied,
        Approved,
        Suspended,
        Left,
        Refused
    }

    /// @notice What a shop says about itself.
    /// @param category Trade, a code of the public list (1 to 65535).
    /// @param commune INSEE code of the commune, five ASCII characters ("45234").
    /// @param recordHash keccak256 of the bytes of the public record.
    /// @param recordURI Where the public record can be read; may be relative to the region's site. `{hash}` in it stands for
    /// `recordHash`, as 0x and 64 lower-case digits.
    struct Details {
        uint16 category;
        bytes5 commune;
        bytes32 recordHash;
        string recordURI;
    }

    /// @notice A merchant as the registry knows it.
    /// @param since Unix seconds of the last change of status.
    /// @param reasonCode Why it is suspended or was refused, a code of the public list; 0 when it is neither.
    struct Merchant {
        address account;
        Status status;
        uint64 since;
        uint16 reasonCode;
        Details details;
    }

    /// @notice A structure the council funds.
    /// @param acceptedShareBps Share of its sales it committed to accept in the currency, in basis points.
    /// @param since Unix seconds from which the commitment holds.
    /// @param until Unix seconds at which it was ended; 0 while it holds.
    /// @param conventionHash keccak256 of the signed convention.
    struct Structure {
        address account;
        uint16 acceptedShareBps;
        uint64 since;
        uint64 until;
        bytes32 conventionHash;
    }

    /// @notice A shop asked to be listed.
    event MerchantApplied(
        address indexed account,
        uint16 indexed category,
        bytes5 indexed commune,
        bytes32 recordHash,
        string recordURI
    );

    /// @notice A shop was approved: its account melts at the merchant rate from now on.
    event MerchantApproved(address indexed account, address indexed registrar);

    /// @notice A shop was suspended: its money stays its own and melts at the ordinary rate.
    event MerchantSuspended(address indexed account, address indexed registrar, uint16 indexed reasonCode);

    /// @notice A suspended shop was reinstated.
    event MerchantReinstated(address indexed account, address indexed registrar);

    /// @notice An application was refused; the shop may apply again.
    event MerchantRefused(address indexed account, address indexed registrar, uint16 indexed reasonCode);

    /// @notice A shop's details changed.
    event MerchantUpdated(
        address indexed account,
        uint16 indexed category,
        bytes5 indexed commune,
        bytes32 recordHash,
        string recordURI
    );

    /// @notice A shop left of its own will.
    event MerchantLeft(address indexed account);

    /// @notice A structure's commitment was recorded, or replaced.
    event StructureRecorded(
        address indexed account,
        uint16 acceptedShareBps,
        uint64 since,
        bytes32 indexed conventionHash
    );

    /// @notice A structure's commitment ended.
    event StructureEnded(address indexed account, bytes32 indexed conventionHash);

    /// @notice The shop is not in a status this call can start from.
    /// @param actual Status it is in.
    error MerchantUnexpectedStatus(address account, Status actual);

    /// @notice This account cannot be a merchant: it is the zero address, the token, or exempt from demurrage.
    error MerchantInvalidAccount(address account);

    /// @notice The category is 0.
    error MerchantInvalidCategory(uint16 category);

    /// @notice The commune is not five digits, or 2A or 2B and three digits.
    error MerchantInvalidCommune(bytes5 commune);

    /// @notice The hash of the public record is missing.
    error MerchantMissingRecord(address account);

    /// @notice The reason code is 0.
    error MerchantMissingReason(address account);

    /// @notice The share is 0 or more than 10,000 basis points.
    error StructureInvalidShare(address account, uint16 acceptedShareBps);

    /// @notice The hash of the convention is missing.
    error StructureMissingConvention(address account);

    /// @notice The zero address cannot be a structure.
    error StructureInvalidAccount(address account);

    /// @notice No commitment of this account holds.
    error StructureNotFunded(address account);

    /// @notice Asks to be listed. Anyone, for the caller's own account; again after having left or been refused.
    function applyAsMerchant(Details calldata details) external;

    /// @notice Approves shops that applied. Role: REGISTRAR. All of them or none.
    function approve(address[] calldata accounts) external;

    /// @notice Refuses applications. Role: REGISTRAR. All of them or none.
    /// @param reasonCode A code of the public list, not 0.
    function refuse(address[] calldata accounts, uint16 reasonCode) external;

    /// @notice Lists and approves a shop on its written application. Role: REGISTRAR.
    /// @dev From status None, Applied, Left or Refused. Emits `MerchantApplied` and `MerchantApproved`.
    function register(address account, Details calldata details) external;

    /// @notice Suspends an approved shop. Role: REGISTRAR.
    /// @param reasonCode A code of the public list, not 0.
    function suspend(address account, uint16 reasonCode) external;

    /// @notice Reinstates a suspended shop. Role: REGISTRAR.
    function reinstate(address account) external;

    /// @notice Replaces the caller's details, while it has applied or is approved. Anyone, for the caller's own account.
    function updateDetails(Details calldata details) external;

    /// @notice Replaces a shop's details, while it has applied, is approved or suspended. Role: REGISTRAR.
    function correctDetails(address account, Details calldata details) external;

    /// @notice Leaves the register, from any status but None and Left. Anyone, for the caller's own account.
    function leave() external;

    /// @notice Records what a funded structure committed to accept; replaces an earlier commitment. Role: REGISTRAR.
    /// @param acceptedShareBps 1 to 10,000.
    /// @param since Unix seconds from which it holds; may lie in the past or in the future.
    function recordStructure(address account, uint16 acceptedShareBps, uint64 since, bytes32 conventionHash) external;

    /// @notice Ends a structure's commitment now. Role: REGISTRAR.
    function endStructure(address account) external;

    /// @notice Whether this account is an approved merchant.
    function isApproved(address account) external view returns (bool);

    /// @notice The status of a merchant alone; None when the registry never saw it.
    function statusOf(address account) external view returns (Status);

    /// @notice One merchant; status None when the registry never saw it.
    function merchantOf(address account) external view returns (Merchant memory);

    /// @notice How many merchants ever applied, whatever became of them.
    function merchantCount() external view returns (uint256);

    /// @notice Merchants in the order in which they first applied.
    /// @param offset Index of the first one.
    /// @param limit Most to return; fewer (or none) come back at the end of the list.
    function merchants(uint256 offset, uint256 limit) external view returns (Merchant[] memory);

    /// @notice One structure; `conventionHash` 0 when the registry never saw it.
    function structureOf(address account) external view returns (Structure memory);

    /// @notice How many structures were ever recorded.
    function structureCount() external view returns (uint256);

    /// @notice Structures in the order in which they were first recorded; paged as `merchants`.
    function structures(uint256 offset, uint256 limit) external view returns (Structure[] memory);
}
