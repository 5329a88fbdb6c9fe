package locality.governance.meeting;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import locality.governance.period.ClearDays;
import locality.governance.validity.Notice;
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

    /// How its notice measures by a rule; null when none was given.
    @Nullable Notice notice(ClearDays counted) {
        return noticedOn == null ? null : Notice.of(noticedOn, noticeFor, counted);
    }

    static Sitting first(
            LocalDateTime startsAt, @Nullable String place, @Nullable LocalDate noticedOn) {
        return new Sitting(
                startsAt, null, place, noticedOn, startsAt.toLocalDate(), null, null, null);
    }

    void requireItsDay(LocalDate today) {
        if (today.isBefore(heldOn())) {
            throw new MeetingRefusal.BeforeItsDay(heldOn(), today);
        }
    }

    /// It ends after it began and not in time to come.
    void requireEnd(LocalDateTime at, LocalDate today) {
        if (at.isBefore(startsAt)) {
            throw new MeetingRefusal.OutOfOrder(
                    "ENDED_BEFORE_IT_BEGAN", "startsAt", startsAt, "endedAt", at);
        }
        if (at.toLocalDate().isAfter(today)) {
            throw new MeetingRefusal.StillToCome(at, today);
        }
    }

    Sitting adjourned(LocalDateTime at, String because, @Nullable Resumption until) {
        if (until != null && !until.startsAt().isAfter(at)) {
            throw new MeetingRefusal.OutOfOrder(
                    "RESUMES_BEFORE_IT_ADJOURNS", "at", at, "startsAt", until.startsAt());
        }
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
    ///
    /// @param noticed when notice of it was given, null for none
    Sitting next(
            LocalDateTime at,
            @Nullable String where,
            @Nullable LocalDate noticed,
            LocalDate today) {
        boolean named = at.equals(resumesAt);
        var next =
                new Sitting(
                        at,
                        null,
                        where != null
                                ? where
                                : named && resumesPlace != null ? resumesPlace : place,
                        named ? noticedOn : noticed,
                        named ? noticeFor : at.toLocalDate(),
                        null,
                        null,
                        null);
        next.requireItsDay(today);
        next.requireAfter(this);
        if (noticed != null && noticed.isAfter(next.heldOn())) {
            throw new MeetingRefusal.NoticedTooLate(noticed, next.heldOn());
        }
        return next;
    }

    private void requireAfter(Sitting before) {
        if (before.endedAt != null && !startsAt.isAfter(before.endedAt)) {
            throw new MeetingRefusal.OutOfOrder(
                    "RECONVENED_BEFORE_IT_ADJOURNED",
                    "endedAt",
                    before.endedAt,
                    "startsAt",
                    startsAt);
        }
    }

    /// When and where an adjourned meeting is to go on.
    public record Resumption(LocalDateTime startsAt, @Nullable String place) {}
}
