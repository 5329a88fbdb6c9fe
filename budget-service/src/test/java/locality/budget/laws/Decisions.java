package locality.budget.laws;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import locality.budget.authority.KnownDecisions;
import locality.budget.authority.KnownDelegations;
import locality.budget.commitment.ApplyDecision;
import locality.budget.line.Lines;
import locality.budget.testing.Manchester;
import locality.budget.virement.ApplyVirementDecision;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.event.BoardEvent.MoneyOwner;
import locality.platform.event.BoardEvent.Subject;
import locality.platform.event.GovernanceEvent.DelegationGranted;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// What governance decides on a pool's money, and budget learns at once.
final class Decisions {

    private Decisions() {}

    /// The officers of Manchester City Council may decide so much at once of the CCG's money.
    static void delegate(String function, long limitPence) {
        var granted =
                new DelegationGranted(
                        Ids.next(),
                        "MCR-LAWS-SCHEME",
                        Ids.next(),
                        Manchester.CENTRAL_MANCHESTER,
                        null,
                        "E08000003",
                        List.of(function),
                        Pence.of(limitPence),
                        "PER_DECISION",
                        false,
                        Locality.MANCHESTER,
                        LocalDate.of(2014, 4, 1),
                        null,
                        Provenance.illustrative());
        QuarkusTransaction.requiringNew().run(() -> the(KnownDelegations.class).learn(granted));
    }

    /// A decision of the fund's own function that covers so much of the money of these owners.
    ///
    /// @return its reference
    static String on(
            String function, String subjectType, String subject, long pence, String... owners) {
        return tell(
                function,
                new Subject(subjectType, subject),
                "IN_EFFECT",
                pence,
                Manchester.MAY,
                null,
                null,
                List.of(owners));
    }

    /// An answer to a request.
    static void answer(Pool.Waiting waiting, String state, long pence, LocalDate on) {
        tell(
                waiting.function(),
                new Subject(waiting.subjectType(), waiting.subject()),
                state,
                pence,
                on,
                UUID.fromString(waiting.request()),
                waiting.contentHash(),
                List.of(Manchester.CENTRAL_MANCHESTER));
    }

    private static String tell(
            String function,
            Subject subject,
            String state,
            long pence,
            LocalDate on,
            @Nullable UUID request,
            @Nullable String hash,
            List<String> owners) {
        var id = Ids.next();
        var told =
                new DecisionTaken(
                        id,
                        "MCR-LAWS-" + id,
                        "Pooled fund",
                        Ids.next(),
                        "Central Manchester CCG Governing Body",
                        Ids.next(),
                        "APPROVE",
                        state.equals("LOST") ? "LOST" : "CARRIED",
                        state,
                        List.of(),
                        function,
                        Pence.of(pence),
                        "ALIGNED",
                        owners.stream().map(one -> new MoneyOwner(one, Pence.of(pence))).toList(),
                        subject,
                        request,
                        hash,
                        Locality.MANCHESTER,
                        on,
                        Provenance.illustrative());
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            var touched =
                                    new HashSet<>(
                                            the(ApplyVirementDecision.class)
                                                    .lockFunds(List.of(told)));
                            touched.addAll(the(ApplyDecision.class).linesOf(List.of(told)));
                            the(Lines.class).lockAll(touched);
                            the(KnownDecisions.class).learn(told);
                            the(ApplyDecision.class).handle(told);
                            the(ApplyVirementDecision.class).handle(told);
                        });
        return told.reference();
    }

    private static <T> T the(Class<T> bean) {
        return Arc.container().instance(bean).get();
    }
}
