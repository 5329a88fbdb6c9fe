package locality.governance.meeting;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import locality.governance.voting.Interest;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A meeting as it is shown. Times are of the clock on the wall, Europe/London.
///
/// @param startsAt of the sitting that is on, or comes next, or was the last
/// @param noticeDueBy the last day on which notice is in time; null when the terms of reference ask
///   for none in particular, and for a meeting that was resumed
/// @param movedBecause why it was last moved
/// @param sittings the times it sat: once, and again each time it was resumed
/// @param minutes that a later meeting approved; null before that
@Schema(name = "Meeting")
record MeetingView(
        UUID id,
        String reference,
        BodyOfMeeting body,
        Locality locality,
        LocalDateTime startsAt,
        @Nullable LocalDateTime endsAt,
        @Nullable String place,
        boolean openToPublic,
        MeetingState state,
        @Nullable LocalDate noticedOn,
        @Nullable LocalDate noticeDueBy,
        @Nullable String cancelReason,
        @Nullable String movedBecause,
        List<Item> items,
        List<SittingView> sittings,
        List<Stretch> attendance,
        @Nullable ApprovedMinutes minutes,
        Provenance provenance,
        long version) {

    @Schema(name = "BodyOfMeeting")
    record BodyOfMeeting(UUID id, String reference, String name) {}

    @Schema(name = "AgendaItem")
    record Item(
            int number,
            String reference,
            String title,
            List<Interest> interests,
            Provenance provenance) {}

    /// @param noticedOn when notice of it was given; of the sitting it resumes, when that had named
    ///   its day and time
    /// @param adjournedBecause why it was adjourned, null when it was not
    /// @param resumesAt when it is to go on, as was named when it was adjourned
    @Schema(name = "Sitting")
    record SittingView(
            int number,
            LocalDateTime startsAt,
            @Nullable LocalDateTime endedAt,
            @Nullable String place,
            @Nullable LocalDate noticedOn,
            @Nullable String adjournedBecause,
            @Nullable LocalDateTime resumesAt,
            @Nullable String resumesPlace) {}

    /// @param substitute opaque; null for the member, and to all but those who write the record of
    ///   the meeting's place
    @Schema(name = "StretchOfAttendance")
    record Stretch(
            int sitting,
            String member,
            @Nullable String substitute,
            LocalTime arrivedAt,
            @Nullable LocalTime leftAt) {}

    /// @param people whether the references of substitutes are shown
    static MeetingView of(Meeting meeting, @Nullable LocalDate noticeDueBy, boolean people) {
        return new MeetingView(
                meeting.id,
                meeting.reference,
                new BodyOfMeeting(meeting.bodyId, meeting.bodyReference, meeting.bodyName),
                meeting.locality,
                meeting.startsAt,
                meeting.endsAt,
                meeting.place,
                meeting.openToPublic,
                meeting.state,
                meeting.noticedOn,
                noticeDueBy,
                meeting.cancelReason,
                meeting.movedBecause,
                IntStream.rangeClosed(1, meeting.agenda.items.size())
                        .mapToObj(number -> item(meeting, number, people))
                        .toList(),
                IntStream.rangeClosed(1, meeting.sittings.had.size())
                        .mapToObj(number -> sitting(meeting, number))
                        .toList(),
                meeting.roll.attendance.stream().map(one -> stretch(one, people)).toList(),
                meeting.minutes,
                meeting.provenance,
                meeting.version);
    }

    private static Item item(Meeting meeting, int number, boolean people) {
        var item = meeting.agenda.items.get(number - 1);
        return new Item(
                number,
                meeting.referenceOf(number),
                item.title(),
                meeting.interestsOn(number).stream()
                        .map(interest -> people ? interest : interest.withoutPeople())
                        .toList(),
                item.provenance());
    }

    private static SittingView sitting(Meeting meeting, int number) {
        var sitting = meeting.sittings.had.get(number - 1);
        return new SittingView(
                number,
                sitting.startsAt(),
                sitting.endedAt(),
                sitting.place(),
                sitting.noticedOn(),
                sitting.adjournedBecause(),
                sitting.resumesAt(),
                sitting.resumesPlace());
    }

    private static Stretch stretch(Attendance one, boolean people) {
        return new Stretch(
                one.sitting(),
                one.seat(),
                people ? one.substitute() : null,
                one.arrivedAt(),
                one.leftAt());
    }
}
