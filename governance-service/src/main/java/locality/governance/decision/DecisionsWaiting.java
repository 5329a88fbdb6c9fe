package locality.governance.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import locality.governance.validity.DecisionType;
import locality.governance.worklist.WorklistKind;
import locality.governance.worklist.WorklistRow;
import locality.governance.worklist.WorklistSource;
import locality.platform.place.Locality;
import locality.platform.worklist.ClearingCall;
import locality.platform.worklist.WhatWaits;

/// Decisions of which something is to become: called in by scrutiny, referred to a body of which no
/// meeting takes it, taken by officers and not yet noted.
@ApplicationScoped
class DecisionsWaiting implements WorklistSource {

    private final WhatWaits whatWaits;

    DecisionsWaiting(WhatWaits whatWaits) {
        this.whatWaits = whatWaits;
    }

    @Override
    public List<WorklistRow> rows(Set<Locality> places, LocalDate on) {
        return Stream.of(
                        whatWaits.read(CALLED_IN, places, on, DecisionsWaiting::calledIn),
                        whatWaits.read(REFERRED, places, on, row -> referred(row, on)),
                        whatWaits.read(TO_NOTE, places, on, row -> toNote(row, on)))
                .flatMap(List::stream)
                .toList();
    }

    private static WorklistRow calledIn(ResultSet row) throws SQLException {
        return waiting(
                row,
                WorklistKind.DECISION_CALLED_IN,
                "Scrutiny called it in: uphold it, or send it back",
                ClearingCall.post(
                        "/decisions/%s/uphold".formatted(row.getString("id")),
                        "by",
                        row.getString("called_in_by"),
                        "reason",
                        "Scrutiny heard the body and lets it stand"));
    }

    private static WorklistRow referred(ResultSet row, LocalDate on) throws SQLException {
        var parent = row.getString("body_reference");
        return waiting(
                row,
                WorklistKind.DECISION_REFERRED,
                "It was referred to %s, no meeting of which takes it: plan one, and it is on"
                                .formatted(parent)
                        + " its agenda",
                WorklistRow.meeting(parent, on));
    }

    private static WorklistRow toNote(ResultSet row, LocalDate on) throws SQLException {
        var next = row.getString("next_meeting");
        var body = row.getString("body_reference");
        return waiting(
                row,
                WorklistKind.DECISION_TO_NOTE,
                "Officers decided it with the power of %s: put it before that body to note"
                        .formatted(body),
                next == null
                        ? WorklistRow.meeting(body, on)
                        : ClearingCall.post(
                                "/meetings/%s/items".formatted(next),
                                "title",
                                row.getString("title"),
                                "decision",
                                Map.of(
                                        "type",
                                        DecisionType.NOTE.name(),
                                        "subject",
                                        Map.of(
                                                "type",
                                                Decision.SUBJECT,
                                                "id",
                                                row.getString("id")))));
    }

    private static WorklistRow waiting(
            ResultSet row, WorklistKind kind, String inWords, ClearingCall clear)
            throws SQLException {
        return WorklistRow.waiting(
                kind,
                row.getString("reference"),
                row.getString("title"),
                row.getObject("effective_on", LocalDate.class),
                WorklistRow.Place.of(row),
                inWords,
                clear);
    }

    private static final String CALLED_IN =
            """
            select d.id, d.reference, d.title, d.locality, d.effective_on,
                   b.reference as body_reference, s.reference as called_in_by
            from asked
            join decision d on d.locality = any(asked.places) and d.state = 'CALLED_IN'
             and d.effective_on <= asked.day
            join body b on b.id = d.body_id
            join lateral (select by_body from decision_step
                          where decision_id = d.id and to_state = 'CALLED_IN'
                          order by id desc limit 1) called on true
            join body s on s.id = called.by_body
            """;

    /// A planned meeting takes it by rule. A noticed one took it at once, or is too near to.
    private static final String REFERRED =
            """
            select d.id, d.reference, d.title, d.locality, d.effective_on,
                   b.reference as body_reference
            from asked
            join decision d on d.locality = any(asked.places) and d.state = 'REFERRED'
             and d.effective_on <= asked.day
            join body b on b.id = d.referred_to
            where not exists (select from decision n where n.referred_from = d.id)
              and not exists (select from meeting m
                              where m.body_id = d.referred_to and m.state = 'PLANNED'
                                and cast(m.starts_at as date) >= asked.day)
            """;

    /// As `GET /decisions?forNoting=` has it, less what is on its way to be noted by that body.
    private static final String TO_NOTE =
            """
            select d.id, d.reference, d.title, d.locality, d.effective_on,
                   b.reference as body_reference,
                   (select n.reference from meeting n
                    where n.body_id = d.body_id and n.state in ('PLANNED', 'NOTICED', 'OPEN')
                    order by n.starts_at, n.reference limit 1) as next_meeting
            from asked
            join decision d on d.locality = any(asked.places) and d.effective_on <= asked.day
             and %s
            join body b on b.id = d.body_id
            where not exists (select from decision n
                              where n.about_decision = d.id
                                and n.type = 'NOTE' and n.body_id = d.body_id
                                and n.state in ('PROPOSED', 'TABLED', 'DEFERRED', 'CARRIED',
                                                'CALLED_IN', 'IN_EFFECT'))
            """
                    .formatted(Decisions.TO_BE_NOTED);
}
