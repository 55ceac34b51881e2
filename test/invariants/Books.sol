// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Demurrage} from "../../contracts/interfaces/IERC20Demurrage.sol";
import {RegionalToken} from "../../contracts/token/RegionalToken.sol";
import {Model} from "./Model.sol";
import {ReferenceMath} from "./ReferenceMath.sol";
import {Region} from "./Region.sol";
import {RecordedLog, TestBase} from "./TestBase.sol";

/// @notice Keeps books from outside: rebuilds balances from events, follows the exact model, and remembers how
/// everything was before the last step, so that an invariant can say what the step may have changed.
contract Books is TestBase, Model {
    enum Kind {
        Other,
        Transfer,
        Settle,
        Mint,
        Burn,
        Collect,
        Rate,
        Clock
    }

    /// @dev What the handler asked for, and how things stood before.
    struct Step {
        Kind kind;
        address from;
        address to;
        uint256 value;
        uint256 probedDay; // a day on which balances must be the same after the step; 0 for none
        uint256 dayBefore;
        uint256 supplyBefore;
    }

    struct Before {
        uint256 balance;
        uint256 settled;
        uint256 probed;
    }

    uint256 private constant PEOPLE = 8;

    RegionalToken public immutable token;
    address private immutable redemptions;
    Step private _step;
    mapping(address account => Before) private _before;

    /// @notice Sum of the account's Transfer events.
    mapping(address account => uint256) public rebuilt;
    mapping(address account => bool) private _isKnown;
    address[] private _accounts;

    /// @notice Steps so far by handler, and the cents all of them had minted and burned.
    mapping(address handler => uint256) public stepsOf;
    uint256 public minted;
    uint256 public burned;

    constructor(Region region) {
        token = region.token();
        redemptions = address(region.redemptions());
        for (uint256 i = 0; i < PEOPLE; ++i) _know(person(i));
        _know(region.minter());
        _know(address(token));
        _know(address(region.issuance()));
        _know(redemptions);
        _ideal[address(token)].rateClass = EXEMPT;
        _ideal[address(region.issuance())].rateClass = EXEMPT;
        _ideal[redemptions].rateClass = EXEMPT;
        for (uint8 rateClass = 0; rateClass < EXEMPT; ++rateClass) {
            uint256 bps = token.ratesOf(rateClass)[0].yearlyRateBps;
            _idealRates[rateClass].push(IdealRate({fromDay: 0, dailyFactor: ReferenceMath.dailyFactor(bps)}));
        }
    }

    /// @notice One of the people; the first four may be merchants.
    function person(uint256 seed) public pure returns (address) {
        return address(uint160(0xA000 + (seed % PEOPLE)));
    }

    function accounts() external view returns (address[] memory) {
        return _accounts;
    }

    function step() external view returns (Step memory) {
        return _step;
    }

    function before(address account) external view returns (Before memory) {
        return _before[account];
    }

    /// @notice Remembers how things are, and starts to listen to events.
    function open(Kind kind, address from, address to, uint256 value, uint256 probedDay) external {
        ++stepsOf[msg.sender];
        uint256 day = block.timestamp / 1 days;
        _step = Step(kind, from, to, value, probedDay, day, token.totalSupply());
        for (uint256 i = 0; i < _accounts.length; ++i) {
            address account = _accounts[i];
            uint256 probed = probedDay == 0 ? 0 : token.balanceOfOn(account, uint32(probedDay));
            _before[account] = Before(token.balanceOf(account), token.settledBalanceOf(account), probed);
        }
        vm.recordLogs();
    }

    /// @notice Books what the step's events say.
    function close() external {
        RecordedLog[] memory logs = vm.getRecordedLogs();
        if (_step.kind == Kind.Mint) minted += _step.value;
        if (_step.kind == Kind.Burn) burned += _step.value;
        for (uint256 i = 0; i < _accounts.length; ++i) _followTouch(_accounts[i]);
        for (uint256 i = 0; i < logs.length; ++i) {
            if (logs[i].emitter != address(token)) continue;
            bytes32 topic = logs[i].topics[0];
            if (topic == IERC20.Transfer.selector) _bookTransfer(logs[i]);
            else if (topic == IERC20Demurrage.RateClassSet.selector) _bookClass(logs[i]);
            else if (topic == IERC20Demurrage.RateAnnounced.selector) _bookAnnouncement(logs[i]);
            else if (topic == IERC20Demurrage.RateWithdrawn.selector) _idealRates[_classOf(logs[i])].pop();
        }
    }

    /// @notice Books money that came into being in a step of another kind.
    function bookMinted(uint256 amount) external {
        minted += amount;
    }

    /// @dev The contract says on which day it last settled an account; what it was worth then, the model says.
    function _followTouch(address account) private {
        (, uint32 settledDay, ) = token.accountOf(account);
        IdealAccount storage ideal = _ideal[account];
        if (settledDay <= ideal.day) return;
        assertLe("settled on a day to come", settledDay, block.timestamp / 1 days);
        ideal.worth = idealOn(account, settledDay);
        ideal.day = settledDay;
    }

    function _bookTransfer(RecordedLog memory log) private {
        (address from, address to) = (_addressIn(log.topics[1]), _addressIn(log.topics[2]));
        uint256 value = abi.decode(log.data, (uint256));
        if (from != address(0)) rebuilt[from] -= value;
        if (to != address(0)) {
            _know(to);
            rebuilt[to] += value;
        }
        // Demurrage is in the model already: its rates took it. What Redemptions gives is a fee.
        bool isDemurrage = to == address(token) && from != redemptions;
        if (from != address(0) && !isDemurrage) _takeIdeal(from, value << IDEAL_BITS);
        if (to != address(0)) _ideal[to].worth += value << IDEAL_BITS;
    }

    /// @dev The contract rounds up in the last place, so it may let go of a trace more than the exact worth.
    function _takeIdeal(address account, uint256 worth) private {
        uint256 ideal = _ideal[account].worth;
        if (worth > ideal) assertLe("paid more than the exact worth", worth - ideal, TOLERANCE);
        _ideal[account].worth = worth > ideal ? 0 : ideal - worth;
    }

    function _bookClass(RecordedLog memory log) private {
        (, uint8 rateClass) = abi.decode(log.data, (uint8, uint8));
        _ideal[_addressIn(log.topics[1])].rateClass = rateClass;
    }

    function _bookAnnouncement(RecordedLog memory log) private {
        (uint16 bps, uint32 fromDay) = abi.decode(log.data, (uint16, uint32));
        _idealRates[_classOf(log)].push(IdealRate(fromDay, ReferenceMath.dailyFactor(bps)));
    }

    function _know(address account) private {
        if (_isKnown[account]) return;
        _isKnown[account] = true;
        _accounts.push(account);
    }

    function _classOf(RecordedLog memory log) private pure returns (uint8) {
        return uint8(uint256(log.topics[1]));
    }

    function _addressIn(bytes32 topic) private pure returns (address) {
        return address(uint160(uint256(topic)));
    }
}
