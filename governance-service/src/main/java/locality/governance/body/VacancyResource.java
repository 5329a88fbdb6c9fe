package locality.governance.body;

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
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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

/// Seats that nobody sits in, over HTTP.
@Path("/api/governance/v1/vacancies")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Bodies")
class VacancyResource {

    private static final List<String> COLUMNS =
            List.of(
                    "reference",
                    "body",
                    "bodyName",
                    "seat",
                    "post",
                    "votingRight",
                    "organisation",
                    "since");

    private final Bodies bodies;
    private final Recorder recorder;

    VacancyResource(Bodies bodies, Recorder recorder) {
        this.bodies = bodies;
        this.recorder = recorder;
    }

    /// @param reference the seat's, with its body before it
    /// @param organisation on whose behalf its member is to sit, if on anybody's
    /// @param since the first day nobody sat in it
    @Schema(name = "Vacancy")
    record VacancyView(
            String reference,
            UUID bodyId,
            String body,
            String bodyName,
            Locality locality,
            String seat,
            String post,
            boolean votingRight,
            @Nullable String organisation,
            LocalDate since) {

        static VacancyView of(Body body, Membership vacancy, LocalDate on) {
            return new VacancyView(
                    body.reference + "/" + vacancy.seat(),
                    body.id,
                    body.reference,
                    body.nameOn(on),
                    body.locality,
                    vacancy.seat(),
                    vacancy.post(),
                    vacancy.votingRight(),
                    vacancy.organisation(),
                    body.vacantSince(vacancy));
        }
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(
            summary = "List the seats that stand vacant on a date, and since when",
            description =
                    "Of the bodies that are there that day, in the order of the seats' references."
                            + " Also as text/csv.")
    public Page<VacancyView> list(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var vacant =
                vacancies(locality, recorder.day(on, effectiveAt))
                        .filter(view -> view.reference.compareTo(after) > 0)
                        .limit(limit + 1L)
                        .toList();
        return Page.of(vacant, limit, VacancyView::reference);
    }

    @GET
    @Produces(Spreadsheet.CSV + ";qs=0.5")
    @RolesAllowed(Roles.READER)
    @Transactional
    @Operation(hidden = true, summary = "List the seats that stand vacant on a date as CSV")
    public Response export(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var rows =
                vacancies(locality, recorder.day(on, effectiveAt))
                        .map(
                                one ->
                                        Arrays.asList(
                                                one.reference,
                                                one.body,
                                                one.bodyName,
                                                one.seat,
                                                one.post,
                                                one.votingRight,
                                                one.organisation,
                                                one.since))
                        .toList();
        return Spreadsheet.named("vacancies", Csv.write(COLUMNS, rows));
    }

    private Stream<VacancyView> vacancies(@Nullable Locality locality, LocalDate day) {
        return bodies.thereOn(day, recorder.shown(locality)).stream()
                .flatMap(
                        body ->
                                body.membershipsOn(day).stream()
                                        .filter(Membership::isVacant)
                                        .map(vacancy -> VacancyView.of(body, vacancy, day)))
                .sorted(Comparator.comparing(VacancyView::reference));
    }
}
