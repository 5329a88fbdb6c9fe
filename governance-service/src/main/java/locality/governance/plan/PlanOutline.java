package locality.governance.plan;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import locality.governance.recorder.Spelling;
import locality.platform.http.Csv;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A plan as a list shows it.
///
/// @param areas their titles, in their order
@Schema(name = "PlanOutline")
record PlanOutline(
        UUID id,
        String reference,
        String title,
        @Nullable String body,
        Locality locality,
        LocalDate madeOn,
        List<String> areas,
        long version) {

    /// How a plan is referred to.
    static final String REFERENCE = "[A-Za-z0-9][A-Za-z0-9-]{1,59}";

    private static final List<String> REQUIRED = List.of("reference", "title");
    private static final List<String> OPTIONAL = List.of("version", "body", "locality", "madeOn");
    private static final List<String> COLUMNS =
            List.of("reference", "version", "title", "body", "locality", "madeOn");

    static PlanOutline of(Plan plan) {
        return new PlanOutline(
                plan.id,
                plan.reference,
                plan.title,
                plan.bodyReference,
                plan.locality,
                plan.madeOn,
                plan.areas.stream().map(Area::title).toList(),
                plan.version);
    }

    /// @throws locality.platform.refusal.Malformed naming every faulty cell
    static List<ImportPlans.Row> read(String csv) {
        return Csv.read(csv, REQUIRED, OPTIONAL)
                .map(
                        row ->
                                new ImportPlans.Row(
                                        row.line(),
                                        row.parsed("reference", Spelling.like(REFERENCE)),
                                        row.optional("version", Long::parseLong),
                                        row.required("title"),
                                        row.optional("body", text -> text),
                                        row.optional("locality", Locality::of),
                                        row.optional("madeOn", LocalDate::parse)));
    }

    static String csv(List<PlanOutline> plans) {
        return Csv.write(
                COLUMNS,
                plans.stream()
                        .map(
                                one ->
                                        Arrays.asList(
                                                one.reference,
                                                one.version,
                                                one.title,
                                                one.body,
                                                one.locality.code(),
                                                one.madeOn))
                        .toList());
    }
}
