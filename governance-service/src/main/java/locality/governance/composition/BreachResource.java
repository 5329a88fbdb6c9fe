package locality.governance.composition;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import locality.governance.composition.FindBreaches.Breach;
import locality.governance.recorder.Recorder;
import locality.platform.caller.Roles;
import locality.platform.http.Csv;
import locality.platform.http.Page;
import locality.platform.http.Spreadsheet;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What is broken of the rules about seats, over HTTP.
@Path("/api/governance/v1/seat-breaches")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Seat rules")
class BreachResource {

    private static final List<String> COLUMNS =
            List.of("rule", "kind", "body", "seats", "wanted", "has", "words");

    private final FindBreaches findBreaches;
    private final Recorder recorder;

    BreachResource(FindBreaches findBreaches, Recorder recorder) {
        this.findBreaches = findBreaches;
        this.recorder = recorder;
    }

    /// @param rule the reference of the rule that is broken
    /// @param seats the seats it is about: of the body itself, or by body and seat
    /// @param wanted how many there are to be
    /// @param has how many there are
    @Schema(name = "SeatBreach")
    record BreachView(
            String rule,
            RuleKind kind,
            UUID bodyId,
            String body,
            Locality locality,
            List<String> seats,
            int wanted,
            int has,
            String words) {

        static BreachView of(Breach breach) {
            return new BreachView(
                    breach.rule().reference(),
                    breach.rule().rule.kind(),
                    breach.rule().bodyId,
                    breach.rule().bodyReference,
                    breach.rule().locality,
                    breach.shortfall().seats(),
                    breach.shortfall().wanted(),
                    breach.shortfall().has(),
                    breach.shortfall().words());
        }
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "List what is broken of the rules about seats on a date",
            description = "In the order of the rules' references. Also as text/csv.")
    public Page<BreachView> list(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var broken =
                breaches(locality, on, effectiveAt)
                        .filter(view -> view.rule.compareTo(after) > 0)
                        .limit(limit + 1L)
                        .toList();
        return Page.of(broken, limit, BreachView::rule);
    }

    @GET
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(hidden = true, summary = "List what is broken of the rules about seats as CSV")
    public Response export(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var rows =
                breaches(locality, on, effectiveAt)
                        .map(
                                one ->
                                        List.of(
                                                one.rule,
                                                one.kind,
                                                one.body,
                                                String.join(";", one.seats),
                                                one.wanted,
                                                one.has,
                                                one.words))
                        .toList();
        return Spreadsheet.named("seat-breaches", Csv.write(COLUMNS, rows));
    }

    private Stream<BreachView> breaches(
            @Nullable Locality locality, @Nullable LocalDate on, @Nullable LocalDate effectiveAt) {
        return findBreaches.in(recorder.shown(locality), recorder.day(on, effectiveAt)).stream()
                .map(BreachView::of)
                .sorted(Comparator.comparing(BreachView::rule));
    }
}
