// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

/// @title Redemptions
/// @notice How shops get out to euros: a shop sets money aside here, the treasurer transfers euros to its bank account and
/// confirms it, the money is destroyed. A fee stays with the commons.
/// @dev What is set aside waits in this contract's own account, which does not melt. The euros transferred are the amount
/// less the fee, and that much is destroyed; the fee goes on circulating, so its euros stay in the reserve. Hence always
/// `euros attested - euros redeemed = totalSupply + attested and not yet issued`. Amounts are cents, times Unix seconds,
/// months those of the UTC calendar. Requests are numbered from 1.
interface IRedemptions {
    enum State {
        None,
        Waiting,
        Paid,
        Cancelled,
        Refused
    }

    /// @notice What a shop asked for.
    /// @param amount Cents it set aside.
    /// @param fee Cents of it that go to the commons: the euros to transfer are `amount - fee`.
    /// @param requestedAt Unix seconds; the month whose allowance it uses.
    /// @param settledAt Unix seconds of its payment, cancellation or refusal; 0 while it waits.
    /// @param reasonCode Why it was refused, a code of the public list; 0 when it was not.
    /// @param orderHash keccak256 of the transfer of euros; 0 unless it is paid.
    struct Request {
        uint256 requestId;
        address shop;
        State state;
        uint256 amount;
        uint256 fee;
        uint64 requestedAt;
        uint64 settledAt;
        uint16 reasonCode;
        bytes32 orderHash;
    }

    /// @notice A shop asked for euros. The token's Transfer of the amount stands right before in the transaction.
    event RedemptionRequested(uint256 indexed requestId, address indexed shop, uint256 amount, uint256 fee);

    /// @notice A shop took its request back. The token's Transfer of the amount stands right before.
    event RedemptionCancelled(uint256 indexed requestId, address indexed shop, uint256 amount);

    /// @notice The treasurer refused a request. The token's Transfer that gives the amount back stands right before.
    event RedemptionRefused(
        uint256 indexed requestId,
        address indexed shop,
        address indexed treasurer,
        uint16 reasonCode,
        uint256 amount
    );

    /// @notice The euros of a request were transferred. The burn and, unless it is 0, the fee stand right before.
    /// @param orderHash keccak256 of the transfer of euros.
    /// @param redeemed Cents destroyed: euros that left the reserve.
    /// @param fee Cents that went to the commons.
    event RedemptionPaid(
        uint256 indexed requestId,
        address indexed shop,
        bytes32 indexed orderHash,
        address treasurer,
        uint256 redeemed,
        uint256 fee
    );

    /// @notice The fee of requests to come.
    event RedemptionFeeSet(uint16 feeBps);

    /// @notice The most a shop can ask for in a month, from this one on.
    event MonthlyAllowanceSet(uint256 monthlyAllowance);

    /// @notice Only a shop of the register can get out to euros: approved, or suspended.
    error RedemptionNotAShop(address account);

    /// @notice The amount is 0.
    error RedemptionInvalidAmount(uint256 amount);

    /// @notice The fee is above what the shop agreed to.
    error RedemptionFeeNotAgreed(uint16 feeBps, uint16 mostFeeBps);

    /// @notice More than the shop can still ask for this month.
    /// @param left Cents it can still ask for.
    error RedemptionAllowanceExceeded(address shop, uint256 amount, uint256 left);

    /// @notice There is no such request.
    error RedemptionNotFound(uint256 requestId);

    /// @notice The request is settled already.
    /// @param actual State it is in.
    error RedemptionUnexpectedState(uint256 requestId, State actual);

    /// @notice This is another shop's request.
    error RedemptionOfAnotherShop(uint256 requestId, address account);

    /// @notice The signature is not the shop's, for this request and this chain.
    error RedemptionInvalidSignature(uint256 requestId);

    /// @notice A refusal needs a reason.
    error RedemptionMissingReason(uint256 requestId);

    /// @notice The hash of the transfer of euros is missing.
    error RedemptionMissingOrder(uint256 requestId);

    /// @notice This transfer of euros has paid another request.
    error RedemptionOrderUsed(bytes32 orderHash);

