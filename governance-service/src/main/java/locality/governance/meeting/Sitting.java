package locality.governance.meeting;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// A meeting as it sat on one day: the first time, or again after it was adjourned. Times are of
/// the clock on the wall.
///
/// @param endedAt when it was adjourned or closed; null while it is on, or when nobody said
/// @param noticedOn the day on which notice of it was given, null when none was
/// @param noticeFor the day that notice was for: its own, or that of the sitting it resumes when
///   that had named its day and time
/// @param adjournedBecause why it was adjourned; null for one that was not
/// @param resumesAt the day and time it named for the next as it was adjourned, null for none
@Embeddable
public record Sitting(
        LocalDateTime startsAt,
        @Nullable LocalDateTime endedAt,
        @Nullable String place,
        @Nullable LocalDate noticedOn,
        LocalDate noticeFor,
        @Nullable String adjournedBecause,
        @Nullable LocalDateTime resumesAt,
        @Nullable String resumesPlace) {

    public LocalDate heldOn() {
        return startsAt.toLocalDate();
    }

    static Sitting first(
            LocalDateTime startsAt, @Nullable String place, @Nullable LocalDate noticedOn) {
        return new Sitting(
                startsAt, null, place, noticedOn, startsAt.toLocalDate(), null, null, null);
    }

    Sitting adjourned(LocalDateTime at, String because, @Nullable Resumption until) {
        return new Sitting(
                startsAt,
                at,
                place,
                noticedOn,
                noticeFor,
                because,
                until == null ? null : until.startsAt(),
                until == null ? null : until.place());
    }

    Sitting ended(@Nullable LocalDateTime at) {
        return new Sitting(startsAt, at, place, noticedOn, noticeFor, null, null, null);
    }

    /// The sitting that follows. One that begins when this one said it would needs no notice of its
    /// own: it rests on this one's. Any other needs the notice that the terms of reference ask for.
    Sitting next(LocalDateTime at, @Nullable String where, @Nullable LocalDate noticed) {
        boolean named = at.equals(resumesAt);
        return new Sitting(
                at,
                null,
                where != null ? where : named && resumesPlace != null ? resumesPlace : place,
                named ? noticedOn : noticed,
                named ? noticeFor : at.toLocalDate(),
                null,
                null,
                null);
    }

    /// When and where an adjourned meeting is to go on.
    public record Resumption(LocalDateTime startsAt, @Nullable String place) {}
}
