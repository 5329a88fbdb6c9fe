package locality.reporting.partnership;

import java.time.LocalDate;
import java.util.List;
import locality.platform.place.Locality;
import locality.reporting.partnership.Partnership.Agreement;
import locality.reporting.partnership.Partnership.Condition;
import locality.reporting.partnership.Partnership.Gateway;
import locality.reporting.partnership.Partnership.Party;
import locality.reporting.partnership.Partnership.ScopeItem;
import locality.reporting.readmodel.Row;
import locality.reporting.readmodel.Snapshot;
import org.jspecify.annotations.Nullable;

/// What a locality's partners agreed, and what passed its gateways, as of a day.
final class AgreementsOf {

    private final Locality locality;
    private final LocalDate on;
    private final Snapshot snapshot;

    AgreementsOf(Locality locality, LocalDate on, Snapshot snapshot) {
        this.locality = locality;
        this.on = on;
        this.snapshot = snapshot;
    }

    List<Agreement> agreements() {
        return snapshot.list(
                """
                select a.*, coalesce(bound.parties_named, '[]') as parties_named
                from (select distinct on (agreement_id, version) *
                      from read_model.agreement_day
                      where locality = ? and effective_on <= ?
                      order by agreement_id, version, told desc) a
                left join lateral (
                  select jsonb_agg(
                           jsonb_build_object(
                             'organisation', coalesce(o.name, p.organisation),
                             'code', p.organisation, 'capacity', p.capacity,
                             'signedOn', p."signedOn", 'ratified', p."decisionId" is not null,
                             'decision', d.reference)
                           order by p.capacity desc, coalesce(o.name, p.organisation))
                           as parties_named
                  from jsonb_to_recordset(a.parties) as p
                    (organisation text, capacity text, "signedOn" date, "decisionId" uuid)
                  left join read_model.organisation o on o.code = p.organisation
                  left join read_model.decision d on d.decision_id = p."decisionId") bound on true
                order by a.reference, a.version desc
                """,
                AgreementsOf::agreement,
                locality.code(),
                on);
    }

    private static Agreement agreement(Row row) {
        return new Agreement(
                row.text("reference"),
                row.text("title"),
                row.text("kind"),
                row.count("version"),
                row.text("state"),
                row.listOf("parties_named", Party.class),
                row.optionalDate("begins_on"),
                row.optionalDate("ends_on"),
                row.optionalDate("review_on"),
                row.flag("retrospective"),
                row.date("effective_on"),
                row.provenance("provenance"));
    }

    List<Gateway> gateways() {
        return snapshot.list(
                """
                select g.*, d.reference as decision,
                  coalesce((
                    select jsonb_agg(
                             jsonb_build_object(
                               'reference', s.reference, 'title', s.title, 'kind', s.kind,
                               'intervention', s.intervention, 'wentOverOn', s.effective_on,
                               'contractState', c.state, 'contractReason', c.reason,
                               'provenance', s.provenance)
                             order by s.kind desc, s.reference)
                    from read_model.scope_transferred s
                    left join lateral (select state, reason from read_model.contract_scope_day
                                       where scope_item_id = s.scope_item_id and effective_on <= ?
                                       order by told desc limit 1) c on true
                    where s.gateway_id = g.gateway_id and s.locality = g.locality
                      and s.effective_on <= ?), '[]') as scope
                from (select distinct on (gateway_id) * from read_model.gateway_day
                      where locality = ? and effective_on <= ?
                      order by gateway_id, told desc) g
                left join read_model.decision d on d.decision_id = g.decision_id
                order by g.contract, g.number
                """,
                this::gateway,
                on,
                on,
                locality.code(),
                on);
    }

    private Gateway gateway(Row row) {
        var state = row.text("state");
        return new Gateway(
                row.text("reference"),
                row.text("contract"),
                row.count("number"),
                row.date("begins_on"),
                row.date("ends_on"),
                state,
                isUndecided(state) && row.date("ends_on").isBefore(on),
                row.optionalText("decision"),
                row.listOf("conditions", Told.class).stream().map(this::condition).toList(),
                row.listOf("scope", ScopeItem.class),
                row.provenance("provenance"));
    }

    private static boolean isUndecided(String state) {
        return List.of("PLANNED", "DUE_DILIGENCE", "FOR_DECISION").contains(state);
    }

    /// A condition as it was told.
    private record Told(String text, LocalDate dueOn, @Nullable LocalDate metOn) {}

    private Condition condition(Told told) {
        return new Condition(
                told.text(),
                told.dueOn(),
                told.metOn(),
                told.metOn() == null && told.dueOn().isBefore(on));
    }
}
