package locality.reporting.partnership;

import java.time.LocalDate;
import java.util.List;
import locality.platform.place.Locality;
import locality.reporting.partnership.Partnership.Assessment;
import locality.reporting.partnership.Partnership.Engagement;
import locality.reporting.partnership.Partnership.Entry;
import locality.reporting.partnership.Partnership.Finding;
import locality.reporting.partnership.Partnership.Principle;
import locality.reporting.partnership.Partnership.Rating;
import locality.reporting.partnership.Partnership.Strategy;
import locality.reporting.readmodel.Row;
import locality.reporting.readmodel.Snapshot;

/// What a locality's partners hold to and keep an eye on, as of a day.
final class RegistersOf {

    private final Locality locality;
    private final LocalDate on;
    private final Snapshot snapshot;

    RegistersOf(Locality locality, LocalDate on, Snapshot snapshot) {
        this.locality = locality;
        this.on = on;
        this.snapshot = snapshot;
    }

    List<Entry> entries() {
        return snapshot.list(
                """
                select e.*, e.likelihood * e.impact as score, b.name as body, c.reference as cause,
                  above.name as above
                from (select distinct on (entry_id) * from read_model.register_entry_day
                      where locality = ? and effective_on <= ?
                      order by entry_id, told desc) e
                left join lateral (select name from read_model.body_day
                                   where body_id = e.body_id and effective_on <= ?
                                   order by effective_on desc limit 1) b on true
                left join lateral (select name from read_model.body_day
                                   where body_id = e.escalated_to and effective_on <= ?
                                   order by effective_on desc limit 1) above on true
                left join lateral (select reference from read_model.register_entry_day
                                   where entry_id = e.caused_by
                                   order by effective_on desc limit 1) c on true
                order by e.state in ('CLOSED', 'MATERIALISED'), score desc nulls last, e.reference
                """,
                this::entry,
                locality.code(),
                on,
                on,
                on);
    }

    private Entry entry(Row row) {
        var state = row.text("state");
        var review = row.optionalDate("review_on");
        return new Entry(
                row.text("reference"),
                row.text("kind"),
                row.text("title"),
                state,
                row.optionalText("body"),
                row.optionalText("above"),
                row.optionalCount("likelihood"),
                row.optionalCount("impact"),
                row.optionalCount("score"),
                row.optionalText("post"),
                review,
                review != null
                        && review.isBefore(on)
                        && !state.equals("CLOSED")
                        && !state.equals("MATERIALISED"),
                row.optionalText("cause"),
                row.provenance("provenance"));
    }

    List<Assessment> assessments() {
        return snapshot.list(
                """
                select * from (select distinct on (assessment_id) *
                               from read_model.assessment_day
                               where locality = ? and effective_on <= ?
                               order by assessment_id, told desc) a
                order by effective_on desc, reference
                """,
                row ->
                        new Assessment(
                                row.text("reference"),
                                row.text("title"),
                                row.text("framework"),
                                row.text("state"),
                                row.listOf("scale", String.class),
                                row.listOf("ratings", Rating.class),
                                row.listOf("findings", Finding.class),
                                row.date("effective_on"),
                                row.provenance("provenance")),
                locality.code(),
                on);
    }

    List<Strategy> strategies() {
        return snapshot.list(
                """
                select s.*, d.reference as decision,
                  coalesce(s.review_on < ? and s.state in ('DRAFT', 'APPROVED'), false) as overdue
                from (select distinct on (strategy_id) * from read_model.strategy_day
                      where locality = ? and effective_on <= ?
                      order by strategy_id, told desc) s
                left join read_model.decision d on d.decision_id = s.decision_id
                order by s.state in ('SUPERSEDED', 'WITHDRAWN'), s.kind, s.reference
                """,
                row ->
                        new Strategy(
                                row.text("reference"),
                                row.text("title"),
                                row.text("kind"),
                                row.optionalText("edition"),
                                row.text("state"),
                                row.optionalDate("review_on"),
                                row.flag("overdue"),
                                row.optionalText("decision"),
                                row.date("effective_on"),
                                row.provenance("provenance")),
                on,
                locality.code(),
                on);
    }

    /// Those that hold on the day.
    List<Principle> principles() {
        return snapshot.list(
                """
                select * from (select distinct on (principle_id) * from read_model.principle_day
                               where locality = ? and effective_on <= ?
                               order by principle_id, told desc) p
                where ends_on is null or ends_on >= ?
                order by register, number, reference
                """,
                row ->
                        new Principle(
                                row.text("reference"),
                                row.text("register"),
                                row.count("number"),
                                row.text("text"),
                                row.optionalDate("ends_on"),
                                row.date("effective_on"),
                                row.provenance("provenance")),
                locality.code(),
                on,
                on);
    }

    List<Engagement> engagement() {
        return snapshot.list(
                """
                select * from (select distinct on (engagement_id) *
                               from read_model.engagement_day
                               where locality = ? and effective_on <= ?
                               order by engagement_id, told desc) e
                order by effective_on desc, reference
                """,
                row ->
                        new Engagement(
                                row.text("reference"),
                                row.text("title"),
                                row.text("kind"),
                                row.text("audience"),
                                row.optionalText("stage"),
                                row.count("count"),
                                row.optionalCount("reached"),
                                row.date("effective_on"),
                                row.provenance("provenance")),
                locality.code(),
                on);
    }
}
