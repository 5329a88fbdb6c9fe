package locality.governance.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// What the parties of one agreement have decided about its versions, and about ending them.
///
/// @param toEnter by version number
/// @param toEnd by version number
record Approvals(
        Map<Integer, List<PartyDecision>> toEnter, Map<Integer, List<PartyDecision>> toEnd) {

    static final Approvals NONE = new Approvals(Map.of(), Map.of());

    List<PartyDecision> toEnter(int version) {
        return toEnter.getOrDefault(version, List.of());
    }

    /// Whether a party's decision to end a version is in effect on a day.
    boolean ends(int version, String organisation, LocalDate day) {
        return toEnd.getOrDefault(version, List.of()).stream()
                .filter(one -> one.organisation().equals(organisation))
                .anyMatch(one -> one.decision().holdsOn(day));
    }
}
