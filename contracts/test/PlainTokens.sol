// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {ERC20TransferAuthorization} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20TransferAuthorization.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";
import {NoncesKeyed} from "@openzeppelin/contracts/utils/NoncesKeyed.sol";
import {ERC20 as SoladyERC20} from "solady/src/tokens/ERC20.sol";
import {Payment} from "../interfaces/Payment.sol";

// What `npm run bench` measures the regional token beside, and what the tests hold it against at a rate of 0. Anyone may
// mint here: never deployed.

/// @notice OpenZeppelin's ERC20 as it is.
contract OpenZeppelinToken is ERC20 {
    constructor() ERC20("Plain", "P") {}

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function burn(uint256 amount) external {
        _burn(msg.sender, amount);
    }

    function mintBatch(Payment[] calldata payments) external {
        for (uint256 i = 0; i < payments.length; ++i) _mint(payments[i].payee, payments[i].amount);
    }
}

/// @notice OpenZeppelin's ERC20 with permits and authorisations by keyed nonces.
contract OpenZeppelinSignedToken is ERC20, ERC20Permit, ERC20TransferAuthorization {
    constructor() ERC20("Plain", "P") ERC20Permit("Plain") {}

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function nonces(address owner) public view override(ERC20Permit, Nonces) returns (uint256) {
        return super.nonces(owner);
    }

    function _useCheckedNonce(address owner, uint256 keyNonce) internal override(Nonces, NoncesKeyed) {
        super._useCheckedNonce(owner, keyNonce);
    }
}

/// @notice Solady's ERC20 as it is.
contract SoladyToken is SoladyERC20 {
    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function mintBatch(Payment[] calldata payments) external {
        for (uint256 i = 0; i < payments.length; ++i) _mint(payments[i].payee, payments[i].amount);
    }

    function name() public pure override returns (string memory) {
        return "Plain";
    }

    function symbol() public pure override returns (string memory) {
        return "P";
    }
}
