package locality.governance.calendar;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import locality.governance.calendar.CycleView.State;
import locality.governance.meeting.Meetings;
import locality.governance.recorder.Recorder;
import locality.platform.place.Locality;

/// Says in which cycles bodies met, and which they missed.
@ApplicationScoped
class ShowCycles {

    private final Expectations expectations;
    private final Meetings meetings;
    private final Recorder recorder;

    ShowCycles(Expectations expectations, Meetings meetings, Recorder recorder) {
        this.expectations = expectations;
        this.meetings = meetings;
        this.recorder = recorder;
    }

    List<CycleView> of(Expectation body, Days days) {
        var there =
                meetings.among(
                        new Meetings.Wanted(
                                Set.of(body.locality()),
                                body.body(),
                                days.from().minusYears(1),
                                null,
                                null));
        return body.cycles(days.from(), days.to()).stream()
                .map(cycle -> CycleView.of(cycle, there, recorder.today()))
                .toList();
    }

    /// The cycles that ended without a meeting between two days, the first of which counts, by
    /// body.
    List<Missed> missed(Set<Locality> places, LocalDate from, LocalDate on) {
        var byBody =
                meetings
                        .among(new Meetings.Wanted(places, null, from.minusYears(1), null, null))
                        .stream()
                        .filter(meeting -> meeting.firstHeldOn().isBefore(on))
                        .collect(groupingBy(meeting -> meeting.bodyId()));
        return expectations.inPlaces(places).stream()
                .flatMap(
                        body ->
                                body.cycles(from, on).stream()
                                        .filter(cycle -> !cycle.until().isBefore(from))
                                        .map(
                                                cycle ->
                                                        CycleView.of(
                                                                cycle,
                                                                byBody.getOrDefault(
                                                                        body.body(), List.of()),
                                                                on))
                                        .filter(cycle -> cycle.state() == State.MISSED)
                                        .map(cycle -> missed(body, cycle)))
                .toList();
    }

    private static Missed missed(Expectation body, CycleView cycle) {
        var meeting = cycle.meeting();
        return new Missed(
                Missed.What.MEETING,
                body.reference(),
                body.locality(),
                null,
                cycle.from(),
                cycle.until(),
                meeting == null ? null : meeting.reference());
    }
}
