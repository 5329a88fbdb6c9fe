package locality.governance.body;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import locality.governance.worklist.WorklistKind;
import locality.governance.worklist.WorklistRow;
import locality.governance.worklist.WorklistSource;
import locality.platform.place.Locality;
import locality.platform.worklist.ClearingCall;
import locality.platform.worklist.WhatWaits;

/// Time-limited bodies whose time soon ends and that nobody is to take over from.
@ApplicationScoped
class BodiesEnding implements WorklistSource {

    private final WhatWaits whatWaits;

    BodiesEnding(WhatWaits whatWaits) {
        this.whatWaits = whatWaits;
    }

    @Override
    public List<WorklistRow> rows(Set<Locality> places, LocalDate on) {
        return whatWaits.read(ENDING.formatted(DAYS_AHEAD), places, on, row -> ending(row, on));
    }

    private static WorklistRow ending(ResultSet row, LocalDate on) throws SQLException {
        var body = row.getString("body_reference");
        var sunset = row.getObject("sunset_on", LocalDate.class);
        return WorklistRow.due(
                WorklistKind.BODY_ENDING,
                body,
                row.getString("name"),
                sunset.minusDays(1),
                on,
                WorklistRow.Place.of(row),
                ("It is no more from %s: give it more time, or say who takes over"
                                + " (POST /bodies/%s/successions)")
                        .formatted(sunset, body),
                ClearingCall.post(
                        "/bodies/%s/sunset".formatted(body), "sunsetOn", sunset.plusYears(1)));
    }

    private static final String ENDING =
            """
            select b.reference as body_reference, b.name, b.locality, u.sunset_on
            from asked
            join body b on b.locality = any(asked.places)
            join body_sunset u on u.body_id = b.id
             and u.sunset_on > asked.day and u.sunset_on <= asked.day + %d
            where not exists (select from body_succession s where s.predecessor = b.id)
              and not exists (select from body_step s
                              where s.body_id = b.id and s.state = 'DISSOLVED')
            """;
}
