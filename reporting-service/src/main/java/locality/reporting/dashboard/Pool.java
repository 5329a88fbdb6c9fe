package locality.reporting.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import locality.platform.fact.Provenance;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;
import locality.reporting.readmodel.Row;
import locality.reporting.readmodel.Snapshot;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The money of a locality: of all its funds, or of those of one financial year.
///
/// @param requestedPence waiting for a decision
/// @param committedPence promised and not yet spent
@Schema(name = "Pool")
public record Pool(
        Pence plannedPence,
        Pence requestedPence,
        Pence committedPence,
        Pence spentPence,
        List<Fund> funds) {

    static Pool of(List<Fund> funds) {
        return new Pool(
                total(funds, Fund::plannedPence),
                total(funds, Fund::requestedPence),
                total(funds, Fund::committedPence),
                total(funds, Fund::spentPence),
                funds);
    }

    /// Planned and not yet asked for, promised or spent.
    @JsonProperty
    public Pence availablePence() {
        return plannedPence.minus(requestedPence).minus(committedPence).minus(spentPence);
    }

    /// The financial years whose money this is.
    @JsonProperty
    public List<FinancialYear> financialYears() {
        return funds.stream().map(Fund::financialYear).distinct().toList();
    }

    /// The part of it that is of one year; all of it for null.
    Pool of(@Nullable FinancialYear year) {
        return year == null
                ? this
                : of(funds.stream().filter(fund -> fund.financialYear().equals(year)).toList());
    }

    /// One fund of one financial year.
    ///
    /// @param planDecisionId the decision that approved the plan; null before there was one
    @Schema(name = "PoolFund")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Fund(
            UUID id,
            String reference,
            String name,
            String kind,
            FinancialYear financialYear,
            String host,
            Pence plannedPence,
            Pence requestedPence,
            Pence committedPence,
            Pence spentPence,
            @Nullable UUID planDecisionId,
            List<Line> lines,
            List<Contribution> contributions,
            Provenance provenance) {

        @JsonProperty
        public Pence availablePence() {
            return plannedPence.minus(requestedPence).minus(committedPence).minus(spentPence);
        }

        /// Its name with its year, said once.
        public String title() {
            var year = financialYear.toString();
            return name.contains(year) ? name : name + " " + year;
        }
    }

    /// One scheme line of a fund's plan.
    ///
    /// @param currentPence what it has after virements
    /// @param commissioner its code
    /// @param commissionerName its name, where an organisation of that code is on record
    @Schema(name = "PoolLine")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            UUID id,
            String reference,
            String scheme,
            String areaOfSpend,
            String commissioner,
            @Nullable String commissionerName,
            String basis,
            Pence plannedPence,
            Pence currentPence,
            Pence requestedPence,
            Pence committedPence,
            Pence spentPence,
            Provenance provenance) {

        /// What it has after virements and is not yet asked for, promised or spent.
        @JsonProperty
        public Pence availablePence() {
            return currentPence.minus(requestedPence).minus(committedPence).minus(spentPence);
        }
    }

    /// What a partner puts in.
    @Schema(name = "PoolContribution")
    public record Contribution(UUID id, String partner, Pence annualPence, Provenance provenance) {}

    static Pool read(String locality, Snapshot snapshot) {
        var lines =
                snapshot.list(
                        """
                        select l.*, o.name as commissioner_name
                        from read_model.line_position l
                        join read_model.fund f using (fund_id)
                        left join read_model.organisation o on o.code = l.commissioner
                        where f.locality = ? order by l.reference
                        """,
                        row -> new OfFund<>(row.uuid("fund_id"), line(row)),
                        locality);
        var contributions =
                snapshot.list(
                        """
                        select c.* from read_model.contribution c
                        join read_model.fund f using (fund_id)
                        where f.locality = ? order by c.annual_pence desc, c.partner
                        """,
                        row -> new OfFund<>(row.uuid("fund_id"), contribution(row)),
                        locality);
        return of(
                snapshot.list(
                        """
                        select * from read_model.fund_position
                        where locality = ?
                        order by financial_year, reference
                        """,
                        row -> fund(row, lines, contributions),
                        locality));
    }

    private record OfFund<T>(UUID fund, T part) {
        static <T> List<T> select(List<OfFund<T>> parts, UUID fund) {
            return parts.stream().filter(it -> it.fund.equals(fund)).map(OfFund::part).toList();
        }
    }

    private static Fund fund(
            Row row, List<OfFund<Line>> lines, List<OfFund<Contribution>> contributions) {
        var id = row.uuid("fund_id");
        return new Fund(
                id,
                row.text("reference"),
                row.text("name"),
                row.text("kind"),
                FinancialYear.parse(row.text("financial_year")),
                row.text("host"),
                row.pence("planned_pence"),
                row.pence("requested_pence"),
                row.pence("committed_pence"),
                row.pence("spent_pence"),
                row.optionalUuid("plan_decision_id"),
                OfFund.select(lines, id),
                OfFund.select(contributions, id),
                row.provenance("provenance"));
    }

    private static Line line(Row row) {
        return new Line(
                row.uuid("line_id"),
                row.text("reference"),
                row.text("scheme"),
                row.text("area_of_spend"),
                row.text("commissioner"),
                row.optionalText("commissioner_name"),
                row.text("basis"),
                row.pence("planned_pence"),
                row.pence("current_pence"),
                row.pence("requested_pence"),
                row.pence("committed_pence"),
                row.pence("spent_pence"),
                row.provenance("provenance"));
    }

    private static Contribution contribution(Row row) {
        return new Contribution(
                row.uuid("schedule_id"),
                row.text("partner"),
                row.pence("annual_pence"),
                row.provenance("provenance"));
    }

    private static Pence total(List<Fund> funds, Function<Fund, Pence> part) {
        Stream<Pence> parts = funds.stream().map(part);
        return parts.reduce(Pence.ZERO, Pence::plus);
    }
}
