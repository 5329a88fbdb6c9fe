package locality.governance.plan;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
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

    private static final List<String> COLUMNS =
            List.of("reference", "version", "title", "body", "locality", "madeOn", "areas");

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
                                                one.madeOn,
                                                String.join(";", one.areas)))
                        .toList());
    }
}
