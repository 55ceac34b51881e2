// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {IERC20Demurrage} from "../interfaces/IERC20Demurrage.sol";
import {Payment} from "../interfaces/Payment.sol";
import {DemurrageAccount, DemurrageAccountLib} from "./DemurrageAccount.sol";
import {DemurrageMath} from "./DemurrageMath.sol";

/// @title ERC-20 demurrage
/// @notice ERC-20 extension: money that melts by the UTC day into a till at the token's own address.
/// @dev Replaces the bookkeeping of OpenZeppelin's `ERC20` by overriding `balanceOf`, `totalSupply` and `_update`, so
/// that its other extensions (cap, permit, authorisations) work unchanged. Every balance goes through `_settled`, which
/// views and transfers share: what `balanceOf` shows is what a transfer finds.
abstract contract ERC20Demurrage is ERC20, IERC20Demurrage {
    uint256 internal constant ORDINARY = 0;
    uint256 internal constant MERCHANT = 1;
    uint256 internal constant EXEMPT = 2;

    /// @dev Days between the announcement of a rate and its first day.
    uint256 private constant NOTICE_DAYS = 30;

    /// @dev An account holds up to 80 bits of whole base units.
    uint256 private constant MAX_SUPPLY = type(uint80).max;

    uint16 private immutable _ceilingBps;

    /// @dev The rates of the classes 0 and 1 until the first announced change. In the code, not in storage: settling an
    /// account then needs no slot but the account's and the till's.
    uint256 private immutable _firstOrdinaryFactor;
    uint256 private immutable _firstMerchantFactor;
    uint16 private immutable _firstOrdinaryBps;
    uint16 private immutable _firstMerchantBps;

    mapping(address owner => DemurrageAccount) private _accounts;

    /// @dev Announced rates by class, in order of `fromDay`; how many there are is kept in the till's account.
    mapping(uint256 rateClass => mapping(uint256 index => Rate)) private _rates;

    uint256 private _supply;

    /// @param ordinaryBps Yearly rate of class 0, in basis points.
    /// @param merchantBps Yearly rate of class 1, in basis points.
    /// @param ceilingBps Highest yearly rate a class can ever have, in basis points; below 10,000.
    constructor(uint16 ordinaryBps, uint16 merchantBps, uint16 ceilingBps) {
        if (ceilingBps >= DemurrageMath.BPS) {
            revert ERC20DemurrageRateAboveCeiling(ceilingBps, uint16(DemurrageMath.BPS - 1));
        }
        if (ordinaryBps > ceilingBps) revert ERC20DemurrageRateAboveCeiling(ordinaryBps, ceilingBps);
        if (merchantBps > ceilingBps) revert ERC20DemurrageRateAboveCeiling(merchantBps, ceilingBps);
        _ceilingBps = ceilingBps;
        _firstOrdinaryBps = ordinaryBps;
        _firstMerchantBps = merchantBps;
        _firstOrdinaryFactor = DemurrageMath.dailyFactor(ordinaryBps);
        _firstMerchantFactor = DemurrageMath.dailyFactor(merchantBps);
        _accounts[address(this)] = DemurrageAccount.wrap(0).withRateClass(EXEMPT);
        emit RateClassSet(address(this), uint8(ORDINARY), uint8(EXEMPT));
    }

    /// @inheritdoc IERC20Demurrage
    function settle(address[] calldata accounts) external returns (uint256 due) {
        uint256 day = _today();
        for (uint256 i = 0; i < accounts.length; ++i) {
            address owner = accounts[i];
            DemurrageAccount before = _accounts[owner];
            if (before.settledDay() >= day || before.worth() == 0 || before.rateClass() == EXEMPT) continue;
            (DemurrageAccount account, uint256 accountDue) = _settled(owner, day);
            _accounts[owner] = account;
            due += accountDue;
        }
        _addToTill(due);
    }

    /// @inheritdoc ERC20
    function totalSupply() public view virtual override returns (uint256) {
        return _supply;
    }

    /// @inheritdoc ERC20
    function balanceOf(address owner) public view virtual override returns (uint256) {
        return DemurrageAccountLib.wholeUnits(_worthOn(_accounts[owner], _today()));
    }

    /// @inheritdoc IERC20Demurrage
    function settledBalanceOf(address owner) external view returns (uint256) {
        return _accounts[owner].settledBalance();
    }

    /// @inheritdoc IERC20Demurrage
    function demurrageDueOf(address owner) external view returns (uint256) {
        return _accounts[owner].settledBalance() - balanceOf(owner);
    }

    /// @inheritdoc IERC20Demurrage
    function balanceOfOn(address owner, uint32 day) external view returns (uint256) {
        uint32 current = today();
        if (day < current) revert ERC20DemurrageDayPassed(day, current);
        return DemurrageAccountLib.wholeUnits(_worthOn(_accounts[owner], day));
    }

    /// @inheritdoc IERC20Demurrage
    function accountOf(address owner) external view returns (uint256 worth, uint32 settledDay, uint8 rateClass) {
        DemurrageAccount account = _accounts[owner];
        return (account.worth(), uint32(account.settledDay()), uint8(account.rateClass()));
    }

    /// @inheritdoc IERC20Demurrage
    function ratesOf(uint8 rateClass) external view returns (Rate[] memory rates) {
        _checkMelts(rateClass);
        uint256 count = _till().rateCount(rateClass);
        rates = new Rate[](count + 1);
        rates[0] = Rate({
            fromDay: 0,
            yearlyRateBps: rateClass == ORDINARY ? _firstOrdinaryBps : _firstMerchantBps,
            dailyFactor: uint128(_firstFactor(rateClass))
        });
        for (uint256 i = 0; i < count; ++i) rates[i + 1] = _rates[rateClass][i];
    }

    /// @inheritdoc IERC20Demurrage
    function rateCeilingBps() external view returns (uint16) {
        return _ceilingBps;
    }

    /// @inheritdoc IERC20Demurrage
    function today() public view returns (uint32) {
        return uint32(_today());
    }

    /// @dev Moves base units between two accounts, or creates or destroys them when one is the zero address, after
    /// settling both. Nobody can send to the till; the till itself only pays through `_collectDemurrage`.
    function _update(address from, address to, uint256 value) internal virtual override {
        if (to == address(this)) revert ERC20InvalidReceiver(to);
        uint256 day = _today();
        uint256 due;
        if (from == address(0)) {
            _increaseSupply(value);
            due = _credit(to, value, day);
        } else {
            DemurrageAccount payer;
            (payer, due) = _settled(from, day);
            uint256 balance = payer.settledBalance();
            if (balance < value) revert ERC20InsufficientBalance(from, balance, value);
            if (from == to) {
                _accounts[from] = payer;
            } else {
                _accounts[from] = payer.minus(value);
                if (to == address(0)) _supply -= value;
                else due += _credit(to, value, day);
            }
        }
        _addToTill(due);
        emit Transfer(from, to, value);
    }

    /// @dev Creates base units for many accounts. Bypasses `_update`: extensions that override it, the cap among them,
    /// are applied by the caller. The supply and the till are written once.
    function _mintBatch(Payment[] calldata payments) internal returns (uint256 total) {
        uint256 day = _today();
        uint256 due;
        for (uint256 i = 0; i < payments.length; ++i) {
            address payee = payments[i].payee;
            uint256 amount = payments[i].amount;
            if (payee == address(0) || payee == address(this)) revert ERC20InvalidReceiver(payee);
            total += amount; // checked: an amount too large for an account cannot pass `_increaseSupply` below
            due += _credit(payee, amount, day);
            emit Transfer(address(0), payee, amount);
        }
        _increaseSupply(total);
        _addToTill(due);
    }

    /// @dev Pays out of the demurrage till.
    function _collectDemurrage(address to, uint256 value) internal {
        if (to == address(0) || to == address(this)) revert ERC20InvalidReceiver(to);
        uint256 balance = _till().settledBalance();
        if (balance < value) revert ERC20InsufficientBalance(address(this), balance, value);
        _accounts[address(this)] = _till().minus(value);
        _addToTill(_credit(to, value, _today()));
        emit Transfer(address(this), to, value);
    }

    /// @dev Settles an account at the rate of its class, then puts it into another one.
    function _setRateClass(address owner, uint8 rateClass) internal {
        if (rateClass > EXEMPT) revert ERC20DemurrageInvalidRateClass(rateClass);
        if (owner == address(this)) revert ERC20DemurrageTillClassFixed();
        (DemurrageAccount account, uint256 due) = _settled(owner, _today());
        uint8 previousClass = uint8(account.rateClass());
        _accounts[owner] = account.withRateClass(rateClass);
        _addToTill(due);
        if (rateClass != previousClass) emit RateClassSet(owner, previousClass, rateClass);
    }

    /// @dev Announces the rate of a class for days to come.
    function _announceRate(uint8 rateClass, uint16 yearlyRateBps, uint32 fromDay) internal {
        _checkMelts(rateClass);
        if (yearlyRateBps > _ceilingBps) revert ERC20DemurrageRateAboveCeiling(yearlyRateBps, _ceilingBps);
        uint32 earliestDay = uint32(_today() + NOTICE_DAYS);
        if (fromDay < earliestDay) revert ERC20DemurrageNoticeTooShort(fromDay, earliestDay);
        (bool isPending, uint256 count) = _pendingRate(rateClass);
        if (isPending) revert ERC20DemurrageRatePending(rateClass, _rates[rateClass][count - 1].fromDay);
        _rates[rateClass][count] = Rate({
            fromDay: fromDay,
            yearlyRateBps: yearlyRateBps,
            dailyFactor: uint128(DemurrageMath.dailyFactor(yearlyRateBps))
        });
        _accounts[address(this)] = _till().withRateCount(rateClass, count + 1);
        emit RateAnnounced(rateClass, yearlyRateBps, fromDay);
    }

    /// @dev Withdraws the announced rate of a class before its first day.
    function _withdrawRate(uint8 rateClass) internal {
        _checkMelts(rateClass);
        (bool isPending, uint256 count) = _pendingRate(rateClass);
        if (!isPending) revert ERC20DemurrageNoRatePending(rateClass);
        Rate memory rate = _rates[rateClass][count - 1];
        delete _rates[rateClass][count - 1];
        _accounts[address(this)] = _till().withRateCount(rateClass, count - 1);
        emit RateWithdrawn(rateClass, rate.yearlyRateBps, rate.fromDay);
    }

    /// @dev Settles an account and adds to it. The caller adds what is returned to the till, and has made sure or makes
    /// sure that the supply stays within `MAX_SUPPLY`.
    function _credit(address to, uint256 value, uint256 day) private returns (uint256 due) {
        DemurrageAccount payee;
        (payee, due) = _settled(to, day);
        _accounts[to] = payee.plus(value);
    }

    /// @dev The account as it is after settling, not yet written, and what it owes the till; announces the latter.
    function _settled(address owner, uint256 day) private returns (DemurrageAccount account, uint256 due) {
        account = _accounts[owner];
        if (account.settledDay() >= day) return (account, 0);
        uint256 worth = _worthOn(account, day);
        // Cannot underflow: worth never grows.
        unchecked {
            due = account.settledBalance() - DemurrageAccountLib.wholeUnits(worth);
        }
        account = account.settled(worth, day);
        if (due != 0) emit Transfer(owner, address(this), due);
    }

    function _addToTill(uint256 due) private {
        if (due != 0) _accounts[address(this)] = _till().plus(due);
    }

    function _increaseSupply(uint256 value) private {
        uint256 supply = _supply + value;
        if (supply > MAX_SUPPLY) revert ERC20DemurrageExceededMaxSupply(supply, MAX_SUPPLY);
        _supply = supply;
    }

    /// @dev Worth on a day. A clock that stands still or steps back changes nothing.
    function _worthOn(DemurrageAccount account, uint256 day) private view returns (uint256 worth) {
        worth = account.worth();
        uint256 settledDay = account.settledDay();
        uint256 rateClass = account.rateClass();
        if (day <= settledDay || worth == 0 || rateClass == EXEMPT) return worth;
        return DemurrageMath.multiply(_factor(rateClass, settledDay, day), worth);
    }

    /// @dev What is left of 1 from one day to a later one. Each day is charged at the rate in force on it.
    function _factor(uint256 rateClass, uint256 fromDay, uint256 toDay) private view returns (uint256 factor) {
        uint256 index = _till().rateCount(rateClass);
        if (index == 0) return DemurrageMath.power(_firstFactor(rateClass), toDay - fromDay);
        factor = DemurrageMath.ONE;
        while (index != 0 && toDay > fromDay) {
            Rate storage rate = _rates[rateClass][--index];
            uint256 rateDay = rate.fromDay;
            if (rateDay >= toDay) continue;
            uint256 start = rateDay > fromDay ? rateDay : fromDay;
            factor = DemurrageMath.multiply(factor, DemurrageMath.power(rate.dailyFactor, toDay - start));
            toDay = start;
        }
        if (toDay > fromDay) {
            factor = DemurrageMath.multiply(factor, DemurrageMath.power(_firstFactor(rateClass), toDay - fromDay));
        }
    }

    function _firstFactor(uint256 rateClass) private view returns (uint256) {
        return rateClass == ORDINARY ? _firstOrdinaryFactor : _firstMerchantFactor;
    }

    function _pendingRate(uint8 rateClass) private view returns (bool isPending, uint256 count) {
        count = _till().rateCount(rateClass);
        isPending = count != 0 && _rates[rateClass][count - 1].fromDay > _today();
    }

    function _till() private view returns (DemurrageAccount) {
        return _accounts[address(this)];
    }

    function _today() private view returns (uint256) {
        return block.timestamp / 1 days;
    }

    function _checkMelts(uint8 rateClass) private pure {
        if (rateClass > MERCHANT) revert ERC20DemurrageInvalidRateClass(rateClass);
    }
}