    /// @notice The fee is above what this contract allows for ever.
    error RedemptionFeeAboveCeiling(uint16 feeBps, uint16 ceilingBps);

    /// @notice The account that holds what waits would melt: the deployment is not finished.
    error RedemptionEscrowMelts();

    /// @notice Asks for euros, as a shop that has allowed this contract to take the amount.
    /// @dev Also reverts as the token's `transferFrom` does.
    /// @param amount Cents.
    /// @param mostFeeBps Highest fee the shop agrees to, in basis points.
    function request(uint256 amount, uint16 mostFeeBps) external returns (uint256 requestId);

    /// @notice Asks for euros as a shop signed it. Anybody may send it.
    /// @dev The shop signs the token's ERC-3009 message `ReceiveWithAuthorization` to this contract, with the nonce
    /// `authorizationNonce(salt, mostFeeBps)`: so everything here is covered by the signature, and runs once. Also
    /// reverts as the token's `receiveWithAuthorization` does.
    /// @param amount Cents.
    /// @param mostFeeBps Highest fee the shop agrees to, in basis points.
    /// @param validAfter Unix second after which it can be sent.
    /// @param validBefore Unix second before which it can be sent.
    /// @param salt Any number the shop has not used before.
    function requestWithAuthorization(
        address shop,
        uint256 amount,
        uint16 mostFeeBps,
        uint256 validAfter,
        uint256 validBefore,
        bytes32 salt,
        bytes calldata signature
    ) external returns (uint256 requestId);

    /// @notice Takes a waiting request back: the shop has its money again, which melts from now on, and its allowance.
    function cancel(uint256 requestId) external;

    /// @notice Takes a waiting request back as its shop signed it. Anybody may send it.
    /// @dev The shop signs the EIP-712 message `CancelRedemption(uint256 requestId)` of this contract's domain.
    function cancelWithSignature(uint256 requestId, bytes calldata signature) external;

    /// @notice Confirms that the euros were transferred; each transfer counts once. Role: TREASURER.
    /// @param orderHash keccak256 of the transfer of euros.
    function confirm(uint256 requestId, bytes32 orderHash) external;

    /// @notice Refuses a waiting request: the shop has its money again, and its allowance. Role: TREASURER.
    /// @param reasonCode Code of the public list of reasons, not 0.
    function refuse(uint256 requestId, uint16 reasonCode) external;

    /// @notice Sets the fee of requests to come, within the ceiling. Role: COUNCIL.
    function setFee(uint16 feeBps) external;

    /// @notice Sets the most a shop can ask for in a month. Role: COUNCIL.
    /// @param monthlyAllowance Cents.
    function setMonthlyAllowance(uint80 monthlyAllowance) external;

    /// @notice One request. Reverts with `RedemptionNotFound`.
    function requestOf(uint256 requestId) external view returns (Request memory);

    /// @notice How many requests there are: their ids go from 1 to this.
    function requestCount() external view returns (uint256);

    /// @notice Requests in the order they came: those with the ids `offset + 1` to `offset + limit`.
    function requests(uint256 offset, uint256 limit) external view returns (Request[] memory page);

    /// @notice Cents a shop can still ask for this month.
    function leftThisMonth(address shop) external view returns (uint256);

    /// @notice The most a shop can ask for in a month, in cents.
    function monthlyAllowance() external view returns (uint256);

    /// @notice The fee of requests to come, in basis points.
    function feeBps() external view returns (uint16);

    /// @notice Highest fee there can ever be, in basis points.
    function feeCeilingBps() external view returns (uint16);

    /// @notice Cents of all waiting requests.
    function waiting() external view returns (uint256);

    /// @notice Cents destroyed for euros that were transferred: what left the reserve.
    function redeemed() external view returns (uint256);

    /// @notice Whether this transfer of euros has paid a request.
    function isOrderUsed(bytes32 orderHash) external view returns (bool);

    /// @notice The nonce of an authorisation to ask for euros.
    function authorizationNonce(bytes32 salt, uint16 mostFeeBps) external pure returns (bytes32);
}
