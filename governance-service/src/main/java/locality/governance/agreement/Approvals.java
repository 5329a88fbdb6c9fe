package locality.governance.agreement;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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

    /// Since when a party's decision to end a version is in effect that is so on a day; empty when
    /// none is.
    Optional<LocalDate> endedSince(int version, String organisation, LocalDate day) {
        return toEnd.getOrDefault(version, List.of()).stream()
                .filter(one -> one.organisation().equals(organisation))
                .map(PartyDecision::decision)
                .filter(decision -> decision.holdsOn(day))
                .flatMap(decision -> Stream.ofNullable(decision.from()))
                .min(Comparator.naturalOrder());
    }
}
