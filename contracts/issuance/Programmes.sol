// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;

import {IIssuance} from "../interfaces/IIssuance.sol";

/// @title Programmes
/// @notice The books of a programme: always `issued <= committed <= attested <= budget`.
library Programmes {
    /// @dev Amounts in cents, times in Unix seconds. Issuing writes the first slot alone.
    struct Programme {
        uint128 issued;
        uint64 opensAt;
        uint64 closesAt;
        // second slot
        uint128 attested;
        uint128 committed;
        // third slot
        uint128 budget;
        IIssuance.Purpose purpose;
        // fourth slot
        bytes32 decisionHash;
    }

    function open(
        Programme storage self,
        IIssuance.Purpose purpose,
        uint256 budget,
        uint64 opensAt,
        uint64 closesAt,
        bytes32 decisionHash
    ) internal {
        if (budget == 0 || budget > type(uint128).max) revert IIssuance.ProgrammeInvalidBudget(budget);
        if (closesAt <= opensAt || closesAt <= block.timestamp) {
            revert IIssuance.ProgrammeInvalidDates(opensAt, closesAt);
        }
        if (decisionHash == 0) revert IIssuance.ProgrammeMissingDecision();
        self.opensAt = opensAt;
        self.closesAt = closesAt;
        self.budget = uint128(budget);
        self.purpose = purpose;
        self.decisionHash = decisionHash;
    }

    function attest(Programme storage self, uint256 programmeId, uint256 amount) internal {
        // Euros may come in before the programme opens; after its end they could no longer be used.
        if (block.timestamp >= self.closesAt) revertNotOpen(self, programmeId);
        uint256 available = self.budget - self.attested;
        if (amount > available) revert IIssuance.ProgrammeBudgetExceeded(programmeId, amount, available);
        self.attested += uint128(amount);
    }

    /// @notice Sets attested euros aside for a run.
    function commit(Programme storage self, uint256 programmeId, uint128 amount) internal {
        uint256 available = self.attested - self.committed;
        if (amount > available) revert IIssuance.ProgrammeAttestedExceeded(programmeId, amount, available);
        self.committed += amount;
    }

    /// @notice Frees what a run set aside and will not issue.
    function release(Programme storage self, uint128 amount) internal {
        self.committed -= amount;
    }

    /// @notice Counts what a run issued out of what it set aside.
    function issue(Programme storage self, uint256 amount) internal {
        self.issued += uint128(amount);
    }

    /// @notice Takes back what was issued and then destroyed, unclaimed.
    function takeBack(Programme storage self, uint256 amount) internal {
        self.issued -= uint128(amount);
        self.committed -= uint128(amount);
    }

    function checkOpen(Programme storage self, uint256 programmeId) internal view {
        if (block.timestamp < self.opensAt || block.timestamp >= self.closesAt) revertNotOpen(self, programmeId);
    }

    function revertNotOpen(Programme storage self, uint256 programmeId) internal view {
        revert IIssuance.ProgrammeNotOpen(programmeId, self.opensAt, self.closesAt);
    }
}
