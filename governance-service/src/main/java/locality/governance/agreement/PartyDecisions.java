package locality.governance.agreement;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import locality.governance.decision.ApprovalsInEffect;
import locality.governance.decision.ApprovalsInEffect.Decided;
import locality.platform.place.Locality;

/// What parties decided about agreements.
///
/// An approval counts for each organisation that it names as an owner, and for no other. It is in
/// effect only if a chain of delegations from that owner's top body reached the body that decided,
/// which the decision's evidence keeps: so the decision is the owner's own, taken at its top or by
/// whoever holds its power. A joint body that holds the power of several decides for all those it
/// names at once; for one of them alone when it names that one. Where the body belongs is no sign
/// of it: a board hosted by a council may decide with a commissioning group's power only.
@ApplicationScoped
class PartyDecisions {

    /// What a decision to enter into a version is about; its id is as in `OLD-IA/5`.
    static final String TO_ENTER = "agreement";

    /// What a decision to end a version is about; its id is as in `OLD-IA/5`.
    static final String TO_END = "agreement-termination";

    private final ApprovalsInEffect approvals;

    PartyDecisions(ApprovalsInEffect approvals) {
        this.approvals = approvals;
    }

    Approvals about(Agreement agreement) {
        return about(List.of(agreement)).getOrDefault(agreement.id, Approvals.NONE);
    }

    /// By the agreement's id; two reads for all of them.
    Map<UUID, Approvals> about(Collection<Agreement> agreements) {
        var names = agreements.stream().flatMap(PartyDecisions::names).toList();
        if (names.isEmpty()) {
            return Map.of();
        }
        var entered = bySubject(TO_ENTER, names);
        var ended = bySubject(TO_END, names);
        var found = new HashMap<UUID, Approvals>();
        for (var agreement : agreements) {
            found.put(agreement.id, new Approvals(of(agreement, entered), of(agreement, ended)));
        }
        return found;
    }

    private Map<String, List<Decided>> bySubject(String type, List<String> names) {
        return approvals.about(type, names).stream()
                .collect(groupingBy(one -> requireNonNull(one.subjectId())));
    }

    private static Stream<String> names(Agreement agreement) {
        return agreement.versions.stream().map(one -> agreement.nameOf(one.number));
    }

    private static Map<Integer, List<PartyDecision>> of(
            Agreement agreement, Map<String, List<Decided>> decided) {
        return agreement.versions.stream()
                .flatMap(
                        one ->
                                decided
                                        .getOrDefault(agreement.nameOf(one.number), List.of())
                                        .stream()
                                        .filter(decision -> isFor(agreement, decision))
                                        .flatMap(PartyDecisions::forEachOwner)
                                        .map(decision -> Map.entry(one.number, decision)))
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    /// A decision for another place enters into nothing here; what Greater Manchester decides binds
    /// in each of its places.
    static boolean isFor(Agreement agreement, Decided decision) {
        return agreement.locality == Locality.GREATER_MANCHESTER
                || decision.bindsIn(agreement.locality);
    }

    private static Stream<PartyDecision> forEachOwner(Decided decision) {
        return decision.owners().stream().map(owner -> new PartyDecision(owner, decision));
    }
}
