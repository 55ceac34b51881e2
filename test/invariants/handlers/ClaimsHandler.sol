// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IClaims} from "../../../contracts/interfaces/IClaims.sol";
import {IIssuance} from "../../../contracts/interfaces/IIssuance.sol";
import {Books} from "../Books.sol";
import {ClaimTree} from "../ClaimTree.sol";
import {Region} from "../Region.sol";
import {Handler} from "./Handler.sol";
import {IssuanceHandler} from "./IssuanceHandler.sol";

/// @notice What becomes of the claims of the last runs: claimed, claimed again, forged, cancelled, closed, left.
contract ClaimsHandler is Handler {
    bytes32 private constant DOMAIN_TYPE = keccak256(
        "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
    );
    bytes32 private constant CLAIM_TYPE = keccak256("Claim(uint256 runId,uint256 claimNumber,address payee)");
    address private constant THIEF = address(0xBAD);

    /// @dev What is wrong with a claim that somebody sends.
    enum Flaw {
        MoreCents,
        AnotherKey,
        AnotherPayee,
        AnotherRun,
        AnotherNumber,
        PaysIssuance,
        PaysTill,
        None
    }

    /// @notice What this handler saw happen, beside what the contract says. Cents.
    mapping(uint256 runId => mapping(uint256 place => uint256)) public timesUsed;
    mapping(uint256 runId => uint256) public takenOf;
    mapping(uint256 runId => uint256) public returnedOf;
    mapping(uint256 programmeId => uint256) public returnedTo;
    mapping(uint256 runId => bool) public isClosed;
    uint256 public donated;

    IssuanceHandler private immutable issuing;
    address private immutable issuance;

    constructor(Region region_, Books books_, IssuanceHandler issuing_) Handler(region_, books_) {
        issuing = issuing_;
        issuance = address(region_.issuance());
    }

    /// @dev All that precedes a claim at once, since time soon closes what was opened.
    function sendLetters(uint8 purposeSeed, uint256 seed, uint256 payeeSeed) external {
        issuing.prepareRun(purposeSeed, seed, 1);
        issuing.openClaims(0);
        this.claim(0, seed, payeeSeed, type(uint8).max);
    }

    /// @dev Half of the claims have nothing wrong with them.
    function claim(uint256 runSeed, uint256 placeSeed, uint256 payeeSeed, uint8 lot) external {
        uint256 id = issuing.recentRun(runSeed);
        if (id == 0) return;
        uint256 place = placeSeed % ClaimTree.CLAIMS;
        Flaw flaw = lot % 16 < uint8(Flaw.None) ? Flaw(lot % 16) : Flaw.None;
        address payee = books.person(payeeSeed);
        if (flaw == Flaw.PaysIssuance) payee = issuance;
        if (flaw == Flaw.PaysTill) payee = address(token);
        uint256 amount = ClaimTree.claimAmount(issuing.seedOf(id), place);
        bytes4 expected = _whyUnclaimed(id, place, amount, flaw);
        bytes memory call = _signed(id, place, payee, flaw);
        if (expected == 0) books.open(Books.Kind.Transfer, issuance, payee, amount, 0);
        else _open(Books.Kind.Other);
        if (_answers(books.person(payeeSeed >> 8), issuance, call, expected)) {
            ++timesUsed[id][place];
            takenOf[id] += amount;
        }
        books.close();
    }

    function cancelClaim(uint256 runSeed, uint256 placeSeed, bool isByOfficer, uint8 lot) external {
        uint256 id = issuing.recentRun(runSeed);
        if (id == 0) return;
        uint256 place = placeSeed % ClaimTree.CLAIMS;
        uint256 seed = issuing.seedOf(id);
        uint256 amount = ClaimTree.claimAmount(seed, place);
        bool isForged = lot % 8 == 0;
        bytes4 expected = _whyUnused(id, place, amount, isForged);
        if (!isByOfficer) expected = IIssuance.RunUnauthorizedOfficer.selector;
        bytes memory call = abi.encodeCall(
            IClaims.cancelClaim,
            (
                id,
                ClaimTree.numberOf(place),
                ClaimTree.claimKeyOf(place),
                isForged ? amount + 1 : amount,
                ClaimTree.proof(seed, place)
            )
        );
        _openBurn(expected == 0 ? amount : 0);
        if (_answers(isByOfficer ? _officerOf(id) : region.treasurer(), issuance, call, expected)) {
            ++timesUsed[id][place];
            takenOf[id] += amount;
            _bookReturned(id, amount);
        }
        books.close();
    }

    function closeClaims(uint256 runSeed, bool isByOfficer) external {
        uint256 id = issuing.recentRun(runSeed);
        if (id == 0) return;
        bytes4 expected;
        if (!_isOpen(id)) expected = IClaims.ClaimsNotOpen.selector;
        else if (!_isOver(id) && !isByOfficer) expected = IIssuance.RunUnauthorizedOfficer.selector;
        uint256 amount = expected == 0 ? remainingOf(id) : 0;
        bytes memory call = abi.encodeCall(IClaims.closeClaims, (id, ClaimTree.SHEET));
        _openBurn(amount);
        if (_answers(isByOfficer ? _officerOf(id) : books.person(runSeed), issuance, call, expected)) {
            isClosed[id] = true;
            _bookReturned(id, amount);
        }
        books.close();
    }

    /// @dev The last second of a sheet, or the first after it.
    function waitForDeadline(uint256 runSeed, uint256 placeSeed, bool isAfter, bool isClosing) external {
        uint256 id = issuing.recentRun(runSeed);
        if (id == 0) return;
        uint256 end = ClaimTree.deadlineOf(issuing.seedOf(id)) + (isAfter ? 1 : 0);
        if (end < block.timestamp) return;
        _open(Books.Kind.Clock);
        vm.warp(end);
        books.close();
        if (isClosing) this.closeClaims(runSeed, false);
        else this.claim(runSeed, placeSeed, placeSeed, type(uint8).max);
    }

    /// @dev Money that nobody waits for, in the account of those who wait.
    function donate(uint256 fromSeed, uint256 amountSeed) external {
        address from = books.person(fromSeed);
        uint256 amount = bound(amountSeed, 0, token.balanceOf(from));
        books.open(Books.Kind.Transfer, from, issuance, amount, 0);
        _succeeds(from, address(token), abi.encodeCall(token.transfer, (issuance, amount)));
        donated += amount;
        books.close();
    }

    /// @notice What the sheet of a run still owes.
    function remainingOf(uint256 id) public view returns (uint256) {
        return _isOpen(id) ? ClaimTree.amountOf(issuing.seedOf(id)) - takenOf[id] : 0;
    }

    function _bookReturned(uint256 id, uint256 amount) private {
        returnedOf[id] += amount;
        returnedTo[region.issuance().runOf(id).programmeId] += amount;
    }

    function _openBurn(uint256 amount) private {
        books.open(Books.Kind.Burn, issuance, address(0), amount, 0);
    }

    function _signed(uint256 id, uint256 place, address payee, Flaw flaw) private view returns (bytes memory) {
        uint256 seed = issuing.seedOf(id);
        uint256 number = ClaimTree.numberOf(place);
        bytes32 message = keccak256(
            abi.encode(
                CLAIM_TYPE,
                flaw == Flaw.AnotherRun ? id + 1 : id,
                flaw == Flaw.AnotherNumber ? number ^ 1 : number,
                flaw == Flaw.AnotherPayee ? THIEF : payee
            )
        );
        bytes32 domain = keccak256(
            abi.encode(DOMAIN_TYPE, keccak256("Issuance"), keccak256("1"), block.chainid, issuance)
        );
        uint256 key = ClaimTree.privateKeyOf(flaw == Flaw.AnotherKey ? place ^ 1 : place);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, keccak256(abi.encodePacked("\x19\x01", domain, message)));
        uint256 amount = ClaimTree.claimAmount(seed, place) + (flaw == Flaw.MoreCents ? 1 : 0);
        bytes32 vs = s | bytes32(uint256(v - 27) << 255);
        return abi.encodeCall(IClaims.claim, (id, number, amount, payee, r, vs, ClaimTree.proof(seed, place)));
    }

    function _whyUnclaimed(uint256 id, uint256 place, uint256 amount, Flaw flaw) private view returns (bytes4) {
        if (flaw == Flaw.PaysIssuance) return IClaims.ClaimInvalidPayee.selector;
        if (_isOpen(id) && _isOver(id)) return IClaims.ClaimExpired.selector;
        bytes4 unused = _whyUnused(id, place, amount, flaw < Flaw.PaysIssuance);
        if (unused != 0) return unused;
        return flaw == Flaw.PaysTill ? IERC20Errors.ERC20InvalidReceiver.selector : bytes4(0);
    }

    function _whyUnused(uint256 id, uint256 place, uint256 amount, bool isForged) private view returns (bytes4) {
        if (!_isOpen(id)) return IClaims.ClaimsNotOpen.selector;
        if (isForged) return IClaims.ClaimNotInRun.selector;
        if (timesUsed[id][place] != 0) return IClaims.ClaimAlreadyUsed.selector;
        return amount > remainingOf(id) ? IClaims.ClaimNotInRun.selector : bytes4(0);
    }

    function _isOpen(uint256 id) private view returns (bool) {
        return issuing.timesPaid(id, ClaimTree.SHEET) == 1 && !isClosed[id];
    }

    function _isOver(uint256 id) private view returns (bool) {
        return block.timestamp > ClaimTree.deadlineOf(issuing.seedOf(id));
    }

    function _officerOf(uint256 id) private view returns (address) {
        uint256 programmeId = region.issuance().runOf(id).programmeId;
        return _officer(region.issuance().programmeOf(programmeId).purpose);
    }
}
