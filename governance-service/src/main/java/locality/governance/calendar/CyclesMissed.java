package locality.governance.calendar;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import locality.governance.worklist.WorklistKind;
import locality.governance.worklist.WorklistRow;
import locality.governance.worklist.WorklistSource;
import locality.platform.caller.Roles;
import locality.platform.place.Locality;
import locality.platform.worklist.WhatWaits;

/// Bodies that missed a cycle and have neither met nor been called to meet since. What is missed
/// stays so; that the body meets again is what can be done about it.
@ApplicationScoped
class CyclesMissed implements WorklistSource {

    private final ShowCycles showCycles;
    private final WhatWaits whatWaits;

    CyclesMissed(ShowCycles showCycles, WhatWaits whatWaits) {
        this.showCycles = showCycles;
        this.whatWaits = whatWaits;
    }

    @Override
    public List<WorklistRow> rows(Set<Locality> places, LocalDate on) {
        var last = lastMeetings(places, on);
        return showCycles.missed(places, on.minusYears(1), on).stream()
                .filter(missed -> missed.until().isAfter(last.getOrDefault(missed.body(), NEVER)))
                .collect(toMap(Missed::body, missed -> missed, CyclesMissed::later))
                .values()
                .stream()
                .map(missed -> row(missed, on))
                .toList();
    }

    private Map<String, LocalDate> lastMeetings(Set<Locality> places, LocalDate on) {
        return whatWaits
                .read(
                        LAST_MEETING,
                        places,
                        on,
                        row ->
                                Map.entry(
                                        row.getString("body_reference"),
                                        row.getObject("held_on", LocalDate.class)))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Missed later(Missed one, Missed other) {
        return one.until().isAfter(other.until()) ? one : other;
    }

    private static WorklistRow row(Missed missed, LocalDate on) {
        return WorklistRow.waiting(
                WorklistKind.CYCLE_MISSED,
                missed.body(),
                "%s to %s".formatted(missed.from(), missed.until()),
                missed.until().plusDays(1),
                new WorklistRow.Place(missed.locality(), missed.body(), Roles.GOVERNANCE),
                "It was to meet between %s and %s and did not: call it to meet"
                        .formatted(missed.from(), missed.until()),
                WorklistRow.meeting(missed.body(), on));
    }

    private static final LocalDate NEVER = LocalDate.MIN;

    private static final String LAST_MEETING =
            """
            select m.body_reference, cast(max(m.starts_at) as date) as held_on
            from asked
            join meeting m on m.locality = any(asked.places) and m.state <> 'CANCELLED'
            group by m.body_reference
            """;
}
