package locality.budget.authority;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.money.Pence;
import org.jspecify.annotations.Nullable;

/// The decision that something waits for. Only one that repeats the request's id and the content's
/// hash counts, and it must cover the amount and the owners. Where no body may decide for all
/// owners, each owner's body decides for its own, and what they decided is taken together.
///
/// @param pending whether it still waits
/// @param requestId the request that governance was sent, null when it was sent none
/// @param contentHash lower-case hex SHA-256 of everything the decision is asked about
/// @param function the governance function it is asked in
/// @param amount all that must be covered, in pence
/// @param owners whose money it is, and how much of each one's
/// @param pooled whether it lies in one pool
/// @param dueOn the last day on which a decision may take effect and still be in time, null while
///   nobody was asked
/// @param expiresOn the last day on which a decision may take effect, null without one
public record AwaitedDecision(
        boolean pending,
        @Nullable UUID requestId,
        String contentHash,
        String function,
        Pence amount,
        Map<String, Pence> owners,
        boolean pooled,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate expiresOn) {

    private static final Set<String> LOST_AND_VALID = Set.of("MAJORITY_NOT_MET");

    public AwaitedDecision {
        owners = Map.copyOf(owners);
    }

    /// What a decision that arrived means for what waits.
    public sealed interface Verdict {

        /// Why it does not allow, or not yet, what was asked.
        default List<String> reasons() {
            return List.of();
        }

        /// It allows what was asked, alone or with those that came before.
        record Opens() implements Verdict {}

        /// It allows what was asked as far as these owners' money goes; the bodies of others are
        /// still to decide.
        record AllowsInPart(SortedSet<String> owners, SortedSet<String> others) implements Verdict {

            @Override
            public List<String> reasons() {
                return List.of("OTHERS_TO_DECIDE");
            }
        }

        /// A body with the authority said no.
        record Rejects() implements Verdict {}

        /// It changes nothing.
        ///
        /// @param reasons validity codes, or which of state, request, content, function, amount,
        ///   owners, due date and term does not match
        record DoesNotApply(List<String> reasons) implements Verdict {}
    }

    /// What the first decision that arrives means for this; nothing is changed yet.
    public Verdict judge(DecisionTaken decision) {
        return judge(decision, DecidedInPart.NOTHING);
    }

    /// What a decision means for this, after those that allowed a part of it.
    public Verdict judge(DecisionTaken decision, DecidedInPart before) {
        var reasons = mismatches(decision);
        return switch (decision.state()) {
            case "IN_EFFECT" -> {
                reasons.addAll(decision.validityCodes());
                yield inEffect(decision, reasons, before);
            }
            case "RATIFIED" -> inEffect(decision, reasons, before);
            case "LOST" -> lost(decision, reasons);
            default -> notBinding(decision, reasons);
        };
    }

    private List<String> mismatches(DecisionTaken decision) {
        var reasons = new ArrayList<String>();
        if (!pending) {
            reasons.add("NOT_PENDING");
        }
        if (requestId == null || !requestId.equals(decision.requestId())) {
            reasons.add("OTHER_REQUEST");
        }
        if (!contentHash.equals(decision.contentHash())) {
            reasons.add("OTHER_CONTENT");
        }
        if (!function.equals(decision.function())) {
            reasons.add("OTHER_FUNCTION");
        }
        if (!KnownDecision.isApproval(decision.decisionType())) {
            reasons.add("NOT_AN_APPROVAL");
        }
        if (dueOn != null && decision.effectiveOn().isAfter(dueOn)) {
            reasons.add("LATE");
        }
        return reasons;
    }

    /// What a ratified decision was invalid for is made good.
    private Verdict inEffect(DecisionTaken decision, List<String> reasons, DecidedInPart before) {
        var decided = DecidedOwners.of(decision);
        var named = decided.among(owners);
        if (decision.valuePence() == null || toCover(named).exceeds(decision.valuePence())) {
            reasons.add("AMOUNT_NOT_COVERED");
        } else if (named.isEmpty() != owners.isEmpty()
                || decided.notCovered(named, pooled).isPresent()) {
            reasons.add("OWNER_NOT_COVERED");
        }
        if (expiresOn != null && decision.effectiveOn().isAfter(expiresOn)) {
            reasons.add("EXPIRED");
        }
        return reasons.isEmpty()
                ? allows(named.keySet(), before)
                : new Verdict.DoesNotApply(List.copyOf(reasons));
    }

    /// What a decision on these owners' money must be worth: of a pool the whole amount, whoever
    /// decides, else what is theirs.
    private Pence toCover(Map<String, Pence> named) {
        return pooled || named.size() == owners.size() ? amount : Pence.sum(named.values());
    }

    private Verdict allows(Set<String> named, DecidedInPart before) {
        var others = new TreeSet<>(owners.keySet());
        others.removeAll(named);
        others.removeAll(before.owners());
        return others.isEmpty()
                ? new Verdict.Opens()
                : new Verdict.AllowsInPart(new TreeSet<>(named), others);
    }

    /// A vote lost by a body that had no authority to win it decides nothing.
    private static Verdict lost(DecisionTaken decision, List<String> reasons) {
        decision.validityCodes().stream()
                .filter(code -> !LOST_AND_VALID.contains(code))
                .forEach(reasons::add);
        return reasons.isEmpty()
                ? new Verdict.Rejects()
                : new Verdict.DoesNotApply(List.copyOf(reasons));
    }

    private static Verdict notBinding(DecisionTaken decision, List<String> reasons) {
        reasons.addAll(decision.validityCodes());
        if (reasons.isEmpty() || decision.validityCodes().isEmpty()) {
            reasons.add(decision.state());
        }
        return new Verdict.DoesNotApply(List.copyOf(reasons));
    }
}
