package locality.governance.body;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import locality.governance.voting.QuorumRule;
import locality.governance.voting.VotingRule;
import locality.platform.fact.Provenance;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.platform.place.SpatialLevel;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A body as it is shown: what it was on one date, and its life.
///
/// @param name what it is called on the date
/// @param state null before its first step
/// @param names what it was ever called, first to last
/// @param alsoServes the places besides its own that it serves on the date
/// @param sunsetOn the first day a time-limited body is no more; null for one that is to last
@Schema(name = "Body")
record BodyView(
        UUID id,
        String reference,
        String name,
        List<String> aliases,
        Classification classification,
        SpatialLevel spatialLevel,
        @Nullable String organisation,
        boolean topOfOrganisation,
        Locality locality,
        LocalDate on,
        @Nullable BodyState state,
        List<NameView> names,
        List<PlaceView> alsoServes,
        @Nullable LocalDate sunsetOn,
        List<SuccessionView> predecessors,
        List<SuccessionView> successors,
        List<RelationView> relations,
        @Nullable TermsView termsOfReference,
        List<MemberView> memberships,
        List<StepView> lifecycle,
        Provenance provenance,
        long version) {

    /// @param from null for its first name
    /// @param until the last day it is called so, null for its last name
    @Schema(name = "BodyName")
    record NameView(
            String name,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            Provenance provenance) {}

    @Schema(name = "ServedPlace")
    record PlaceView(
            Locality locality, LocalDate from, @Nullable LocalDate until, Provenance provenance) {}

    /// @param alongside whether the predecessor goes on beside its successor
    @Schema(name = "BodySuccession")
    record SuccessionView(
            UUID body,
            String reference,
            LocalDate effectiveOn,
            boolean alongside,
            Provenance provenance) {}

    @Schema(name = "BodyRelation")
    record RelationView(
            RelationKind kind,
            UUID to,
            String toReference,
            LocalDate from,
            @Nullable LocalDate until,
            Provenance provenance) {}

    @Schema(name = "TermsOfReference")
    record TermsView(
            int version,
            LocalDate effectiveOn,
            List<String> remitFunctions,
            QuorumRule quorum,
            VotingRule votingRule,
            @Nullable String castingVote,
            boolean substitutesAllowed,
            @Nullable Integer noticeClearDays,
            @Nullable Frequency frequency,
            @Nullable Integer callInClearDays,
            @Nullable Pence keyDecisionFromPence,
            @Nullable LocalDate reviewOn,
            @Nullable String chair,
            List<String> deputies,
            Provenance provenance) {}

    /// @param personReference opaque; null while the seat is vacant, and to all but those who write
    ///   the record of the body's place
    @Schema(name = "Membership")
    record MemberView(
            String seat,
            String reference,
            String post,
            @Nullable String personReference,
            boolean votingRight,
            @Nullable String organisation,
            LocalDate from,
            @Nullable LocalDate until,
            Provenance provenance) {}

    @Schema(name = "BodyStep")
    record StepView(BodyState state, LocalDate effectiveOn, Provenance provenance) {}

    /// @param people whether the references of its members are shown
    /// @param referenceOf how the bodies it relates to are called
    static BodyView of(
            Body body,
            LocalDate on,
            boolean people,
            List<Successor> successors,
            Function<UUID, String> referenceOf) {
        return new BodyView(
                body.id,
                body.reference,
                body.nameOn(on),
                body.aliases,
                body.classification,
                body.spatialLevel,
                body.organisation,
                body.topOfOrganisation,
                body.locality,
                on,
                body.stateOn(on).orElse(null),
                names(body),
                body.places.stream()
                        .filter(place -> place.period().holdsOn(on))
                        .map(BodyView::place)
                        .toList(),
                body.sunset().map(Sunset::sunsetOn).orElse(null),
                body.predecessors.stream()
                        .map(succession -> predecessor(succession, referenceOf))
                        .toList(),
                successors.stream().map(BodyView::successor).toList(),
                body.relations.stream()
                        .filter(relation -> relation.period().holdsOn(on))
                        .map(relation -> relation(relation, referenceOf))
                        .toList(),
                termsInForce(body, on),
                body.membershipsOn(on).stream()
                        .map(membership -> member(body, membership, people))
                        .toList(),
                body.steps.stream()
                        .map(
                                step ->
                                        new StepView(
                                                step.state(),
                                                step.effectiveOn(),
                                                step.provenance()))
                        .toList(),
                body.provenance,
                body.version);
    }

    /// One that another replaced from its own first day was never used.
    private static List<NameView> names(Body body) {
        var names = new ArrayList<NameView>();
        LocalDate from = null;
        var called = body.name;
        var source = body.provenance;
        for (var next : body.renamings) {
            if (!next.fromDay().equals(from)) {
                names.add(new NameView(called, from, next.fromDay().minusDays(1), source));
            }
            from = next.fromDay();
            called = next.name();
            source = next.provenance();
        }
        names.add(new NameView(called, from, null, source));
        return names;
    }

    private static PlaceView place(ServedPlace place) {
        return new PlaceView(
                place.locality(), place.fromDay(), place.untilDay(), place.provenance());
    }

    private static SuccessionView predecessor(
            Succession succession, Function<UUID, String> referenceOf) {
        return new SuccessionView(
                succession.predecessor(),
                referenceOf.apply(succession.predecessor()),
                succession.effectiveOn(),
                succession.alongside(),
                succession.provenance());
    }

    private static SuccessionView successor(Successor successor) {
        return new SuccessionView(
                successor.body(),
                successor.reference(),
                successor.effectiveOn(),
                successor.alongside(),
                successor.provenance());
    }

    private static RelationView relation(Relation relation, Function<UUID, String> referenceOf) {
        return new RelationView(
                relation.kind(),
                relation.toBody(),
                referenceOf.apply(relation.toBody()),
                relation.fromDay(),
                relation.untilDay(),
                relation.provenance());
    }

    private static MemberView member(Body body, Membership membership, boolean people) {
        return new MemberView(
                membership.seat(),
                body.reference + "/" + membership.seat(),
                membership.post(),
                people ? membership.personReference() : null,
                membership.votingRight(),
                membership.organisation(),
                membership.fromDay(),
                membership.untilDay(),
                membership.provenance());
    }

    private static @Nullable TermsView termsInForce(Body body, LocalDate on) {
        return IntStream.of(body.termsVersionOn(on))
                .filter(number -> number > 0)
                .mapToObj(number -> terms(number, body.terms.get(number - 1)))
                .findFirst()
                .orElse(null);
    }

    private static TermsView terms(int number, TermsOfReference terms) {
        return new TermsView(
                number,
                terms.effectiveOn(),
                terms.remitFunctions(),
                terms.quorum(),
                terms.votingRule(),
                terms.castingVote(),
                terms.substitutesAllowed(),
                terms.noticeClearDays(),
                terms.frequency(),
                terms.callInClearDays(),
                terms.keyDecisionFrom(),
                terms.reviewOn(),
                terms.chair(),
                terms.deputies(),
                terms.provenance());
    }
}
