package locality.governance.standing;

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
import jakarta.ws.rs.HeaderParam;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Standing items over HTTP.
@Path("/api/governance/v1/standing-items")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Standing items", description = "What comes to every meeting, and deep dives")
class StandingItemResource {

    private static final List<String> REQUIRED = List.of("body", "title");
    private static final List<String> OPTIONAL = List.of("everyMonths", "from", "until");

    private final StandingItems items;
    private final SetStanding setStanding;
    private final BodyRegister bodies;
    private final Recorder recorder;

    StandingItemResource(
            StandingItems items, SetStanding setStanding, BodyRegister bodies, Recorder recorder) {
        this.items = items;
        this.setStanding = setStanding;
        this.bodies = bodies;
        this.recorder = recorder;
    }

    /// @param everyMonths at most one meeting in so many months of the calendar; every meeting when
    ///   left out
    /// @param from today when left out
    /// @param until the last day it stands
    @Schema(name = "StandingItemToSet")
    record ToSet(
            @NotBlank String body,
            @NotBlank String title,
            @Min(1) @Max(60) @Nullable Integer everyMonths,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable Provenance provenance) {}

    /// @param until the last day it stands
    @Schema(name = "EndOfStandingItem")
    record ToEnd(@NotNull LocalDate until) {}

    @Schema(name = "StandingItemsImported")
    record Imported(int imported) {}

    /// @param placedOn the days of the meetings that have it
    @Schema(name = "StandingItem")
    record StandingItemView(
            UUID id,
            String reference,
            String body,
            Locality locality,
            String title,
            @Nullable Integer everyMonths,
            LocalDate from,
            @Nullable LocalDate until,
            List<LocalDate> placedOn,
            Provenance provenance,
            long version) {

        static StandingItemView of(StandingItem item, List<LocalDate> placed) {
            return new StandingItemView(
                    item.id,
                    item.reference,
                    item.bodyReference,
                    item.locality,
                    item.title,
                    item.everyMonths,
                    item.fromDay,
                    item.untilDay,
                    placed.stream().sorted().toList(),
                    item.provenance,
                    item.version);
        }
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Operation(summary = "List standing items, in the order of their references")
    public Page<StandingItemView> list(
            @QueryParam("locality") @Nullable Locality locality,
            @QueryParam("body") @Nullable String body,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT)
                    int limit) {
        var of = body == null ? null : bodies.require(body, recorder.today()).id();
        var found = items.inPlaces(recorder.shown(locality), of, after, limit);
        var placed = items.placed(found);
        return Page.of(found, limit, item -> item.reference)
                .map(item -> StandingItemView.of(item, placed.getOrDefault(item.id, List.of())));
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "Set an item that stands on a body's agendas, or a spreadsheet of them",
            description =
                    "It is put on the meetings that are planned, and on each when it is planned. A"
                            + " spreadsheet is recorded whole or not at all and needs an"
                            + " Idempotency-Key; columns body,title and, if wanted, everyMonths,"
                            + "from,until.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ToSet.class),
                        examples = @ExampleObject(name = "Each quarter", ref = "standing-item")),
                @Content(
                        mediaType = Spreadsheet.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "Two of them", ref = "standing-items-csv"))
            })
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(oneOf = {StandingItemView.class, Imported.class})))
    @APIResponse(responseCode = "400", description = "MALFORMED: every faulty cell by line, column")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such body")
    @APIResponse(responseCode = "422", description = "ENDS_BEFORE_IT_BEGINS, PERSONAL_DATA")
    public Response set(@NotNull @Valid ToSet request) {
        var item =
                setStanding.set(
                        new SetStanding.Wanted(
                                request.body,
                                request.title,
                                request.everyMonths,
                                request.from,
                                request.until,
                                recorder.provenance(request.provenance)));
        return answer(
                Response.created(URI.create("/api/governance/v1/standing-items/" + item.id)), item);
    }

    @POST
    @Idempotent(keyRequired = true)
    @Consumes(Spreadsheet.CSV)
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(hidden = true, summary = "Set a spreadsheet of standing items")
    public Response importCsv(String csv) {
        var all = Csv.read(csv, REQUIRED, OPTIONAL).map(this::wanted);
        setStanding.set(all);
        return Response.status(Response.Status.CREATED).entity(new Imported(all.size())).build();
    }

    @GET
    @Path("/{standingItem}")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Show a standing item with the meetings that have it")
    @APIResponseSchema(StandingItemView.class)
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    public Response show(@PathParam("standingItem") String idOrReference) {
        var item = items.require(idOrReference);
        recorder.requireReading(item.locality, "standing item", idOrReference);
        return answer(Response.ok(), item);
    }

    @POST
    @Path("/{standingItem}/end")
    @Idempotent
    @RolesAllowed(Roles.GOVERNANCE)
    @Operation(
            summary = "End a standing item",
            description = "Agendas that have it keep it; meetings after that day get it no more.")
    @RequestBody(
            content =
                    @Content(
                            examples = @ExampleObject(name = "Its last day", ref = "standing-end")))
    @APIResponseSchema(StandingItemView.class)
    @APIResponse(responseCode = "422", description = "ENDS_BEFORE_IT_BEGINS")
    public Response end(
            @PathParam("standingItem") String idOrReference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ToEnd request) {
        return answer(Response.ok(), setStanding.end(idOrReference, ifMatch, request.until));
    }

    private SetStanding.Wanted wanted(Csv.Row row) {
        return new SetStanding.Wanted(
                row.required("body"),
                row.required("title"),
                row.optional("everyMonths", StandingItemResource::months),
                row.optional("from", LocalDate::parse),
                row.optional("until", LocalDate::parse),
                recorder.provenance(null));
    }

    private static int months(String text) {
        int months = Integer.parseInt(text);
        if (months < 1 || months > 60) {
            throw new IllegalArgumentException("must be 1 to 60");
        }
        return months;
    }

    private Response answer(Response.ResponseBuilder builder, StandingItem item) {
        return builder.entity(StandingItemView.of(item, items.placed(item)))
                .header(HttpHeaders.ETAG, new EntityTag(item.version))
                .build();
    }
}
