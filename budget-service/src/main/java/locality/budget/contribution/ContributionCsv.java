package locality.budget.contribution;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import locality.budget.Reference;
import locality.budget.contribution.ContributionProfile.Due;
import locality.budget.contribution.ContributionResource.NewTerms;
import locality.budget.contribution.FundContributionResource.NewContribution;
import locality.platform.fact.Provenance;
import locality.platform.http.Csv;
import locality.platform.money.Pence;
import locality.platform.refusal.Malformed;
import org.jspecify.annotations.Nullable;

/// The contributions to a fund as a spreadsheet: one row a contribution. The instalments of a
/// CUSTOM profile stand in one cell, as in `2014-05-01=60;2014-10-01=40`.
final class ContributionCsv {

    private static final List<String> REQUIRED =
            List.of("partner", "source", "annualPence", "profile");
    private static final List<String> AS_EXPORTED = List.of("reference", "version");
    private static final List<String> MORE =
            List.of(
                    "grossPence",
                    "clientChargesPence",
                    "instalments",
                    "decision",
                    "effectiveOn",
                    "reason",
                    "provenanceKind",
                    "provenanceDocument",
                    "provenanceSection",
                    "provenanceFormula");

    private ContributionCsv() {}

    /// One row of the sheet.
    record Row(
            Csv.Row at,
            @Nullable String reference,
            @Nullable Long version,
            String partner,
            String source,
            @Nullable Pence annual,
            @Nullable Pence gross,
            @Nullable Pence clientCharges,
            ContributionProfile profile,
            List<Due> instalments,
            @Nullable String decision,
            @Nullable LocalDate effectiveOn,
            @Nullable String reason,
            @Nullable Provenance provenance) {

        NewContribution asNew() {
            return new NewContribution(
                    reference,
                    partner,
                    source,
                    annual,
                    gross,
                    clientCharges,
                    profile,
                    instalments,
                    decision,
                    provenance);
        }

        /// What it asks of a contribution that is there.
        ///
        /// @param dues the instalments of what is unpaid, where the row says others than there are
        NewTerms asTerms(@Nullable List<Due> dues, String why) {
            return new NewTerms(annual, gross, clientCharges, dues, decision, effectiveOn, why);
        }
    }

    /// @throws Malformed if the columns are not right
    static Csv open(String text) {
        return Csv.read(
                text, REQUIRED, Stream.of(AS_EXPORTED, MORE).flatMap(List::stream).toList());
    }

    /// @throws Malformed naming every cell at fault
    static List<Row> rows(Csv csv) {
        var seen = new HashMap<String, Integer>();
        return csv.map(
                row -> {
                    var read = row(row);
                    var first = seen.putIfAbsent(read.partner + '\n' + read.source, row.line());
                    if (first != null) {
                        row.fault("source", "the partner contributes from it in line " + first);
                    }
                    return read;
                });
    }

    private static Row row(Csv.Row row) {
        return new Row(
                row,
                row.optional("reference", ContributionCsv::reference),
                row.optional("version", Long::valueOf),
                atMost(row, "partner", 50),
                atMost(row, "source", 200),
                row.optional("annualPence", ContributionCsv::pence),
                row.optional("grossPence", ContributionCsv::pence),
                row.optional("clientChargesPence", ContributionCsv::pence),
                row.oneOf("profile", ContributionProfile.class),
                row.list("instalments").isEmpty()
                        ? List.of()
                        : row.parsed("instalments", ContributionCsv::instalments),
                row.optional("decision"),
                row.optional("effectiveOn", LocalDate::parse),
                row.optional("reason"),
                provenance(row));
    }

    private static Pence pence(String text) {
        return Pence.of(Long.parseLong(text));
    }

    private static String reference(String text) {
        if (!text.matches(Reference.PATTERN)) {
            throw new IllegalArgumentException("a reference has letters, digits, dots and dashes");
        }
        return text;
    }

    private static String atMost(Csv.Row row, String column, int longest) {
        var text = row.required(column);
        if (text.length() > longest) {
            row.fault(column, "has more than %d characters".formatted(longest));
        }
        return text;
    }

    private static List<Due> instalments(String cell) {
        return Csv.several(cell).stream().map(ContributionCsv::instalment).toList();
    }

    private static Due instalment(String text) {
        var parts = text.split("=", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("an instalment is written 2014-05-01=60");
        }
        return new Due(LocalDate.parse(parts[0].strip()), pence(parts[1].strip()));
    }

    private static @Nullable Provenance provenance(Csv.Row row) {
        var kind = row.optional("provenanceKind", Provenance.Kind.class);
        return kind == null
                ? null
                : row.parsed(
                        "provenanceKind",
                        _ ->
                                new Provenance(
                                        kind,
                                        row.optional("provenanceDocument"),
                                        row.optional("provenanceSection"),
                                        row.optional("provenanceFormula")));
    }

    static String write(List<ContributionSchedule> schedules) {
        var columns = Stream.of(AS_EXPORTED, REQUIRED, MORE).flatMap(List::stream).toList();
        return Csv.write(columns, schedules.stream().map(ContributionCsv::cells).toList());
    }

    private static List<Object> cells(ContributionSchedule schedule) {
        var source = schedule.provenance;
        return Arrays.asList(
                schedule.reference,
                schedule.version,
                schedule.partner,
                schedule.source,
                schedule.annualPence.value(),
                schedule.profile,
                schedule.grossPence == null ? null : schedule.grossPence.value(),
                schedule.clientChargesPence == null ? null : schedule.clientChargesPence.value(),
                schedule.profile == ContributionProfile.CUSTOM ? written(schedule.dues()) : null,
                schedule.decisionId,
                null,
                null,
                source.kind(),
                source.document(),
                source.section(),
                source.formula());
    }

    private static String written(List<Due> dues) {
        return dues.stream()
                .map(due -> due.dueOn() + "=" + due.amountPence().value())
                .collect(Collectors.joining(";"));
    }
}
