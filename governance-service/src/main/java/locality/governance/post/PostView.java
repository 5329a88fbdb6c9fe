package locality.governance.post;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import locality.governance.post.PostNeighbours.Neighbour;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A post as it is shown: what it was on one date, as far as was known at one moment.
///
/// @param knownAt the moment that the answer stays the same for; null for what is known now
/// @param state null before its first day
/// @param vacant whether nobody holds it substantively, even if somebody acts in it
/// @param holders those of the date
/// @param history every holder there was or is to be, in order
@Schema(name = "Post")
record PostView(
        UUID id,
        String reference,
        String title,
        PostKind kind,
        List<String> organisations,
        boolean joint,
        Locality locality,
        LocalDate effectiveOn,
        @Nullable LocalDate endsOn,
        LocalDate on,
        @Nullable Instant knownAt,
        @Nullable PostState state,
        boolean vacant,
        List<LineView> reportsTo,
        List<HolderView> holders,
        List<HolderView> history,
        Provenance provenance,
        long version) {

    @Schema(name = "PostLine")
    record LineView(
            PostNeighbours.Kind kind,
            String reference,
            String title,
            LocalDate from,
            @Nullable LocalDate until,
            Provenance provenance) {}

    /// @param personReference opaque; null to all but those who write the record of the post's
    ///   place
    /// @param recordedAt when this was recorded; an end recorded later is an entry of its own
    /// @param alsoHolds other posts and seats of the same person on the date; null where it was not
    ///   asked
    @Schema(name = "PostHolder")
    record HolderView(
            @Nullable String personReference,
            boolean acting,
            LocalDate from,
            @Nullable LocalDate until,
            Instant recordedAt,
            @Nullable List<Neighbour> alsoHolds,
            Provenance provenance) {}

    /// @param knownAt the far future for what is known now
    /// @param people whether the references of its holders are shown
    /// @param named what the posts and bodies it reports to are called
    /// @param alsoHeldBy what else a person holds; answers null where it is not asked
    static PostView of(
            Post post,
            LocalDate on,
            Instant knownAt,
            boolean people,
            Map<UUID, Neighbour> named,
            Function<String, @Nullable List<Neighbour>> alsoHeldBy) {
        var organisations = post.organisationsOn(on, knownAt);
        var state = post.stateOn(on, knownAt);
        return new PostView(
                post.id,
                post.reference,
                post.titleAt(knownAt),
                post.kindAt(knownAt),
                organisations,
                organisations.size() > 1,
                post.locality,
                post.effectiveOn,
                post.period(knownAt).until(),
                on,
                knownAt.equals(Instant.MAX) ? null : knownAt,
                state.orElse(null),
                state.filter(PostState.VACANT::equals).isPresent(),
                post.linesOn(on, knownAt).stream()
                        .flatMap(line -> line(line, named))
                        .sorted(Comparator.comparing(LineView::reference))
                        .toList(),
                post.holdersOn(on, knownAt).stream()
                        .map(one -> holder(one, people, alsoHeldBy.apply(one.personReference())))
                        .toList(),
                Known.at(post.holders, knownAt).stream()
                        .sorted(Comparator.comparing(Holding::fromDay))
                        .map(one -> holder(one, people, null))
                        .toList(),
                post.provenance,
                post.version);
    }

    private static Stream<LineView> line(Line line, Map<UUID, Neighbour> named) {
        return Stream.of(line.end().post(), line.end().body())
                .filter(java.util.Objects::nonNull)
                .map(named::get)
                .map(
                        end ->
                                new LineView(
                                        end.kind(),
                                        end.reference(),
                                        end.title(),
                                        line.fromDay(),
                                        line.untilDay(),
                                        line.provenance()));
    }

    private static HolderView holder(
            Holding holding, boolean people, @Nullable List<Neighbour> alsoHolds) {
        return new HolderView(
                people ? holding.personReference() : null,
                holding.acting(),
                holding.fromDay(),
                holding.untilDay(),
                holding.recordedAt(),
                alsoHolds,
                holding.provenance());
    }
}
