// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

import {IIssuance} from "../../contracts/interfaces/IIssuance.sol";
import {Issuance} from "../../contracts/issuance/Issuance.sol";
import {Redemptions} from "../../contracts/issuance/Redemptions.sol";
import {IRedemptions} from "../../contracts/interfaces/IRedemptions.sol";
import {MerchantRegistry} from "../../contracts/merchants/MerchantRegistry.sol";
import {RegionalToken} from "../../contracts/token/RegionalToken.sol";
import {Books} from "./Books.sol";
import {ClaimTree} from "./ClaimTree.sol";
import {PaymentTree} from "./PaymentTree.sol";
import {Region} from "./Region.sol";
import {TestBase} from "./TestBase.sol";
import {ClaimsHandler} from "./handlers/ClaimsHandler.sol";
import {ClockHandler} from "./handlers/ClockHandler.sol";
import {IssuanceHandler} from "./handlers/IssuanceHandler.sol";
import {PaymentHandler} from "./handlers/PaymentHandler.sol";
import {RateHandler} from "./handlers/RateHandler.sol";
import {RedemptionsHandler} from "./handlers/RedemptionsHandler.sol";
import {RegistryHandler} from "./handlers/RegistryHandler.sol";
import {SupplyHandler} from "./handlers/SupplyHandler.sol";

