// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

/// @title INSEE codes of communes
/// @notice The form of a code: five digits ("45234"), or "2A" or "2B" and three digits (Corsica, "2A004").
/// @dev Whether such a commune exists is not known here.
library CommuneCode {
    uint256 private constant LENGTH = 5;

    /// @notice Whether five ASCII characters have the form of a commune's code.
    function isValid(bytes5 code) internal pure returns (bool) {
        bool inCorsica = code[0] == "2" && (code[1] == "A" || code[1] == "B");
        for (uint256 i = inCorsica ? 2 : 0; i < LENGTH; ++i) {
            if (code[i] < "0" || code[i] > "9") return false;
        }
        return true;
    }
}
