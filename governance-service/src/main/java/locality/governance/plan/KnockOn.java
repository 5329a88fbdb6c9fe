package locality.governance.plan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What moving a forecast would do. Nobody's forecast but the one told is changed by it: when the
/// others can be reached follows by itself.
///
/// @param from when it could be reached, null when it had no date
/// @param to when it could be reached then, null when it would have none
/// @param moved how many of those that wait for it would be reached on another day
/// @param followers all that wait for it, directly or through others, of this plan and of others
@Schema(name = "KnockOn")
record KnockOn(
        String milestone,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        int moved,
        List<Follower> followers) {

    /// @param from when it can be reached now
    /// @param to when it could be reached then
    /// @param days how many days later that is, less than 0 when it is earlier
    @Schema(name = "KnockedOnMilestone")
    record Follower(
            String milestone, String plan, String title, LocalDate from, LocalDate to, long days) {}

    /// @param before their dates as they stand
    /// @param after their dates as they would
    static KnockOn of(
            Milestone moved,
            List<Milestone> affected,
            Map<UUID, Dates> before,
            Map<UUID, Dates> after) {
        var followers =
                affected.stream()
                        .filter(one -> !one.id.equals(moved.id))
                        .flatMap(one -> follower(one, early(before, one), early(after, one)))
                        .toList();
        return new KnockOn(
                moved.reference,
                early(before, moved).orElse(null),
                early(after, moved).orElse(null),
                (int) followers.stream().filter(one -> one.days != 0).count(),
                followers);
    }

    private static Stream<Follower> follower(
            Milestone one, Optional<LocalDate> from, Optional<LocalDate> to) {
        return from.isEmpty() || to.isEmpty()
                ? Stream.empty()
                : Stream.of(
                        new Follower(
                                one.reference,
                                one.planReference,
                                one.title,
                                from.get(),
                                to.get(),
                                ChronoUnit.DAYS.between(from.get(), to.get())));
    }

    private static Optional<LocalDate> early(Map<UUID, Dates> dates, Milestone of) {
        return Optional.ofNullable(dates.get(of.id)).map(Dates::early);
    }
}
