package locality.reporting.governance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import locality.platform.place.Locality;
import locality.platform.time.BusinessClock;
import locality.reporting.dashboard.FreshnessOf;
import locality.reporting.dashboard.Validity;
import locality.reporting.governance.Governance.Action;
import locality.reporting.governance.Governance.Dispute;
import locality.reporting.governance.Governance.Logged;
import locality.reporting.governance.Governance.Planned;
import locality.reporting.governance.Governance.Recommendation;
import locality.reporting.governance.Governance.Vacancy;
import locality.reporting.readmodel.ReadModels;
import locality.reporting.readmodel.Row;
import locality.reporting.readmodel.Snapshot;
import org.jspecify.annotations.Nullable;

/// Reads a locality's boards on a date, everything from one snapshot.
@ApplicationScoped
public class ReadGovernance {

    private static final int DECISIONS_SHOWN = 100;

    private final ReadModels readModels;
    private final Clock clock;

    ReadGovernance(ReadModels readModels, Clock clock) {
        this.readModels = readModels;
        this.clock = clock;
    }

    /// @param on null for today
    public Governance handle(Locality locality, @Nullable LocalDate on) {
        var day = on == null ? today() : on;
        return readModels.ask(snapshot -> read(locality, day, DECISIONS_SHOWN, snapshot));
    }

    /// The same with every decision.
    public Governance whole(Locality locality, @Nullable LocalDate on) {
        var day = on == null ? today() : on;
        return readModels.ask(snapshot -> read(locality, day, null, snapshot));
    }

    private LocalDate today() {
        return BusinessClock.today(clock);
    }

    private Governance read(
            Locality locality, LocalDate on, @Nullable Integer decisions, Snapshot snapshot) {
        return new Governance(
                locality,
                locality.displayName(),
                on,
                new FreshnessOf(locality, snapshot).asOf(),
                new Structure(standing(locality, on, snapshot), relations(on, snapshot)).roots(),
                vacancies(locality, on, snapshot),
                forwardPlan(locality, on, snapshot),
                decisions(locality, on, decisions, snapshot),
                actions(locality, on, snapshot),
                recommendations(locality, on, snapshot),
                disputes(locality, on, snapshot));
    }

    /// The bodies that stand on a day in a place, their own or one that they serve: the day twice,
    /// then the place twice.
    private static final String STANDING =
            """
            select b.body_id, b.reference, d.name, d.state, b.classification, b.spatial_level,
                   b.locality, b.provenance
            from read_model.body b
            join lateral (select name, state, sunset_on from read_model.body_day
                          where body_id = b.body_id and effective_on <= ?
                          order by effective_on desc limit 1) d on true
            where d.state <> 'DISSOLVED' and (d.sunset_on is null or d.sunset_on > ?)
              and (b.locality = ?
                   or exists (select from read_model.body_place p
                              where p.body_id = b.body_id and p.locality = ?))
            """;

    private static List<Structure.Standing> standing(
            Locality locality, LocalDate on, Snapshot snapshot) {
        return snapshot.list(
                """
                with standing as (%s)
                select b.*, coalesce(s.seats, 0) as seats, coalesce(s.vacant, 0) as vacant
                from standing b
                left join lateral (
                  select count(*) filter (where state <> 'ABOLISHED') as seats,
                         count(*) filter (where state = 'VACANT') as vacant
                  from (select distinct on (seat) seat, state from read_model.seat_told
                        where body_id = b.body_id and from_day <= ?
                        order by seat, from_day desc) latest) s on true
                """
                        .formatted(STANDING),
                row ->
                        new Structure.Standing(
                                row.uuid("body_id"),
                                row.text("reference"),
                                row.text("name"),
                                row.text("state"),
                                row.text("classification"),
                                row.text("spatial_level"),
                                Locality.of(row.text("locality")),
                                row.count("seats"),
                                row.count("vacant"),
                                row.provenance("provenance")),
                on,
                on,
                locality.code(),
                locality.code(),
                on);
    }

    private static List<Structure.Relation> relations(LocalDate on, Snapshot snapshot) {
        return snapshot.list(
                """
                select body_id, kind, to_body from read_model.body_relation
                where effective_on <= ? and (ends_on is null or ends_on >= ?)
                """,
                row ->
                        new Structure.Relation(
                                row.uuid("body_id"), row.text("kind"), row.uuid("to_body")),
                on,
                on);
    }

    private static List<Vacancy> vacancies(Locality locality, LocalDate on, Snapshot snapshot) {
        return snapshot.list(
                """
                with standing as (%s)
                select b.name as body, s.seat, s.post, s.voting_right, s.organisation, s.from_day,
                       s.provenance
                from standing b
                join lateral (select distinct on (seat) * from read_model.seat_told
                              where body_id = b.body_id and from_day <= ?
                              order by seat, from_day desc) s on s.state = 'VACANT'
                order by s.from_day, body, s.seat
                """
                        .formatted(STANDING),
                row ->
                        new Vacancy(
                                row.text("body"),
                                row.text("seat"),
                                row.text("post"),
                                row.flag("voting_right"),
                                row.optionalText("organisation"),
                                row.date("from_day"),
                                row.provenance("provenance")),
                on,
                on,
                locality.code(),
                locality.code(),
                on);
    }

