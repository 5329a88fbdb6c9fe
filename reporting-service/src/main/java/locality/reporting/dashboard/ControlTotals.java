package locality.reporting.dashboard;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.reporting.readmodel.Snapshot;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Sums and counts to hold against the services': equal, or a topic has not been read to its end.
@Schema(name = "ControlTotals")
record ControlTotals(List<OfFund> funds, List<OfLocality> localities, List<OfTopic> topics) {

    /// @param postings how many postings were applied
    /// @param postingsSumPence their sum, which is zero when every entry arrived whole
    @Schema(name = "ControlTotalsOfFund")
    record OfFund(
            UUID id,
            String reference,
            Locality locality,
            FinancialYear financialYear,
            Pence plannedPence,
            Pence requestedPence,
            Pence committedPence,
            Pence spentPence,
            long commitments,
            long postings,
            Pence postingsSumPence) {}

    /// @param observations periods that have been told of
    /// @param observationsTold the same with every correction
    @Schema(name = "ControlTotalsOfLocality")
    record OfLocality(
            Locality locality,
            long bodies,
            long decisions,
            long decisionsInEffect,
            long interventions,
            long indicators,
            long observations,
            long observationsTold) {}

    /// @param position the last position applied of that topic for these localities
    @Schema(name = "ControlTotalsOfTopic")
    record OfTopic(
            Locality locality, String topic, long events, long position, Instant recordedAt) {}

    static ControlTotals of(String[] localities, Snapshot snapshot) {
        return new ControlTotals(
                funds(localities, snapshot),
                localities(localities, snapshot),
                topics(localities, snapshot));
    }

    private static List<OfFund> funds(String[] localities, Snapshot snapshot) {
        return snapshot.list(
                """
                select f.*,
                  (select count(*) from read_model.commitment c where c.fund_id = f.fund_id)
                    as commitments,
                  coalesce(d.postings, 0) as postings, coalesce(d.amount_pence, 0) as postings_sum
                from read_model.fund_position f
                left join lateral (
                  select sum(d.postings) as postings, sum(d.amount_pence) as amount_pence
                  from read_model.account_day d where d.fund_id = f.fund_id) d on true
                where f.locality = any(?) order by f.locality, f.financial_year, f.reference
                """,
                row ->
                        new OfFund(
                                row.uuid("fund_id"),
                                row.text("reference"),
                                Locality.of(row.text("locality")),
                                FinancialYear.parse(row.text("financial_year")),
                                row.pence("planned_pence"),
                                row.pence("requested_pence"),
                                row.pence("committed_pence"),
                                row.pence("spent_pence"),
                                row.number("commitments"),
                                row.number("postings"),
                                row.pence("postings_sum")),
                new Object[] {localities});
    }

    private static List<OfLocality> localities(String[] localities, Snapshot snapshot) {
        return snapshot.list(
                """
                select l.locality,
                  (select count(*) from read_model.body b where b.locality = l.locality) as bodies,
                  (select count(*) from read_model.decision d where d.locality = l.locality)
                    as decisions,
                  (select count(*) from read_model.decision d
                   where d.locality = l.locality and d.state = 'IN_EFFECT') as in_effect,
                  (select count(*) from read_model.intervention i where i.locality = l.locality)
                    as interventions,
                  (select count(*) from read_model.indicator i where i.locality = l.locality)
                    as indicators,
                  o.periods, o.told
                from (select distinct locality from read_model.freshness
                      where locality = any(?)) l
                left join lateral (
                  select count(distinct (o.indicator_id, o.period)) as periods, count(*) as told
                  from read_model.observation o join read_model.indicator i using (indicator_id)
                  where i.locality = l.locality) o on true
                order by l.locality
                """,
                row ->
                        new OfLocality(
                                Locality.of(row.text("locality")),
                                row.number("bodies"),
                                row.number("decisions"),
                                row.number("in_effect"),
                                row.number("interventions"),
                                row.number("indicators"),
                                row.number("periods"),
                                row.number("told")),
                new Object[] {localities});
    }

    private static List<OfTopic> topics(String[] localities, Snapshot snapshot) {
        return snapshot.list(
                """
                select * from read_model.freshness
                where locality = any(?) order by locality, topic
                """,
                row ->
                        new OfTopic(
                                Locality.of(row.text("locality")),
                                row.text("topic"),
                                row.number("events"),
                                row.number("position"),
                                row.instant("recorded_at")),
                new Object[] {localities});
    }
}
