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
    /// @dev A struct so that an account can be passed by reference: where it is kept is hashed once.
    struct Holding {
        DemurrageAccount account;
    }

    uint256 internal constant ORDINARY = 0;
    uint256 internal constant MERCHANT = 1;
    uint256 internal constant EXEMPT = 2;

    /// @dev Days between the announcement of a rate and its first day.
    uint256 private constant NOTICE_DAYS = 30;

    /// @dev No currency loses more than half in a year.
    uint16 private constant MAX_CEILING_BPS = 5_000;

    /// @dev An account holds up to 80 bits of whole base units.
    uint256 private constant MAX_SUPPLY = type(uint80).max;

    uint16 private immutable _ceilingBps;

    /// @dev The rates of the classes 0 and 1 until the first announced change. In the code, not in storage: settling an
    /// account then needs no slot but the account's and the till's.
    uint256 private immutable _firstOrdinaryExponent;
    uint256 private immutable _firstMerchantExponent;
    uint16 private immutable _firstOrdinaryBps;
    uint16 private immutable _firstMerchantBps;

    mapping(address owner => Holding) private _holdings;

    /// @dev Announced rates by class, in order of `fromDay`; how many there are is kept in the till's account.
    mapping(uint256 rateClass => mapping(uint256 index => Rate)) private _rates;

    uint256 private _supply;

    /// @param ordinaryBps Yearly rate of class 0, in basis points.
    /// @param merchantBps Yearly rate of class 1, in basis points.
    /// @param ceilingBps Highest yearly rate a class can ever have, in basis points; at most 5,000.
    constructor(uint16 ordinaryBps, uint16 merchantBps, uint16 ceilingBps) {
        if (ceilingBps > MAX_CEILING_BPS) revert ERC20DemurrageRateAboveCeiling(ceilingBps, MAX_CEILING_BPS);
        if (ordinaryBps > ceilingBps) revert ERC20DemurrageRateAboveCeiling(ordinaryBps, ceilingBps);
        if (merchantBps > ceilingBps) revert ERC20DemurrageRateAboveCeiling(merchantBps, ceilingBps);
        _ceilingBps = ceilingBps;
        _firstOrdinaryBps = ordinaryBps;
        _firstMerchantBps = merchantBps;
        _firstOrdinaryExponent = DemurrageMath.dailyExponent(ordinaryBps);
        _firstMerchantExponent = DemurrageMath.dailyExponent(merchantBps);
        _holdings[address(this)].account = DemurrageAccount.wrap(0).withRateClass(EXEMPT);
        emit RateClassSet(address(this), uint8(ORDINARY), uint8(EXEMPT));
    }

    /// @inheritdoc IERC20Demurrage
    function settle(address[] calldata accounts) external returns (uint256 due) {
        uint256 day = _today();
        DemurrageAccount before = _till();
        DemurrageAccount till = before;
        for (uint256 i = 0; i < accounts.length; ++i) {
            address owner = accounts[i];
            Holding storage holding = _holdings[owner];
            DemurrageAccount account = holding.account;
            if (account.settledDay() >= day || !_melts(account)) continue;
            (holding.account, till) = _settled(owner, account, till, day);
        }
        _writeTill(till);
        return till.settledBalance() - before.settledBalance();
    }

    /// @notice All there is, in cents: what every account holds, and what has melted in the accounts but not moved yet.
    function totalSupply() public view virtual override returns (uint256) {
        return _supply;
    }

    /// @notice What an account can spend today, in cents: what it held when it was last settled, less what has melted since.
    function balanceOf(address owner) public view virtual override returns (uint256) {
        return DemurrageAccountLib.wholeUnits(_worthOn(owner, _today()));
    }

    /// @inheritdoc IERC20Demurrage
    function settledBalanceOf(address owner) external view returns (uint256) {
        return _holdings[owner].account.settledBalance();
    }

    /// @inheritdoc IERC20Demurrage
    function demurrageDueOf(address owner) external view returns (uint256) {
        return _holdings[owner].account.settledBalance() - balanceOf(owner);
    }

    /// @inheritdoc IERC20Demurrage
    function balanceOfOn(address owner, uint32 day) external view returns (uint256) {
        uint32 current = today();
        if (day < current) revert ERC20DemurrageDayPassed(day, current);
        return DemurrageAccountLib.wholeUnits(_worthOn(owner, day));
    }

    /// @inheritdoc IERC20Demurrage
    function accountOf(address owner) external view returns (uint256 worth, uint32 settledDay, uint8 rateClass) {
        DemurrageAccount account = _holdings[owner].account;
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
            dailyExponent: uint128(_firstExponent(rateClass))
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
    /// settling both. Nobody can send to the till but through `_contribute`; it only pays through `_collectDemurrage`.
    function _update(address from, address to, uint256 value) internal virtual override {
        if (to == address(this)) revert ERC20InvalidReceiver(to);
        uint256 day = _today();
        DemurrageAccount till;
        if (from == address(0)) {
            _increaseSupply(value);
        } else {
            Holding storage holding = _holdings[from];
            DemurrageAccount payer;
            (payer, till) = _settled(from, holding.account, till, day);
            uint256 balance = payer.settledBalance();
            if (balance < value) revert ERC20InsufficientBalance(from, balance, value);
            holding.account = payer.minus(value);
        }
        if (to == address(0)) {
            _supply -= value;
        } else {
            Holding storage holding = _holdings[to];
            DemurrageAccount payee;
            (payee, till) = _settled(to, holding.account, till, day);
            holding.account = payee.plus(value);
        }
        _writeTill(till);
        emit Transfer(from, to, value);
    }

    /// @dev Creates base units for many accounts. Bypasses `_update`: extensions that override it, the cap among them,
    /// are applied by the caller. The supply and the till are written once.
    function _mintBatch(Payment[] calldata payments) internal returns (uint256 total) {
        uint256 day = _today();
        DemurrageAccount till;
        for (uint256 i = 0; i < payments.length; ++i) {
            Payment calldata payment = payments[i];
            address payee = payment.payee;
            uint256 amount = payment.amount;
            if (payee == address(0) || payee == address(this)) revert ERC20InvalidReceiver(payee);
            total += amount; // checked: an amount too large for an account cannot pass `_increaseSupply` below
            Holding storage holding = _holdings[payee];
            DemurrageAccount account;
            (account, till) = _settled(payee, holding.account, till, day);
            holding.account = account.plus(amount);
            emit Transfer(address(0), payee, amount);
        }
        _increaseSupply(total);
        _writeTill(till);
    }

    /// @dev Moves base units of an account into the demurrage till.
    function _contribute(address from, uint256 value) internal {
        Holding storage holding = _holdings[from];
        (DemurrageAccount payer, DemurrageAccount till) = _settled(from, holding.account, _till(), _today());
        uint256 balance = payer.settledBalance();
        if (balance < value) revert ERC20InsufficientBalance(from, balance, value);
        holding.account = payer.minus(value);
        _writeTill(till.plus(value));
        emit Transfer(from, address(this), value);
    }

    /// @dev Pays out of the demurrage till.
    function _collectDemurrage(address to, uint256 value) internal {
        if (to == address(0) || to == address(this)) revert ERC20InvalidReceiver(to);
        Holding storage holding = _holdings[to];
        (DemurrageAccount payee, DemurrageAccount till) = _settled(to, holding.account, _till(), _today());
        uint256 balance = till.settledBalance();
        if (balance < value) revert ERC20InsufficientBalance(address(this), balance, value);
        holding.account = payee.plus(value);
        _writeTill(till.minus(value));
        emit Transfer(address(this), to, value);
    }

    /// @dev Settles an account at the rate of its class, then puts it into another one.
    function _setRateClass(address owner, uint8 rateClass) internal {
        if (rateClass > EXEMPT) revert ERC20DemurrageInvalidRateClass(rateClass);
        if (owner == address(this)) revert ERC20DemurrageTillClassFixed();
        Holding storage holding = _holdings[owner];
        (DemurrageAccount account, DemurrageAccount till) = _settled(owner, holding.account, _till(), _today());
        uint8 previousClass = uint8(account.rateClass());
        holding.account = account.withRateClass(rateClass);
        _writeTill(till);
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
            dailyExponent: uint128(DemurrageMath.dailyExponent(yearlyRateBps))
        });
        _holdings[address(this)].account = _till().withRateCount(rateClass, count + 1);
        emit RateAnnounced(rateClass, yearlyRateBps, fromDay);
    }

    /// @dev Withdraws the announced rate of a class before its first day.
    function _withdrawRate(uint8 rateClass) internal {
        _checkMelts(rateClass);
        (bool isPending, uint256 count) = _pendingRate(rateClass);
        if (!isPending) revert ERC20DemurrageNoRatePending(rateClass);
        Rate memory rate = _rates[rateClass][count - 1];
        delete _rates[rateClass][count - 1];
        _holdings[address(this)].account = _till().withRateCount(rateClass, count - 1);
        emit RateWithdrawn(rateClass, rate.yearlyRateBps, rate.fromDay);
    }

    /// @dev An account as it is after settling, for the caller to write, and the till with what the account owed it.
    /// The till is loaded when the first account has something to lose, since most payments are not the first of the
    /// day; until then it is empty. The caller writes it once, by `_writeTill`.
    function _settled(
        address owner,
        DemurrageAccount account,
        DemurrageAccount till,
        uint256 day
    ) private returns (DemurrageAccount, DemurrageAccount) {
        if (account.settledDay() >= day) return (account, till);
        uint256 worth = account.worth();
        if (worth != 0 && account.rateClass() != EXEMPT) {
            if (till.isEmpty()) till = _till();
            worth = _decayed(account, till, day);
            // Cannot underflow: worth never grows.
            uint256 due;
            unchecked {
                due = account.settledBalance() - DemurrageAccountLib.wholeUnits(worth);
            }
            if (due != 0) {
                till = till.plus(due);
                emit Transfer(owner, address(this), due);
            }
        }
        return (account.settled(worth, day), till);
    }

    /// @dev Writes the till, if it was loaded.
    function _writeTill(DemurrageAccount till) private {
        if (!till.isEmpty()) _holdings[address(this)].account = till;
    }

    function _increaseSupply(uint256 value) private {
        uint256 supply = _supply + value;
        if (supply > MAX_SUPPLY) revert ERC20DemurrageExceededMaxSupply(supply, MAX_SUPPLY);
        _supply = supply;
    }

    /// @dev Worth on a day. A clock that stands still or steps back changes nothing.
    function _worthOn(address owner, uint256 day) private view returns (uint256) {
        DemurrageAccount account = _holdings[owner].account;
        if (account.settledDay() >= day || !_melts(account)) return account.worth();
        return _decayed(account, _till(), day);
    }

    /// @dev Worth of an account that melts on a day after its last one.
    function _decayed(DemurrageAccount account, DemurrageAccount till, uint256 day) private view returns (uint256) {
        uint256 rateClass = account.rateClass();
        uint256 count = till.rateCount(rateClass);
        uint256 fromDay = account.settledDay();
        uint256 exponent;
        // Cannot overflow: days are below 2^33 and daily exponents below 2^120.
        unchecked {
            if (count != 0) (exponent, day) = _exponentSinceFirstChange(rateClass, count, fromDay, day);
            exponent += _firstExponent(rateClass) * (day - fromDay);
        }
        return DemurrageMath.decay(account.worth(), exponent);
    }

    /// @dev The exponent of the days that announced rates cover, and the day before which the first rate holds. Each day
    /// is charged at the rate in force on it.
    function _exponentSinceFirstChange(
        uint256 rateClass,
        uint256 count,
        uint256 fromDay,
        uint256 toDay
    ) private view returns (uint256 exponent, uint256 firstRateEnd) {
        // Cannot overflow, as in `_decayed`; start is below toDay.
        unchecked {
            while (count != 0 && toDay > fromDay) {
                Rate storage rate = _rates[rateClass][--count];
                uint256 rateDay = rate.fromDay;
                if (rateDay >= toDay) continue;
                uint256 start = rateDay > fromDay ? rateDay : fromDay;
                exponent += rate.dailyExponent * (toDay - start);
                toDay = start;
            }
        }
        return (exponent, toDay);
    }

    function _firstExponent(uint256 rateClass) private view returns (uint256) {
        return rateClass == ORDINARY ? _firstOrdinaryExponent : _firstMerchantExponent;
    }

    function _pendingRate(uint8 rateClass) private view returns (bool isPending, uint256 count) {
        count = _till().rateCount(rateClass);
        isPending = count != 0 && _rates[rateClass][count - 1].fromDay > _today();
    }

    function _till() private view returns (DemurrageAccount) {
        return _holdings[address(this)].account;
    }

    function _today() private view returns (uint256) {
        return block.timestamp / 1 days;
    }

    function _melts(DemurrageAccount account) private pure returns (bool) {
        return account.worth() != 0 && account.rateClass() != EXEMPT;
    }

    function _checkMelts(uint8 rateClass) private pure {
        if (rateClass > MERCHANT) revert ERC20DemurrageInvalidRateClass(rateClass);
    }
}
