package locality.governance.agreement;

import locality.governance.decision.ApprovalsInEffect.Decided;

/// That a party decided to enter into a version.
///
/// @param organisation the party whose power was used
record PartyDecision(String organisation, Decided decision) {}