    private static List<Planned> forwardPlan(Locality locality, LocalDate on, Snapshot snapshot) {
        return snapshot.list(
                """
                select *, state = 'PLANNED' and expected_on < ? as late
                from read_model.forward_plan_entry
                where locality = ? and (expected_on >= ? or state = 'PLANNED')
                order by expected_on, reference
                """,
                row ->
                        new Planned(
                                row.text("reference"),
                                row.text("title"),
                                row.text("body_name"),
                                row.flag("key"),
                                row.text("state"),
                                row.date("expected_on"),
                                row.flag("late"),
                                row.provenance("provenance")),
                on,
                locality.code(),
                on);
    }

    private static List<Logged> decisions(
            Locality locality, LocalDate on, @Nullable Integer most, Snapshot snapshot) {
        return snapshot.list(
                """
                select d.*,
                  coalesce((select array_agg(p.title order by p.reference)
                            from read_model.paper p
                            where p.meeting_id = d.meeting_id and p.open
                              and p.item::text = split_part(d.reference, '/', 2)), '{}') as papers,
                  coalesce((select array_agg(a.title || ' (' || lower(replace(a.state, '_', ' '))
                                             || ')' order by a.reference)
                            from read_model.action a
                            where a.decision_id = d.decision_id), '{}') as actions
                from read_model.decision d
                where d.locality = ? and d.effective_on <= ?
                order by d.effective_on desc, d.position desc limit ?
                """,
                ReadGovernance::logged,
                locality.code(),
                on,
                most);
    }

    private static Logged logged(Row row) {
        return new Logged(
                row.uuid("decision_id"),
                row.text("reference"),
                row.text("title"),
                row.text("body_name"),
                row.text("decision_type"),
                row.text("outcome"),
                row.text("state"),
                Validity.binds(row.text("state")),
                Validity.inWords(row.texts("validity_codes")),
                row.optionalPence("value_pence"),
                row.optionalText("changed_because"),
                row.optionalDate("changed_on"),
                row.texts("papers"),
                row.texts("actions"),
                row.date("effective_on"),
                row.provenance("provenance"));
    }

    private static List<Action> actions(Locality locality, LocalDate on, Snapshot snapshot) {
        return snapshot.list(
                """
                select a.*, o.name as organisation_name,
                       a.state in ('OPEN', 'IN_PROGRESS') and coalesce(a.due_on < ?, false)
                         as overdue
                from read_model.action a
                left join read_model.organisation o on o.code = a.organisation
                where a.locality = ? and a.effective_on <= ?
                order by a.state in ('COMPLETE', 'SUPERSEDED'), a.due_on, a.reference
                """,
                row ->
                        new Action(
                                row.text("reference"),
                                row.text("title"),
                                row.optionalText("post"),
                                row.optionalText("organisation_name") == null
                                        ? row.optionalText("organisation")
                                        : row.optionalText("organisation_name"),
                                row.optionalDate("due_on"),
                                row.optionalText("precision"),
                                row.text("state"),
                                row.flag("overdue"),
                                row.provenance("provenance")),
                on,
                locality.code(),
                on);
    }

    private static List<Recommendation> recommendations(
            Locality locality, LocalDate on, Snapshot snapshot) {
        return snapshot.list(
                """
                select r.*, b.name as body, d.reference as decision
                from read_model.recommendation r
                left join lateral (select name from read_model.body_day
                                   where body_id = r.body_id and effective_on <= ?
                                   order by effective_on desc limit 1) b on true
                left join read_model.decision d using (decision_id)
                where r.locality = ? and r.effective_on <= ? order by r.outcome is not null, r.reference
                """,
                row ->
                        new Recommendation(
                                row.text("reference"),
                                row.text("verb"),
                                row.text("text"),
                                row.optionalText("body"),
                                row.optionalText("outcome"),
                                row.optionalText("decision"),
                                row.provenance("provenance")),
                on,
                locality.code(),
                on);
    }

    private static List<Dispute> disputes(Locality locality, LocalDate on, Snapshot snapshot) {
        return snapshot.list(
                """
                select d.*, b.name as body,
                  (select array_agg(coalesce(o.name, party) order by party)
                   from unnest(d.parties) as party
                   left join read_model.organisation o on o.code = party) as party_names
                from read_model.dispute d
                left join lateral (select name from read_model.body_day
                                   where body_id = d.body_id and effective_on <= ?
                                   order by effective_on desc limit 1) b on true
                where d.locality = ? and d.effective_on <= ?
                order by d.state in ('RESOLVED', 'WITHDRAWN'), d.effective_on, d.reference
                """,
                row ->
                        new Dispute(
                                row.text("reference"),
                                row.text("title"),
                                row.texts("party_names"),
                                row.optionalText("body"),
                                row.text("state"),
                                row.date("effective_on"),
                                row.provenance("provenance")),
                on,
                locality.code(),
                on);
    }
}
