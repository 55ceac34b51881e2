// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {OpenZeppelinToken} from "../../contracts/test/PlainTokens.sol";
import {RegionalToken} from "../../contracts/token/RegionalToken.sol";
import {Region} from "./Region.sol";
import {TestBase} from "./TestBase.sol";

/// @notice At a rate of 0 the token answers as OpenZeppelin's plain ERC20 does, refusals included.
contract ZeroRateTest is TestBase {
    uint256 private constant STEPS = 24;
    uint256 private constant PEOPLE = 4;

    Region private region;
    RegionalToken private token;
    OpenZeppelinToken private plain;
    address private minter;

    function setUp() external {
        region = new Region(0, 0);
        token = region.token();
        plain = new OpenZeppelinToken();
        minter = region.minter();
    }

    function testFuzz_6_zeroRateBehavesAsAPlainToken(uint256 seed) external {
        for (uint256 i = 0; i < STEPS; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            vm.warp(block.timestamp + (seed % 400) * 1 days);
            _step(seed >> 16);
            _compare();
        }
    }

    function _step(uint256 lot) private {
        (address from, address to) = (_person(lot >> 8), _person(lot >> 16));
        uint256 amount = (lot >> 32) % 1_000;
        uint256 kind = lot % 6;
        if (kind == 0) {
            _both(minter, abi.encodeCall(token.mint, (to, amount)));
        } else if (kind == 1) {
            // Destroys what the sender holds: the plain token lets anybody.
            _both(from, abi.encodeCall(IERC20.transfer, (minter, amount)));
            _both(minter, abi.encodeCall(token.burn, (amount)));
        } else if (kind == 2) {
            _both(from, abi.encodeCall(IERC20.approve, (to, amount)));
        } else if (kind == 3) {
            _both(to, abi.encodeCall(IERC20.transferFrom, (from, _person(lot >> 24), amount)));
        } else {
            _both(from, abi.encodeCall(IERC20.transfer, (to, amount)));
        }
    }

    function _both(address sender, bytes memory call) private {
        vm.prank(sender);
        (bool isDone, bytes memory answer) = address(token).call(call);
        vm.prank(sender);
        (bool isDonePlain, bytes memory answerPlain) = address(plain).call(call);
        assertTrue("both or neither", isDone == isDonePlain);
        assertEq("answer", uint256(keccak256(answer)), uint256(keccak256(answerPlain)));
    }

    function _compare() private view {
        assertEq("supply", token.totalSupply(), plain.totalSupply());
        for (uint256 i = 0; i < PEOPLE; ++i) {
            assertEq("balance", token.balanceOf(_person(i)), plain.balanceOf(_person(i)));
            for (uint256 j = 0; j < PEOPLE; ++j) {
                uint256 allowance = plain.allowance(_person(i), _person(j));
                assertEq("allowance", token.allowance(_person(i), _person(j)), allowance);
            }
        }
    }

    /// @dev The zero address among them.
    function _person(uint256 seed) private pure returns (address) {
        return address(uint160((seed % PEOPLE) * 0xA001));
    }
}