/// @notice The sentences of README.md that hold after every step, each as one function with its number.
contract InvariantsTest is TestBase {
    uint256 private constant BEGINNING = 1_893_456_000; // 2030-01-01
    uint256 private constant IDEAL_BITS = 128;
    uint256 private constant WORTH_BITS = 48;
    uint256 private constant CENTURY_DAYS = 36_500;

    Region private region;
    RegionalToken private token;
    MerchantRegistry private registry;
    Issuance private issuance;
    Redemptions private redemptions;
    Books private books;
    IssuanceHandler private issuing;
    ClaimsHandler private claiming;
    SupplyHandler private supplying;
    RedemptionsHandler private redeeming;
    address[] private handlers;

    function setUp() external {
        vm.warp(BEGINNING);
        region = new Region(600, 200);
        token = region.token();
        registry = region.registry();
        issuance = region.issuance();
        redemptions = region.redemptions();
        books = new Books(region);
        issuing = new IssuanceHandler(region, books);
        claiming = new ClaimsHandler(region, books, issuing);
        supplying = new SupplyHandler(region, books);
        redeeming = new RedemptionsHandler(region, books);
        handlers.push(address(issuing));
        handlers.push(address(claiming));
        handlers.push(address(new PaymentHandler(region, books)));
        handlers.push(address(supplying));
        handlers.push(address(redeeming));
        handlers.push(address(new RateHandler(region, books)));
        handlers.push(address(new RegistryHandler(region, books)));
        handlers.push(address(new ClockHandler(region, books)));
    }

    /// @notice Tells the runner whom to call.
    function targetContracts() external view returns (address[] memory) {
        return handlers;
    }

    /// @notice A sequence that left a handler out has shown nothing. The runner knows handlers by their compiled code.
    function afterInvariant() external view {
        for (uint256 i = 0; i < handlers.length; ++i) {
            assertTrue("every handler took part", books.stepsOf(handlers[i]) != 0);
        }
        assertTrue("programmes were opened", issuance.programmeCount() != 0);
    }

    function invariant_1_settledBalancesAddUpAndEventsRebuildThem() external view {
        address[] memory accounts = books.accounts();
        uint256 sum;
        for (uint256 i = 0; i < accounts.length; ++i) {
            uint256 settled = token.settledBalanceOf(accounts[i]);
            assertEq("balance rebuilt from events", books.rebuilt(accounts[i]), settled);
            assertEq("due", token.demurrageDueOf(accounts[i]), settled - token.balanceOf(accounts[i]));
            sum += settled;
        }
        assertEq("sum of settled balances", sum, token.totalSupply());
    }

    function invariant_2_supplyMovesByMintAndBurnAlone() external view {
        assertEq("supply", token.totalSupply(), books.minted() - books.burned());
        assertLe("supply", token.totalSupply(), token.cap());
    }

    function invariant_3_transferIsExactOnBothSides() external view {
        Books.Step memory step = books.step();
        if (step.kind != Books.Kind.Transfer && step.kind != Books.Kind.Mint) return;
        if (step.to == address(0)) return; // a batch
        address[] memory accounts = books.accounts();
        for (uint256 i = 0; i < accounts.length; ++i) {
            address account = accounts[i];
            if (account == address(token)) continue; // gets what others owed
            uint256 expected = books.before(account).balance;
            if (account == step.from) expected -= step.value;
            if (account == step.to) expected += step.value;
            assertEq("balance after a transfer", token.balanceOf(account), expected);
        }
    }

    function invariant_4_balanceIsTheExactFormula() external view {
        address[] memory accounts = books.accounts();
        uint256 today = block.timestamp / 1 days;
        for (uint256 i = 0; i < accounts.length; ++i) {
            address account = accounts[i];
            _checkClose("worth settled", _settledWorth(account), books.idealOn(account, 0));
            uint256 balance = token.balanceOf(account) << IDEAL_BITS;
            uint256 ideal = books.idealOn(account, today);
            assertLe("balance", balance, ideal + books.TOLERANCE());
            assertLe("exact worth less a cent", ideal, balance + (1 << IDEAL_BITS) + books.TOLERANCE());
        }
    }

    function invariant_5_nobodyGetsRicherWithinADay() external view {
        Books.Step memory step = books.step();
        address[] memory accounts = books.accounts();
        if (step.kind == Books.Kind.Clock) return;
        uint256 wealth;
        uint256 wealthBefore;
        for (uint256 i = 0; i < accounts.length; ++i) {
            if (accounts[i] == address(token)) continue;
            wealth += token.balanceOf(accounts[i]);
            wealthBefore += books.before(accounts[i]).balance;
        }
        uint256 income = token.totalSupply() > step.supplyBefore ? token.totalSupply() - step.supplyBefore : 0;
        if (step.kind == Books.Kind.Collect) income += step.value;
        assertLe("wealth of all", wealth, wealthBefore + income);
    }

    function invariant_7_nothingBricksAndClocksRaiseNothing() external {
        Books.Step memory step = books.step();
        address[] memory accounts = books.accounts();
        for (uint256 i = 0; i < accounts.length; ++i) {
            address account = accounts[i];
            uint256 balance = token.balanceOf(account);
            assertLe("balance", balance, token.settledBalanceOf(account));
            uint32 inACentury = uint32(block.timestamp / 1 days + CENTURY_DAYS);
            assertLe("balance in a century", token.balanceOfOn(account, inACentury), balance);
            if (step.kind != Books.Kind.Clock) continue;
            uint256 balanceBefore = books.before(account).balance;
            if (_today() == step.dayBefore) assertEq("same day", balance, balanceBefore);
            if (_today() > step.dayBefore) assertLe("later day", balance, balanceBefore);
            assertEq("settled", token.settledBalanceOf(account), books.before(account).settled);
        }
        // What follows is undone after the check.
        token.settle(accounts);
        for (uint256 i = 0; i < accounts.length; ++i) {
            address account = accounts[i];
            address payee = books.person(i);
            uint256 all = token.balanceOf(account);
            assertEq("settled today", all, token.settledBalanceOf(account));
            if (account == address(token)) continue;
            vm.prank(account);
            token.transfer(payee, all);
        }
        uint256 till = token.balanceOf(address(token));
        address collector = region.collector();
        vm.prank(collector);
        token.collectDemurrage(accounts[0], till);
    }

    function invariant_8_rateChangeRepricesNoPastDay() external view {
        Books.Step memory step = books.step();
        if (step.kind != Books.Kind.Rate) return;
        address[] memory accounts = books.accounts();
        for (uint256 i = 0; i < accounts.length; ++i) {
            Books.Before memory before = books.before(accounts[i]);
            assertEq("balance today", token.balanceOf(accounts[i]), before.balance);
            assertEq("settled balance", token.settledBalanceOf(accounts[i]), before.settled);
            if (step.probedDay == 0) continue;
            uint256 onFirstDay = token.balanceOfOn(accounts[i], uint32(step.probedDay));
            assertEq("balance on the first day at the new rate", onFirstDay, before.probed);
        }
    }

    function invariant_11_chunksPayAtMostOnce() external view {
        for (uint256 id = 1; id <= issuance.runCount(); ++id) {
            IIssuance.Run memory run = issuance.runOf(id);
            assertEq("paid by a run", run.paid, issuing.paidOf(id));
            assertLe("paid by a run", run.paid, run.total);
            assertLe("payments made by a run", run.paidCount, run.paymentCount);
            for (uint256 chunk = 0; chunk < PaymentTree.CHUNKS; ++chunk) {
                uint256 times = issuing.timesPaid(id, chunk);
                assertLe("times a chunk was paid", times, 1);
                assertTrue("a paid chunk is marked", issuance.isChunkPaid(id, chunk) == (times == 1));
            }
        }
    }

    function invariant_12_issuedCommittedAttestedBudget() external view {
        uint256 programmes = issuance.programmeCount();
        uint256[] memory committed = new uint256[](programmes + 1);
        for (uint256 id = 1; id <= issuance.runCount(); ++id) {
            IIssuance.Run memory run = issuance.runOf(id);
            bool isApproved = run.state == IIssuance.RunState.Approved;
            committed[run.programmeId] += (isApproved ? run.total : run.paid) - run.returned;
            if (run.paid != 0) assertTrue("two people", run.approver != address(0) && run.approver != run.proposer);
        }
        for (uint256 id = 1; id <= programmes; ++id) {
            IIssuance.Programme memory programme = issuance.programmeOf(id);
            assertEq("issued", programme.issued, issuing.issuedOf(id) - claiming.returnedTo(id));
            assertEq("committed", programme.committed, committed[id]);
            assertEq("attested", programme.attested, issuing.attestedOf(id));
            assertLe("issued", programme.issued, programme.committed);
            assertLe("committed", programme.committed, programme.attested);
            assertLe("attested", programme.attested, programme.budget);
        }
    }

    function invariant_13_shopsHaveTheirClassWhileApproved() external view {
        for (uint256 i = 0; i < 4; ++i) {
            address shop = books.person(i);
            (, , uint8 rateClass) = token.accountOf(shop);
            assertEq("class of a shop", rateClass, registry.isApproved(shop) ? 1 : 0);
        }
    }

    function invariant_14_claimsPayAtMostOnceOutOfWhatWaits() external view {
        uint256 waiting;
        for (uint256 id = 1; id <= issuance.runCount(); ++id) {
            (bytes32 root, uint256 used, uint256 end, uint256 owed) = issuance.claimSheetOf(id, ClaimTree.SHEET);
            bool isOpen = issuing.timesPaid(id, ClaimTree.SHEET) == 1 && !claiming.isClosed(id);
            assertTrue("a sheet is there while it is open", (root != 0) == isOpen);
            assertEq("owed", owed, claiming.remainingOf(id));
            assertEq("deadline", end, isOpen ? ClaimTree.deadlineOf(issuing.seedOf(id)) : 0);
            uint256 marks;
            for (uint256 place = 0; place < ClaimTree.CLAIMS; ++place) {
                uint256 times = claiming.timesUsed(id, place);
                assertLe("times a claim was used", times, 1);
                marks |= times << place;
            }
            assertEq("marks", used, isOpen ? marks : 0);
            assertEq("returned by a run", issuance.runOf(id).returned, claiming.returnedOf(id));
            waiting += owed;
        }
        assertEq("what waits is there", token.balanceOf(address(issuance)), waiting + claiming.donated());
    }

    function invariant_15_requestsAreSettledAtMostOnceOutOfWhatWaits() external view {
        uint256 waiting;
        uint256 redeemed;
        for (uint256 id = 1; id <= redemptions.requestCount(); ++id) {
            IRedemptions.Request memory request = redemptions.requestOf(id);
            assertLe("times a request was settled", redeeming.timesSettled(id), 1);
            bool isWaiting = request.state == IRedemptions.State.Waiting;
            assertTrue("a request waits until it is settled", isWaiting == (redeeming.timesSettled(id) == 0));
            if (isWaiting) waiting += request.amount;
            bool isPaid = request.state == IRedemptions.State.Paid;
            if (isPaid) redeemed += request.amount - request.fee;
            assertTrue("a transfer of euros for each payment", isPaid == (request.orderHash != 0));
        }
        assertEq("waiting", redemptions.waiting(), waiting);
        assertEq("redeemed", redemptions.redeemed(), redeemed);
        assertEq("what waits is there", token.balanceOf(address(redemptions)), waiting + redeeming.donated());
        for (uint256 i = 0; i < 4; ++i) {
            assertEq("left this month", redemptions.leftThisMonth(books.person(i)), redeeming.leftOf(books.person(i)));
        }
    }

    /// @dev What the region's contracts did; the minter of these tests has no euros for what it creates and destroys.
    function invariant_16_reserveCoversTheCirculation() external view {
        uint256 attested;
        uint256 issued;
        for (uint256 id = 1; id <= issuance.programmeCount(); ++id) {
            IIssuance.Programme memory programme = issuance.programmeOf(id);
            attested += programme.attested;
            issued += programme.issued;
        }
        uint256 reserve = attested - redemptions.redeemed();
        uint256 circulating = token.totalSupply() + supplying.destroyed() - supplying.created();
        assertLe("in circulation", circulating, reserve);
        assertEq("reserve beyond the circulation", reserve - circulating, attested - issued);
    }

    function _settledWorth(address account) private view returns (uint256) {
        (uint256 worth, , ) = token.accountOf(account);
        return worth << (IDEAL_BITS - WORTH_BITS);
    }

    function _today() private view returns (uint256) {
        return block.timestamp / 1 days;
    }

    function _checkClose(string memory what, uint256 actual, uint256 exact) private view {
        assertLe(what, actual, exact + books.TOLERANCE());
        assertLe(what, exact, actual + books.TOLERANCE());
    }
}
