package locality.governance.function;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import locality.governance.organisation.OrganisationKind;
import locality.governance.period.Period;
import locality.platform.fact.Provenance;
import locality.platform.http.Csv;
import locality.platform.place.Locality;
import locality.platform.place.SpatialLevel;
import org.jspecify.annotations.Nullable;

/// The allocations of a place as a spreadsheet holds them, one a line.
final class AllocationCsv {

    static final List<String> REQUIRED = List.of("function");
    static final List<String> OPTIONAL =
            List.of(
                    "reference",
                    "version",
                    "state",
                    "effectiveOn",
                    "endsOn",
                    "reserved",
                    "ownerKind",
                    "owner",
                    "spatialLevel",
                    "arrangement",
                    "wholeTimeEquivalents",
                    "direction");
    private static final List<String> COLUMNS =
            List.of(
                    "reference",
                    "version",
                    "function",
                    "state",
                    "effectiveOn",
                    "endsOn",
                    "reserved",
                    "ownerKind",
                    "owner",
                    "spatialLevel",
                    "arrangement",
                    "wholeTimeEquivalents",
                    "direction");

    private AllocationCsv() {}

    /// One line of the file.
    ///
    /// @param reference the allocation it means, when it was exported before
    /// @param version the version it was exported with
    /// @param effectiveOn the first day in its state
    record Line(
            Csv.Row at,
            String function,
            @Nullable String reference,
            @Nullable Long version,
            @Nullable AllocationState state,
            @Nullable LocalDate effectiveOn,
            @Nullable LocalDate endsOn,
            AllocationTerms terms) {

        FunctionAllocation recorded(Locality place, LocalDate today, Provenance source) {
            return new FunctionAllocation(
                    function,
                    place,
                    terms,
                    state == null ? AllocationState.IN_FORCE : state,
                    new Period(effectiveOn == null ? today : effectiveOn, endsOn),
                    source);
        }
    }

    static Line read(Csv.Row row) {
        if (!row.text("version").isEmpty()) {
            row.required("reference");
        }
        return new Line(
                row,
                row.required("function"),
                row.optional("reference"),
                row.optional("version", Long::valueOf),
                row.optional("state", AllocationState.class),
                row.optional("effectiveOn", LocalDate::parse),
                row.optional("endsOn", LocalDate::parse),
                new AllocationTerms(
                        row.bool("reserved", false),
                        row.optional("ownerKind", OrganisationKind.class),
                        row.optional("owner"),
                        row.optional("spatialLevel", SpatialLevel.class),
                        row.optional("arrangement", DeliveredBy.class),
                        row.optional("wholeTimeEquivalents", AllocationCsv::number),
                        row.optional("direction")));
    }

    static String write(List<FunctionAllocation> allocations, LocalDate today) {
        return Csv.write(COLUMNS, allocations.stream().map(one -> cells(one, today)).toList());
    }

    private static BigDecimal number(String text) {
        if (!text.matches("-?\\d{1,12}(\\.\\d{1,9})?")) {
            throw new IllegalArgumentException("is not a number, as in 4.25");
        }
        return new BigDecimal(text);
    }

    private static List<Object> cells(FunctionAllocation one, LocalDate today) {
        return Arrays.asList(
                one.reference,
                one.version,
                one.functionCode,
                one.stateBy(today),
                one.since(),
                one.endsOn,
                one.terms.reserved(),
                one.terms.ownerKind(),
                one.terms.owner(),
                one.terms.spatialLevel(),
                one.terms.arrangement(),
                one.terms.wholeTimeEquivalents(),
                one.terms.direction());
    }
}
