// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

import {RegionalToken} from "../../contracts/token/RegionalToken.sol";
import {ReferenceMath} from "./ReferenceMath.sol";
import {Region} from "./Region.sol";
import {TestBase} from "./TestBase.sol";

/// @notice A group that passes its money around is not richer for it, today or in years, than one that leaves it alone.
contract WithinADayTest is TestBase {
    uint256 private constant NOW = 1_893_456_000; // 2030-01-01
    uint256 private constant GROUP = 5;
    uint256 private constant STEPS = 10;
    uint256 private constant MOST_HELD = 100_000_000; // cents
    uint256 private constant MILLIONTH = uint256(1 << 128) / 1_000_000; // of a cent
    uint256 private constant TRACE = 1_000; // in units of 2^-48 cent

    RegionalToken private token;
    address private minter;

    function setUp() external {
        vm.warp(NOW);
        Region region = new Region(600, 200);
        token = region.token();
        minter = region.minter();
    }

    function testFuzz_5_noSequenceMakesAGroupRicher(uint256 seed, uint256 idleDays) external {
        _fund(seed);
        vm.warp(NOW + bound(idleDays, 0, 36_500) * 1 days);
        uint256 wealth = _wealth();
        _passAround(seed);
        assertEq("wealth of the group", _wealth(), wealth);
    }

    /// @dev Beside an account that holds as much and is never touched: fractions of a cent counted, exactly.
    function testFuzz_5_hoppingForYearsWinsNothing(uint256 seed) external {
        uint256 total = _fund(seed);
        for (uint256 i = 0; i < 10; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            vm.warp(block.timestamp + (seed % 200) * 1 days);
            _passAround(seed);
        }
        assertLe("worth of the group", _worth(), _worthLeftAlone(total) + TRACE);
    }

    function testFuzz_4_untouchedBalanceIsTheExactFormula(uint256 held, uint256 idleDays) external {
        uint256 amount = bound(held, 0, MOST_HELD);
        uint256 idle = bound(idleDays, 0, 36_500);
        vm.prank(minter);
        token.mint(_member(0), amount);
        vm.warp(NOW + idle * 1 days);
        uint256 exact = ReferenceMath.times(amount << 128, ReferenceMath.power(ReferenceMath.dailyFactor(600), idle));
        uint256 balance = token.balanceOf(_member(0)) << 128;
        assertLe("balance", balance, exact + MILLIONTH);
        assertLe("exact worth", exact, balance + (1 << 128));
    }

    function _fund(uint256 seed) private returns (uint256 total) {
        for (uint256 i = 0; i < GROUP; ++i) {
            uint256 amount = uint256(keccak256(abi.encode(seed, i))) % MOST_HELD;
            vm.prank(minter);
            token.mint(_member(i), amount);
            total += amount;
        }
    }

    function _passAround(uint256 seed) private {
        address[] memory some = new address[](2);
        for (uint256 i = 0; i < STEPS; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            (address from, address to) = (_member(seed >> 8), _member(seed >> 16));
            uint256 balance = token.balanceOf(from);
            uint256 kind = seed % 5;
            if (kind == 0) {
                (some[0], some[1]) = (from, to);
                token.settle(some);
                continue;
            }
            uint256 amount =
                kind == 1
                    ? balance
                    : kind == 2
                        ? 0
                        : (seed >> 32) % (balance + 1);
            vm.prank(from);
            token.transfer(to, amount);
        }
    }

    function _wealth() private view returns (uint256 sum) {
        for (uint256 i = 0; i < GROUP; ++i) sum += token.balanceOf(_member(i));
    }

    /// @dev With fractions, as of the last day each was touched brought to today.
    function _worth() private returns (uint256 sum) {
        address[] memory all = new address[](GROUP);
        for (uint256 i = 0; i < GROUP; ++i) all[i] = _member(i);
        token.settle(all);
        for (uint256 i = 0; i < GROUP; ++i) {
            (uint256 worth, , ) = token.accountOf(all[i]);
            sum += worth;
        }
    }

    function _worthLeftAlone(uint256 total) private view returns (uint256) {
        uint256 idle = (block.timestamp - NOW) / 1 days;
        uint256 exact = ReferenceMath.times(total << 128, ReferenceMath.power(ReferenceMath.dailyFactor(600), idle));
        return exact >> 80;
    }

    function _member(uint256 seed) private pure returns (address) {
        return address(uint160(0xA001 + (seed % GROUP)));
    }
}
