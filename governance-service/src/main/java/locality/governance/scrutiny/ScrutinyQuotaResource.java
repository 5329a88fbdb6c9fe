package locality.governance.scrutiny;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.governance.body.BodyRegister;
import locality.governance.recorder.Recorder;
import locality.platform.caller.Roles;
import locality.platform.fact.Provenance;
import locality.platform.http.Csv;
import locality.platform.http.EntityTag;
import locality.platform.http.Idempotent;
import locality.platform.http.Page;
import locality.platform.http.Spreadsheet;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Scrutiny quotas over HTTP.
@Path("/api/governance/v1/scrutiny-quotas")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Scrutiny", description = "Reports that committees want, and how many they had")
class ScrutinyQuotaResource {

    private static final int MOST_REPORTS = 100;
    private static final List<String> COLUMNS =
            List.of("body", "subject", "reportsWanted", "from", "until");

    private final ScrutinyQuotas quotas;
    private final SetQuota setQuota;
    private final BodyRegister bodies;
    private final Recorder recorder;

    ScrutinyQuotaResource(
            ScrutinyQuotas quotas, SetQuota setQuota, BodyRegister bodies, Recorder recorder) {
        this.quotas = quotas;
        this.setQuota = setQuota;
        this.bodies = bodies;
        this.recorder = recorder;
    }

    /// @param body the committee
    /// @param from the first day of the period
    /// @param until the last
    @Schema(name = "ScrutinyQuotaToSet")
    record ToSet(
            @NotBlank String body,
            @NotBlank String subject,
            @Min(1) @Max(MOST_REPORTS) int reportsWanted,
            @NotNull LocalDate from,
            @NotNull LocalDate until,
            @Nullable Provenance provenance) {}

    @Schema(name = "ScrutinyQuotasImported")
    record Imported(int imported) {}

    /// @param reports those that count, by reference
    /// @param unassigned those that count for none: they name no quota, and the committee has
    ///   several on their day
    /// @param reportsHad how many by the day
    /// @param inWords as in `2 of 2`
    @Schema(name = "ScrutinyQuota")
    record QuotaView(
            UUID id,
            String reference,
            Committee body,
            Locality locality,
            String subject,
            LocalDate from,
            LocalDate until,
            int reportsWanted,
            int reportsHad,
            boolean met,
            String inWords,
            List<String> reports,
            List<String> unassigned,
            Provenance provenance,
            long version) {

        @Schema(name = "CommitteeOfScrutinyQuota")
        record Committee(UUID id, String reference, String name) {}

        static QuotaView of(ScrutinyQuota quota, ScrutinyQuotas.Reports reports) {
            int had = reports.counted().size();
            return new QuotaView(
                    quota.id,
                    quota.reference,
                    new Committee(quota.bodyId, quota.bodyReference, quota.bodyName),
                    quota.locality,
                    quota.subject,
                    quota.fromDay,
                    quota.untilDay,
                    quota.reportsWanted,
                    had,
                    quota.isMetBy(had),
                    "%d of %d".formatted(had, quota.reportsWanted),
                    reports.counted(),
                    reports.unassigned(),
                    quota.provenance,
                    quota.version);
        }
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "List how many reports committees want and had",
            description =
                    "With `on`, the quotas of that day and the reports they had by then; without,"
                            + " all, by today. A report counts when a paper of kind SCRUTINY_REPORT"
                            + " was on an item of a meeting of the committee that was held in the"
                            + " period, for the quota it names or for the only one of that day; one"
                            + " that names none where there are several is `unassigned`.")
    public Page<QuotaView> list(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("body") @Nullable String body,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var of = body == null ? null : bodies.require(body, recorder.today()).id();
        var day = recorder.day(on, effectiveAt);
        var found =
                quotas.inPlaces(
                        recorder.shown(locality), of, on == null ? effectiveAt : on, after, limit);
        var reports = quotas.reports(found, day);
        return Page.of(found, limit, quota -> quota.reference)
                .map(
                        quota ->
                                QuotaView.of(
                                        quota,
                                        reports.getOrDefault(
                                                quota.id, ScrutinyQuotas.Reports.NONE)));
    }

    @GET
    @Path("/{quota}")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Show a committee's quota and the reports it had")
    @APIResponseSchema(QuotaView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    public Response show(
            @Parameter(example = "ROC-HOSC-SQ-1") @PathParam("quota") String idOrReference,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("effectiveAt") @Nullable LocalDate effectiveAt) {
        var quota = quotas.require(idOrReference);
        recorder.requireReading(quota.locality, "scrutiny quota", idOrReference);
        return answer(Response.ok(), quota, recorder.day(on, effectiveAt));
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Set how many reports a committee wants in a period, or a spreadsheet of it",
            description =
                    "A spreadsheet is recorded whole or not at all and needs an Idempotency-Key;"
                            + " columns body,subject,reportsWanted,from,until.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ToSet.class),
                        examples = @ExampleObject(name = "Two reports", ref = "scrutiny-quota")),
                @Content(
                        mediaType = Spreadsheet.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "Two committees", ref = "quotas-csv"))
            })
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(oneOf = {QuotaView.class, Imported.class})))
    @APIResponse(responseCode = "400", description = "MALFORMED: every faulty cell by line, column")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such body")
    @APIResponse(responseCode = "409", description = "QUOTA_ALREADY_SET")
    @APIResponse(responseCode = "422", description = "ENDS_BEFORE_IT_BEGINS, PERSONAL_DATA")
    public Response set(@NotNull @Valid ToSet request) {
        var quota =
                setQuota.handle(
                        new SetQuota.Wanted(
                                request.body,
                                request.subject,
                                request.reportsWanted,
                                request.from,
                                request.until,
                                recorder.provenance(request.provenance)));
        return answer(
                Response.created(URI.create("/api/governance/v1/scrutiny-quotas/" + quota.id)),
                quota,
                recorder.today());
    }

    @POST
    @Idempotent(keyRequired = true)
    @Consumes(Spreadsheet.CSV)
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(hidden = true, summary = "Set a spreadsheet of scrutiny quotas")
    public Response importCsv(String csv) {
        var all = Csv.read(csv, COLUMNS, List.of()).map(this::wanted);
        setQuota.handle(all);
        return Response.status(Response.Status.CREATED).entity(new Imported(all.size())).build();
    }

    private SetQuota.Wanted wanted(Csv.Row row) {
        return new SetQuota.Wanted(
                row.required("body"),
                row.required("subject"),
                row.parsed("reportsWanted", ScrutinyQuotaResource::reports),
                row.parsed("from", LocalDate::parse),
                row.parsed("until", LocalDate::parse),
                recorder.provenance(null));
    }

    private static int reports(String text) {
        int reports = Integer.parseInt(text);
        if (reports < 1 || reports > MOST_REPORTS) {
            throw new IllegalArgumentException("must be 1 to " + MOST_REPORTS);
        }
        return reports;
    }

    private Response answer(Response.ResponseBuilder builder, ScrutinyQuota quota, LocalDate on) {
        return builder.entity(QuotaView.of(quota, quotas.reports(quota, on)))
                .header(HttpHeaders.ETAG, new EntityTag(quota.version))
                .build();
    }
}
